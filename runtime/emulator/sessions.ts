import { randomBytes } from "node:crypto";
import type { AttachmentItem } from "./attachment-item.js";
import type { Clock } from "./clock.js";
import type { Content, ContentStore } from "./content.js";
import type { UploadFamily } from "./family.js";
import { createExchangeId, type Item } from "./mailbox.js";
import { ReceivedBytes } from "./received-bytes.js";
import { signToken } from "./upload-token.js";

/** `open` sessions take ranges; the others are gone for the client, and say why. */
export type SessionState = "open" | "completed" | "deleted" | "expired" | "discarded";

export interface UploadSession {
  id: string;
  family: UploadFamily;
  item: Item;
  /** what the client wants to attach */
  attachment: AttachmentItem;
  /** the token in its upload URL */
  token: string;
  /** milliseconds since 1970; fixed for the life of the session */
  expires: number;
  state: SessionState;
  received: ReceivedBytes;
  content: Content;
  /** how often it became an attachment: once at most, or the emulator is wrong */
  commits: number;
  /** id of what it became, once complete */
  attachmentId?: string;
}

/** The upload sessions of an emulator, dead ones included. */
export class Sessions {
  readonly #sessions = new Map<string, UploadSession>();
  readonly #secret = randomBytes(32);

  constructor(
    readonly clock: Clock,
    readonly contents: ContentStore,
  ) {}

  create(family: UploadFamily, item: Item, attachment: AttachmentItem, lifetime: number): UploadSession {
    const id = createExchangeId();
    const now = this.clock.now();
    const session: UploadSession = {
      id,
      family,
      item,
      attachment,
      token: signToken(
        { session: id, nbf: Math.floor(now / 1000), exp: Math.floor((now + lifetime) / 1000) },
        this.#secret,
      ),
      expires: now + lifetime,
      state: "open",
      received: new ReceivedBytes(attachment.size),
      content: this.contents.create(),
      commits: 0,
    };
    this.#sessions.set(id, session);
    return session;
  }

  /** Ends the session first if its time is over. */
  async find(id: string | undefined): Promise<UploadSession | undefined> {
    const session = this.#sessions.get(id ?? "");
    if (session?.state === "open" && this.clock.now() >= session.expires) await this.end(session, "expired");
    return session;
  }

  /** Ends a session without an attachment. */
  async end(session: UploadSession, state: "deleted" | "expired" | "discarded"): Promise<void> {
    session.state = state;
    await session.content.remove();
  }

  /** Every session ever created, in order. */
  async list(): Promise<UploadSession[]> {
    for (const id of this.#sessions.keys()) await this.find(id);
    return [...this.#sessions.values()];
  }

  clear(): void {
    this.#sessions.clear();
  }
}
