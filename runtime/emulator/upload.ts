import { type ContentRange, parseContentRange, toSpan } from "./content-range.js";
import { type ErrorService, type Refusal, ServiceError } from "./errors.js";
import type { Exchange, Handler } from "./exchange.js";
import { countKept } from "./fault-storage.js";
import { findItem } from "./mailbox.js";
import type { Interval } from "./received-bytes.js";
import type { Reply } from "./reply.js";
import { toErrorService } from "./routes.js";
import type { Service } from "./service.js";
import type { UploadSession } from "./sessions.js";
import { checkBody, checkHeaders, checkRange, listForeignHeaders } from "./upload-rules.js";

/** PUT of one range. */
export const uploadRange: Handler = async (exchange, service) => {
  const session = await admit(exchange, service);
  const { headers } = exchange;
  const { family } = session.upload;
  const { strictness } = service.settings;
  const limits = service.settings.limits[family.name];
  refuse(checkBody({ headers, limits, family }, strictness));
  const range = parseContentRange(headers["content-range"]);
  if (range === undefined) throw new ServiceError("contentRangeMalformed");
  refuse(checkRange({ headers, limits, range, session }, strictness));
  const completed = await storeRange(exchange, session, range, service);
  if (completed !== undefined) return completed;
  if (session.state !== "open") {
    throw new ServiceError("sessionGone", { service: toErrorService(exchange.route) }); // deleted meanwhile
  }
  return session.upload.progress(session, service.origin);
};

/** GET of an upload URL: undocumented for Outlook, where it answers only if the options say so. */
export const queryUpload: Handler = async (exchange, service) => {
  const session = await admit(exchange, service);
  const { upload } = session;
  if (!upload.family.statusQuery && service.settings.statusQuery === "none") {
    throw new ServiceError("methodNotAllowed", { headers: { Allow: "PUT, DELETE" } });
  }
  const status = upload.status ?? upload.progress;
  return { ...status(session, service.origin), status: 200 };
};

/** POST to an upload URL: makes the item of a session that was told to wait for it. */
export const commitUpload: Handler = async (exchange, service) => {
  const session = await admit(exchange, service);
  if (exchange.headers["content-length"] !== "0") throw new ServiceError("commitNotEmpty");
  return commitSession(session, service);
};

export const cancelUpload: Handler = async (exchange, service) => {
  await service.sessions.end(await admit(exchange, service), "deleted");
  return { status: 204 };
};

/** Makes the item of a session whose bytes are all there. */
export async function commitSession(
  session: UploadSession,
  service: Service,
  commit = session.upload.commit,
): Promise<Reply> {
  if (!session.received.complete) throw new ServiceError("sessionIncomplete");
  if (session.misaligned) throw new ServiceError("uploadFailed");
  const { refusedAtEnd } = session;
  delete session.refusedAtEnd;
  refuse(refusedAtEnd);
  const { itemId, reply } = commit(session, service);
  session.itemId = itemId;
  session.state = "completed";
  session.commits += 1;
  session.content.seal();
  return reply;
}

/** The open session a request is meant for, if it may have it. */
async function admit({ headers, target, route, record }: Exchange, service: Service): Promise<UploadSession> {
  const { settings } = service;
  const { strictness, clock } = settings;
  const errors = toErrorService(route);
  const session = await service.sessions.find(route.ids["session"]);
  const authorized = route.side === "graph"; // the upload URL is Graph's own, and has no token of its own
  const foreignHeaders = listForeignHeaders(headers);
  if (foreignHeaders.length > 0) record.foreignHeaders = foreignHeaders;
  if (headers.authorization !== undefined && !authorized) record.authLeak = true;
  refuse(checkHeaders({ headers, authorized }, strictness), errors);
  if (session === undefined || clock.now() < session.foundFrom) {
    throw new ServiceError("sessionGone", { service: errors });
  }
  const { family, place, toTarget } = session.upload;
  if (authorized) {
    if (findItem(service.mailbox, route) !== place) throw new ServiceError("sessionGone");
  } else if (strictness !== "lenient") {
    const token = family.tokenOption === undefined ? route.ids["token"] : target.query.get(family.tokenOption);
    if (token !== session.token) throw new ServiceError("uploadTokenInvalid");
    const { tokenExpires, state, expiredTokenStatus = settings.expiredTokenStatus } = session;
    const expired = expiredTokenStatus === 403 ? "uploadTokenDenied" : "uploadTokenExpired";
    if (clock.now() >= tokenExpires && state === "open") throw new ServiceError(expired);
    if (strictness === "strict" && target.raw !== toTarget(session)) throw new ServiceError("uploadUrlEdited");
  }
  if (session.state !== "open") throw new ServiceError("sessionGone", { service: errors });
  return session;
}

/** @returns the reply to the range that completes the file, if this one did */
async function storeRange(
  { body, fault, record }: Exchange,
  session: UploadSession,
  range: ContentRange,
  service: Service,
): Promise<Reply | undefined> {
  const { upload, received, content, underWay } = session;
  const span = toSpan(range);
  const arriving = { start: range.start, end: range.end + 1 };
  let arrived = 0;
  let completed: Reply | undefined;
  underWay.add(arriving);
  upload.place.busy = true;
  try {
    await body.read((bytes) => {
      if (arrived + bytes.length <= span) content.write(range.start + arrived, bytes);
      arrived += bytes.length;
    });
    if (arrived !== span) throw new ServiceError("spanMismatch");
  } finally {
    underWay.delete(arriving);
    upload.place.busy = false;
    const end = range.start + countKept(fault, arrived, span);
    if (session.state === "open" && end > range.start) {
      received.size ??= range.total;
      received.add(range.start, end);
      record.accepted = { start: range.start, end };
      noteRange(session, range, service);
      if (fault.rewindTo !== undefined) record.discarded = rewind(session, fault.rewindTo);
      if (received.complete && !upload.deferred) completed = await commitSession(session, service);
    }
    record.position = received.firstMissing;
  }
  return completed;
}

/** What an accepted range changes besides the bytes there are. */
function noteRange(session: UploadSession, { end, total }: ContentRange, { settings }: Service): void {
  const { family } = session.upload;
  if (family.slidingExpiry) session.expires = settings.clock.now() + session.lifetime;
  const { rangeAlignment } = settings.limits[family.name];
  const unaligned = end + 1 !== total && (end + 1) % rangeAlignment !== 0;
  if (unaligned && settings.strictness !== "lenient") session.misaligned = true;
}

/** Forgets what lies beyond a position. @returns what there was of it */
function rewind(session: UploadSession, position: number): Interval[] {
  if (position === 0) session.misaligned = false;
  return session.received.remove(position, Infinity);
}

function refuse(refusal: Refusal | undefined, service: ErrorService = "exchange"): void {
  if (refusal !== undefined) throw new ServiceError(refusal, { service });
}
