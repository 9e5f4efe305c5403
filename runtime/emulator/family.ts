import type { Exchange } from "./exchange.js";
import type { Reply } from "./reply.js";
import type { Service } from "./service.js";
import type { UploadSession } from "./sessions.js";

export type FamilyName = "outlook" | "todo" | "onedrive-business" | "onedrive-personal" | "print";

/** In bytes. Where Microsoft says "MB", the strict reading: 10⁶. */
export interface UploadLimits {
  /** smallest file an upload session takes */
  sessionMinimum: number;
  /** largest file an upload session takes */
  sessionMaximum: number;
  /** largest range in one PUT */
  rangeMaximum: number;
  /** every range but the last ends at a multiple of it */
  rangeAlignment: number;
  /** largest content in one request without a session */
  postMaximum: number;
}

/** How one of Graph's upload services behaves on its own side of the wire, as far as data can tell. */
export interface UploadFamily {
  name: FamilyName;
  limits: UploadLimits;
  /** `rangeMaximum` is advice, which only `strict` enforces */
  rangeMaximumAdvised: boolean;
  /** of an upload session, in milliseconds */
  sessionLifetime: number;
  /** each accepted range starts the lifetime anew */
  slidingExpiry: boolean;
  /** of the token in the upload URL, in milliseconds; absent where it is the session's */
  tokenLifetime?: number;
  /** query option with the token of the upload URL; absent where the path holds it, or nothing does */
  tokenOption?: string;
  /** requests to the upload URL must carry the access token; where not, they must not */
  authorized: boolean;
  /** a PUT must be declared as `application/octet-stream` */
  octetStream: boolean;
  /** ranges may come in any order */
  anyOrder: boolean;
  /** ranges of a session that may be under way at once */
  parallelRanges: number;
  /** one writer at a time may change the item, whichever session it writes through */
  singleWriter: boolean;
  /** GET of the upload URL is documented */
  statusQuery: boolean;
  createSessionId(): string;
}

/** What is written to: an item, a file or a document. */
export interface Place {
  /** one and the same by whatever route it is reached */
  key: string;
  /** a range is being written to it */
  busy: boolean;
}

/** One upload: what a session is opened for, and how its family speaks of it. */
export interface Upload {
  family: UploadFamily;
  place: Place;
  name: string;
  /** in bytes; undefined where the first range tells it */
  size: number | undefined;
  /** the item is made by a request of its own, not by the last range */
  deferred: boolean;
  /** while the session is alive, no other one is opened for its place */
  holdsName: boolean;
  /** path and query of the upload URL */
  toTarget(session: UploadSession): string;
  /** what createUploadSession answers */
  created(session: UploadSession, origin: string): Reply;
  /** the reply to a range when more are expected */
  progress(session: UploadSession, origin: string): Reply;
  /** the reply to GET of the upload URL, where it is another one */
  status?(session: UploadSession, origin: string): Reply;
  /**
   * Makes the item of which all bytes are there.
   * @throws ServiceError when it cannot be made; the session stays as it is
   */
  commit(session: UploadSession, service: Service): Commit;
}

/** An item made of a session's bytes, and what the client is told. */
export interface Commit {
  itemId: string;
  reply: Reply;
}

/**
 * Reads a request of createUploadSession.
 * @throws ServiceError for what the family refuses
 */
export type OpenUpload = (exchange: Exchange, service: Service) => Promise<Upload>;
