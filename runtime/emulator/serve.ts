import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { authorize } from "./authorize.js";
import { ConnectionLost, pause } from "./connection.js";
import { parseContentRange, toSpan } from "./content-range.js";
import { allowOrigin } from "./cors.js";
import type { Drives } from "./drives.js";
import { ServiceError, type Stamps } from "./errors.js";
import type { Exchange, Handler } from "./exchange.js";
import type { FamilyName } from "./family.js";
import { type Occasion, dressReply, toFaultReply } from "./fault-reply.js";
import { prevents, resets } from "./fault-storage.js";
import { changeCreated, changeWorld } from "./fault-world.js";
import { handlers } from "./handlers.js";
import { toParty } from "./party.js";
import { type Reply, sendReply, toErrorReply } from "./reply.js";
import { RequestBody } from "./request-body.js";
import { type RouteMatch, explainUnknown, matchRoute, toErrorService } from "./routes.js";
import type { Service } from "./service.js";
import type { UploadSession } from "./sessions.js";
import { parseTarget } from "./target.js";

/** Answers one request, whatever it is. Never rejects. */
export async function serve(request: IncomingMessage, response: ServerResponse, service: Service): Promise<void> {
  if (allowOrigin(request, response)) return;
  const { method = "", url = "", headers } = request;
  const time = service.settings.clock.now();
  const record = service.ledger.open(time, method, url.replace(/\?.*/s, ""));
  const body = new RequestBody(request, response, record);
  const stamps = {
    time,
    requestId: randomUUID(),
    clientRequestId: String(headers["client-request-id"] ?? randomUUID()),
  };
  try {
    const reply = await answer(body, service, stamps).catch((error: unknown) => refuse(error, body, stamps));
    record.outcome = reply.status;
    await sendReply(response, reply, stamps);
    const retryAfter = Object.entries(reply.headers ?? {}).find(([name]) => /^retry-after$/i.test(name))?.[1];
    if (typeof retryAfter === "string") service.ledger.note(record, retryAfter);
  } catch (error) {
    record.outcome = error instanceof ConnectionLost ? error.how : "aborted";
    response.destroy();
  } finally {
    service.ledger.close(record);
    service.throttle?.settle(record, record.wireBytes);
    service.throttle?.leave(record);
  }
}

async function answer(body: RequestBody, service: Service, stamps: Stamps): Promise<Reply> {
  const exchange = toExchange(body);
  const { route } = exchange;
  if (route.side === "control") return handlers[route.operation](exchange, service);
  if (route.side === "graph") authorize(exchange, service.tokens);
  const session = await enter(exchange, service);
  await throttle(exchange, session, service);
  strike(exchange, session, service);
  const { fault } = exchange;
  try {
    const reply = await answerStruck(exchange, session, service, stamps).catch((error: unknown) =>
      refuse(error, body, stamps),
    );
    return exchange.struck ? dressReply(reply, fault, await toOccasion(exchange, service, stamps)) : reply;
  } finally {
    if (fault.discardSession === true && session?.state === "open") await service.sessions.end(session, "discarded");
  }
}

async function answerStruck(
  exchange: Exchange,
  session: UploadSession | undefined,
  service: Service,
  stamps: Stamps,
): Promise<Reply> {
  const { fault, body, route, record } = exchange;
  if (fault.resetBeforeHeaders === true) body.reset();
  if (fault.send1xx === true) {
    body.response.writeContinue();
    body.response.writeProcessing();
  }
  body.pace = { resetAfter: fault.resetAfterBytes, stallAfter: fault.stallAfterBytes, bytesPerSecond: fault.slowRead };
  await changeWorld(exchange, session, service);
  if (route.side === "graph") authorize(exchange, service.tokens);
  // a range is looked at in any case: what is wrong with it must show
  const prevented = prevents(fault) && route.operation !== "uploadRange";
  const usual = await (prevented ? doNothing : handlers[route.operation])(exchange, service);
  const created = session === undefined ? await service.sessions.find(record.session) : undefined;
  if (created !== undefined) {
    created.party = toParty(exchange);
    await changeCreated(exchange, created, service);
  }
  await body.drain();
  if (resets(fault)) body.reset();
  if (fault.stallHeaders !== undefined) await pause(fault.stallHeaders, body.request.socket);
  return toFaultReply(fault, stamps, toErrorService(route)) ?? usual;
}

// the plan has a reply of its own, or none
const doNothing: Handler = () => ({ status: 204 });

