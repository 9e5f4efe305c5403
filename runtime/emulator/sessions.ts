import { randomBytes } from "node:crypto";
import type { Clock } from "./clock.js";
import type { Content, ContentStore } from "./content.js";
import type { Refusal } from "./errors.js";
import type { Upload } from "./family.js";
import { type Interval, ReceivedBytes } from "./received-bytes.js";
import type { Party } from "./throttle.js";
import { signToken } from "./upload-token.js";

/** `open` sessions take ranges; the others are gone for the client, and say why. */
export type SessionState = "open" | "completed" | "deleted" | "expired" | "discarded";

export interface UploadSession {
  id: string;
  /** who opened it */
  party?: Party;
  upload: Upload;
  /** milliseconds; what `expires` is ahead of the last accepted range where ranges prolong a session */
  lifetime: number;
  /** milliseconds since 1970 */
  expires: number;
  /** the token in its upload URL */
  token: string;
  /** milliseconds since 1970; fixed for the life of the session */
  tokenExpires: number;
  /** instead of the usual one, of the reply to an expired token */
  expiredTokenStatus?: 401 | 403;
  /** milliseconds since 1970: it is not found before */
  foundFrom: number;
  /** what the range that completes the file is refused for, once */
  refusedAtEnd?: Refusal;
  state: SessionState;
  received: ReceivedBytes;
  /** ranges whose bodies are arriving */
  underWay: Set<Interval>;
  /** a range but the last ended off the grid: the service takes it, and fails in the end */
  misaligned: boolean;
  content: Content;
  /** how often it became an item: once at most, or the emulator is wrong */
  commits: number;
  /** id of what it became, once complete */
  itemId?: string;
}

/** In milliseconds; undefined: the family's own. */
export interface Lifetimes {
  sessionLifetime?: number | undefined;
  /** of the token in the upload URL */
  uploadTokenLifetime?: number | undefined;
}

/** The upload sessions of an emulator, dead ones included. */
export class Sessions {
  readonly #sessions = new Map<string, UploadSession>();
  readonly #secret = randomBytes(32);

  constructor(
    readonly clock: Clock,
    readonly contents: ContentStore,
  ) {}

  create(upload: Upload, lifetimes: Lifetimes): UploadSession {
    const { sessionLifetime: lifetime = upload.family.sessionLifetime } = lifetimes;
    const id = upload.family.createSessionId();
    const now = this.clock.now();
    const tokenExpires = now + (lifetimes.uploadTokenLifetime ?? upload.family.tokenLifetime ?? lifetime);
    const claims = { session: id, nbf: Math.floor(now / 1000), exp: Math.floor(tokenExpires / 1000) };
    const session: UploadSession = {
      id,
      upload,
      lifetime,
      expires: now + lifetime,
      token: signToken(claims, this.#secret),
      tokenExpires,
      foundFrom: now,
      state: "open",
      received: new ReceivedBytes(upload.size),
      underWay: new Set(),
      misaligned: false,
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

  /** Ends a session without an item. */
  async end(session: UploadSession, state: "deleted" | "expired" | "discarded"): Promise<void> {
    session.state = state;
    session.content.remove();
  }

  /** Whether a live session keeps others from its place. */
  holdsName(placeKey: string): boolean {
    const now = this.clock.now();
    return [...this.#sessions.values()].some(
      ({ state, expires, tokenExpires, upload }) =>
        state === "open" && now < Math.min(expires, tokenExpires) && upload.holdsName && upload.place.key === placeKey,
    );
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
