import type { FamilyName } from "./family.js";
import type { Operation } from "./routes.js";

/** One entry of a fault plan: which requests it strikes and what happens to them. */
export interface Fault {
  match?: FaultMatch;
  action: FaultAction;
}

/** All given conditions must hold. Without `method`, `path` and `operation` an entry strikes the PUTs of ranges. */
export interface FaultMatch {
  method?: string;
  /** of the request, without version and query: `/me/messages/*`, in which `*` stands for a segment, `**` for the rest */
  path?: string;
  operation?: Operation;
  family?: FamilyName;
  /** upload session it is bound to; a plan in the header of createUploadSession is bound to the session it creates */
  session?: string;
  /** the range that ends at the last byte of the file */
  last?: boolean;
  /** a range that holds this byte of the file */
  offset?: number;
  /** the nth request of a session that meets the conditions above, from 1; without session, of all such requests */
  nth?: number;
  /** every nth such request */
  every?: number;
  /** this share of such requests, from 0 to 1; which ones, `seed` decides: the same for the same order of requests */
  probability?: number;
  /** default 0 */
  seed?: number;
  /** how often the entry strikes at most; default 1 */
  times?: number;
}

/** Ways to write `nextExpectedRanges`; `holes` leaves out the middle of what is missing, `pastEof` ends at the size. */
export type RangesForm = "absent" | "bare" | "open" | "closed" | "holes" | "pastEof" | "unsorted" | "overlapping";

/** Bodies no client should trip over: `nested` is 100 000 arrays deep, `long` a JSON text of 32 MiB. */
export type OddBody = "empty" | "html" | "badJson" | "nested" | "long";

/** All parts combine freely: `keep` + `status: 503` stores the range and denies it. */
export interface FaultAction {
  // transport; all times are real ones
  /** closes the connection by RST before the body is read */
  resetBeforeHeaders?: true;
  /** closes it after so many bytes of the body */
  resetAfterBytes?: number;
  /** closes it after the whole body, instead of a reply */
  resetAfterBody?: true;
  /** answers, and closes the connection when the next request comes on it: what looked alive was not */
  closeIdle?: true;
  /** holds the reply back for so many milliseconds */
  stallHeaders?: number;
  /** takes so many bytes of the body, and then neither reads nor answers until the client gives up */
  stallAfterBytes?: number;
  /** sends so many bytes of the reply's body and closes the connection; a body that is no longer is cut off in the head */
  truncateReply?: number;
  /** the same, but falls silent instead of closing the connection */
  stallReply?: number;
  /** reads the body at so many bytes per second */
  slowRead?: number;
  /** sends 100 and 102 before the reply */
  send1xx?: true;

  // storage; a reset or a `status` from 300 stores nothing unless one of these says otherwise
  keep?: true;
  drop?: true;
  /** keeps the first so many bytes of the range */
  keepPartial?: number;
  /** forgets all bytes of the file from this position on, after the range */
  rewindTo?: number;
  /** claims to have so many more ranges of the same length than came; only the reply says so, the content is not touched */
  jumpBy?: number;
  /** the session is lost with this request; 404 unless another `status` is given */
  discardSession?: true;
  /** keep + resetAfterBody: with `last`, the attachment exists and nobody is told */
  completeSilently?: true;

  // reply; a request that is refused anyway keeps its status, code and message
  /** 300–599 instead of the usual reply; 200–299 only changes the number */
  status?: number;
  code?: string;
  /** several are nested, the outermost first */
  innerCode?: string | readonly string[];
  message?: string;
  /** added to the usual ones, or instead; null takes one away */
  headers?: Readonly<Record<string, string | null>>;
  /** Retry-After as a date so many seconds ahead of the emulator's clock, or behind it */
  retryAfterDate?: number;
  /** `nextExpectedRanges` in another form, or as given */
  ranges?: RangesForm | null | readonly unknown[];
  /** of the names in the reply; `mixed` alternates */
  casing?: "camel" | "pascal" | "mixed";
  body?: OddBody | { readonly text: string };
  /** the name of `innerError` */
  spelling?: "innerError" | "innererror";

  // world: what lasts beyond the request
  /** the token of the upload URL, or the access token the request carries, is refused from here on: 401, or 403 */
  expireToken?: 401 | 403;
  /** the session is over, as if its time had come */
  expireSession?: true;
  /** the session is not found until so many milliseconds of the emulator's clock have passed */
  replicationDelay?: number;
  /** the name is taken: the range that completes the file is answered 409, and all bytes are kept */
  conflictAtEnd?: true;
  /** someone else has changed the item: 412 */
  changeKeyConflict?: true;
  /** no room: createUploadSession is answered 507; a PUT lets the range that completes the file be answered so */
  quota?: true;
  /** largest file in bytes: 413 at createUploadSession, or from a PUT on at the range that completes the file */
  tenantLimit?: number;
  /** another session holds the name: 409 */
  holdName?: true;
}
