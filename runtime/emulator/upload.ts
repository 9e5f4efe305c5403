import { type ContentRange, parseContentRange, toSpan } from "./content-range.js";
import { type Refusal, ServiceError } from "./errors.js";
import type { Exchange, Handler } from "./exchange.js";
import { countKept } from "./faults.js";
import type { Service } from "./service.js";
import type { UploadSession } from "./sessions.js";
import { checkBody, checkHeaders, checkRange, listForeignHeaders } from "./upload-rules.js";

/** PUT of one range. */
export const uploadRange: Handler = async (exchange, service) => {
  const session = await admit(exchange, service);
  const { headers } = exchange;
  const { limits, strictness } = service.settings;
  refuse(checkBody(headers, limits[session.family.name], strictness));
  const range = parseContentRange(headers["content-range"]);
  if (range === undefined) throw new ServiceError("contentRangeMalformed");
  refuse(checkRange({ headers, range, session }, strictness));
  await storeRange(exchange, session, range, service);
  if (session.attachmentId !== undefined) {
    return session.family.completed(session, session.attachmentId, service.origin);
  }
  if (session.state !== "open") throw new ServiceError("sessionGone"); // deleted meanwhile
  return session.family.progress(session, service.origin);
};

/** GET of an upload URL: undocumented for Outlook, so it answers only where the options say so. */
export const queryUpload: Handler = async (exchange, service) => {
  const session = await admit(exchange, service);
  if (service.settings.statusQuery === "none") {
    throw new ServiceError("methodNotAllowed", { headers: { Allow: "PUT, DELETE" } });
  }
  return session.family.progress(session, service.origin);
};

export const cancelUpload: Handler = async (exchange, service) => {
  await service.sessions.end(await admit(exchange, service), "deleted");
  return { status: 204 };
};

/** The open session a request is meant for, if it may have it. */
async function admit({ headers, target, route, record }: Exchange, service: Service): Promise<UploadSession> {
  const { strictness } = service.settings;
  const foreignHeaders = listForeignHeaders(headers);
  if (foreignHeaders.length > 0) record.foreignHeaders = foreignHeaders;
  if (headers.authorization !== undefined) record.authLeak = true;
  refuse(checkHeaders(headers, strictness));
  const session = await service.sessions.find(route.ids["session"]);
  if (session === undefined) throw new ServiceError("sessionGone");
  if (strictness !== "lenient" && target.query.get("authtoken") !== session.token) {
    throw new ServiceError("uploadTokenInvalid");
  }
  if (strictness === "strict" && target.raw !== session.family.target(session)) {
    throw new ServiceError("uploadUrlEdited");
  }
  if (session.state !== "open") throw new ServiceError("sessionGone");
  return session;
}

async function storeRange(
  { body, fault, record }: Exchange,
  session: UploadSession,
  range: ContentRange,
  service: Service,
): Promise<void> {
  const span = toSpan(range);
  let received = 0;
  session.item.busy = true;
  try {
    for await (const bytes of body.read()) {
      if (received + bytes.length <= span) await session.content.write(range.start + received, bytes);
      received += bytes.length;
    }
    if (received !== span) throw new ServiceError("spanMismatch");
  } finally {
    session.item.busy = false;
    const end = range.start + countKept(fault, received, span);
    if (session.state === "open" && end > range.start) {
      session.received.add(range.start, end);
      record.accepted = { start: range.start, end };
      if (session.received.complete) await commit(session, service);
    }
    record.position = session.received.firstMissing;
  }
}

async function commit(session: UploadSession, { mailbox, settings }: Service): Promise<void> {
  const { name, contentType, isInline, contentId } = session.attachment;
  const { content, item } = session;
  const modified = settings.clock.now();
  session.attachmentId = mailbox.attach(item, { name, contentType, isInline, contentId, modified, content }).id;
  session.state = "completed";
  session.commits += 1;
  await content.seal();
}

function refuse(refusal: Refusal | undefined): void {
  if (refusal !== undefined) throw new ServiceError(refusal);
}
