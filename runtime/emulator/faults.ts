import type { Operation } from "./routes.js";

/** One entry of a fault plan: which requests it strikes and what happens to them. */
export interface Fault {
  match?: FaultMatch;
  action: FaultAction;
}

/** All given conditions must hold. Without `method` and `operation` an entry strikes PUTs. */
export interface FaultMatch {
  method?: string;
  operation?: Operation;
  /** upload session it is bound to; a plan in the header of createUploadSession is bound to the session it creates */
  session?: string;
  /** the range that ends at the last byte of the file */
  last?: boolean;
  /** the nth request of a session that meets the conditions above, from 1; without session, of all such requests */
  nth?: number;
  /** every nth such request */
  every?: number;
  /** how often the entry strikes at most; default 1 */
  times?: number;
}

/** Transport, storage and reply combine freely: `keep` + `status: 503` stores the range and denies it. */
export interface FaultAction {
  // transport
  /** closes the connection by RST before the body is read */
  resetBeforeHeaders?: boolean;
  /** closes it after so many bytes of the body */
  resetAfterBytes?: number;
  /** closes it after the whole body, instead of a reply */
  resetAfterBody?: boolean;
  /** holds the reply back for so many milliseconds of real time */
  stallHeaders?: number;
  // storage; a reset or a `status` stores nothing unless one of these says otherwise
  keep?: boolean;
  drop?: boolean;
  /** keeps the first so many bytes of the range */
  keepPartial?: number;
  /** the session is lost with this request; 404 unless another `status` is given */
  discardSession?: boolean;
  /** keep + resetAfterBody: with `last`, the attachment exists and nobody is told */
  completeSilently?: boolean;
  // reply, instead of the usual one; a request that is refused anyway gets its refusal
  /** 300–599 */
  status?: number;
  code?: string;
  innerCode?: string;
  message?: string;
  headers?: Record<string, string>;
}

/** Whether the connection ends in place of a reply. */
export function resets(fault: FaultAction): boolean {
  const { resetBeforeHeaders, resetAfterBytes, resetAfterBody, completeSilently } = fault;
  return (
    resetBeforeHeaders === true || resetAfterBytes !== undefined || resetAfterBody === true || completeSilently === true
  );
}

/** Status of the reply instead of the usual one. */
export function toReplyStatus({ status, discardSession }: FaultAction): number | undefined {
  return status ?? (discardSession === true ? 404 : undefined);
}

function keepsAll(fault: FaultAction): boolean {
  return fault.keep === true || fault.completeSilently === true;
}

/** Whether the usual reply is not given, and nothing done that would earn it. */
export function prevents(fault: FaultAction): boolean {
  return keepsNothing(fault) && (toReplyStatus(fault) !== undefined || resets(fault));
}

function keepsNothing(fault: FaultAction): boolean {
  if (keepsAll(fault) || fault.keepPartial !== undefined) return false;
  return fault.drop === true || toReplyStatus(fault) !== undefined || resets(fault);
}

/** How many of the bytes received of a range are stored; a range that did not arrive as announced is not. */
export function countKept(fault: FaultAction, received: number, announced: number): number {
  const usable = Math.min(received, announced);
  if (fault.keepPartial !== undefined) return Math.min(fault.keepPartial, usable);
  if (keepsAll(fault)) return usable;
  return keepsNothing(fault) || received !== announced ? 0 : usable;
}