/** @throws ServiceError for a request that leads nowhere */
function toExchange(body: RequestBody): Exchange {
  const { request, record } = body;
  const { method = "", url = "", headers } = request;
  const target = parseTarget(url);
  if (target === undefined) throw new ServiceError("badRequestTarget");
  const route = matchRoute(method, target);
  if (route === undefined) throw new ServiceError("routeUnknown", { message: explainUnknown(target) });
  if (Array.isArray(route)) throw new ServiceError("methodNotAllowed", { headers: { Allow: route.join(", ") } });
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect)) {
    throw new ServiceError("expectationFailed");
  }
  record.operation = route.operation;
  const { token } = route.ids;
  if (token !== undefined) record.path = record.path.replace(token, "…"); // a path that is a secret
  return { method, target, headers, body, route, fault: {}, struck: false, record };
}

/** Enters the request in the ledger. @returns the upload session addressed, if there is one */
async function enter(exchange: Exchange, { sessions, ledger }: Service): Promise<UploadSession | undefined> {
  const { route, headers, record } = exchange;
  const session = await sessions.find(route.ids["session"]);
  const contentRange = headers["content-range"];
  if (contentRange !== undefined) record.contentRange = contentRange;
  if (session !== undefined) record.session = session.id;
  const { app } = session?.party ?? toParty(exchange);
  ledger.enter(record, { app, ...(session === undefined ? {} : { item: session.upload.place.key }) });
  return session;
}

/** @throws ServiceError throttled, concurrencyExceeded, after the body is read: it counts, too */
async function throttle(exchange: Exchange, session: UploadSession | undefined, service: Service): Promise<void> {
  const { method, headers, record, body, route } = exchange;
  const announced = /^(PUT|POST|PATCH)$/.test(method) ? Number(headers["content-length"] ?? 0) : 0;
  const refusal = service.throttle?.enter(record, session?.party ?? toParty(exchange), announced);
  if (service.throttle === undefined || refusal === undefined) return;
  await body.drain();
  service.throttle.settle(record, record.wireBytes);
  const retryAfter = service.throttle.wait(record, announced);
  throw new ServiceError(refusal, {
    headers: { "Retry-After": String(retryAfter) },
    service: toErrorService(route),
  });
}

/** connections that are to break when they are next used */
const tired = new WeakSet<Socket>();

/**
 * Lets the fault plan have its say.
 * @throws ConnectionLost when an earlier request's has yet to come
 */
function strike(exchange: Exchange, session: UploadSession | undefined, { faults, drives }: Service): void {
  const { method, route, headers, record, body } = exchange;
  const { socket } = body.request;
  if (tired.has(socket)) {
    record.fault = true;
    body.reset();
  }
  const range = parseContentRange(headers["content-range"]);
  const size = session?.received.size ?? range?.total;
  const family = session?.upload.family.name ?? toFamilyName(route, drives);
  const fault = faults.take({
    method,
    path: exchange.target.path,
    operation: route.operation,
    last: range !== undefined && range.end + 1 === size,
    ...(range === undefined ? {} : { range: { start: range.start, end: range.end + 1 } }),
    ...(session === undefined ? {} : { session: session.id }),
    ...(family === undefined ? {} : { family }),
  });
  if (fault === undefined) return;
  record.fault = true;
  exchange.fault = fault;
  exchange.struck = true;
  if (fault.closeIdle === true) tired.add(socket);
}

/** The upload service behind a route of the Graph side. */
function toFamilyName({ side, kind, ids }: RouteMatch, drives: Drives): FamilyName | undefined {
  if (side !== "graph" || kind === undefined) return undefined;
  if (kind === "driveItem") return drives.find(ids).service.family.name;
  if (kind === "printDocument") return "print";
  return kind === "task" ? "todo" : "outlook";
}

async function toOccasion({ record }: Exchange, { sessions, ledger }: Service, stamps: Stamps): Promise<Occasion> {
  const session = await sessions.find(record.session);
  const ranges = ledger.records.filter((each) => each.session === session?.id).map((each) => each.contentRange);
  const range = ranges.map(parseContentRange).findLast((each) => each !== undefined);
  return { stamps, received: session?.received, span: range === undefined ? 0 : toSpan(range) };
}

async function refuse(error: unknown, body: RequestBody, stamps: Stamps): Promise<Reply> {
  if (error instanceof ConnectionLost) throw error;
  const refusal =
    error instanceof ServiceError
      ? error
      : new ServiceError("emulatorFailed", { message: String(error), cause: error });
  body.record.refusal = refusal.refusal;
  await body.drain();
  return toErrorReply(refusal, stamps);
}
