import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { authorize } from "./authorize.js";
import { parseContentRange } from "./content-range.js";
import { allowOrigin } from "./cors.js";
import { ServiceError, type Stamps } from "./errors.js";
import type { Exchange, Handler } from "./exchange.js";
import { toFaultReply } from "./fault-reply.js";
import { prevents, resets, toReplyStatus } from "./faults.js";
import { handlers } from "./handlers.js";
import { type Reply, sendReply, toErrorReply } from "./reply.js";
import { ConnectionLost, RequestBody } from "./request-body.js";
import { matchRoute } from "./routes.js";
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
  } catch (error) {
    record.outcome = error instanceof ConnectionLost ? error.how : "aborted";
    response.destroy();
  } finally {
    service.ledger.close(record);
  }
}

async function answer(body: RequestBody, service: Service, stamps: Stamps): Promise<Reply> {
  const exchange = toExchange(body);
  const { route } = exchange;
  if (route.side === "control") return handlers[route.operation](exchange, service);
  if (route.side === "graph") authorize(exchange, service.settings);
  const session = await strike(exchange, service);
  try {
    return await answerStruck(exchange, service, stamps);
  } finally {
    if (exchange.fault.discardSession && session?.state === "open") await service.sessions.end(session, "discarded");
  }
}

async function answerStruck(exchange: Exchange, service: Service, stamps: Stamps): Promise<Reply> {
  const { fault, body, route } = exchange;
  if (fault.resetBeforeHeaders) body.reset();
  body.resetAfter = fault.resetAfterBytes;
  // a range is looked at in any case: what is wrong with it must show
  const prevented = prevents(fault) && route.operation !== "uploadRange";
  const usual = await (prevented ? doNothing : handlers[route.operation])(exchange, service);
  await body.drain();
  if (resets(fault)) body.reset();
  if (fault.stallHeaders !== undefined) await stall(fault.stallHeaders, body);
  const status = toReplyStatus(fault);
  return status === undefined ? usual : toFaultReply(status, fault, stamps);
}

// the plan has a reply of its own, or none
const doNothing: Handler = () => ({ status: 204 });

/** @throws ServiceError for a request that leads nowhere */
function toExchange(body: RequestBody): Exchange {
  const { request, record } = body;
  const { method = "", url = "", headers } = request;
  const target = parseTarget(url);
  if (target === undefined) throw new ServiceError("badRequestTarget");
  const route = matchRoute(method, target.segments);
  if (route === undefined) throw new ServiceError("routeUnknown");
  if (Array.isArray(route)) throw new ServiceError("methodNotAllowed", { headers: { Allow: route.join(", ") } });
  if (headers.expect !== undefined && !/^100-continue$/i.test(headers.expect)) {
    throw new ServiceError("expectationFailed");
  }
  record.operation = route.operation;
  return { method, target, headers, body, route, fault: {}, record };
}

/** Lets the fault plan have its say. @returns the upload session addressed, if there is one */
async function strike(exchange: Exchange, { faults, sessions, ledger }: Service): Promise<UploadSession | undefined> {
  const { method, route, headers, record } = exchange;
  const session = await sessions.find(route.ids["session"]);
  const contentRange = headers["content-range"];
  if (contentRange !== undefined) record.contentRange = contentRange;
  if (session !== undefined) {
    record.session = session.id;
    ledger.enter(record, session.upload.place.key);
  }
  const end = parseContentRange(contentRange)?.end;
  const last = end !== undefined && end + 1 === session?.received.size;
  const key = session === undefined ? {} : { session: session.id };
  const fault = faults.take({ method, operation: route.operation, last, ...key });
  if (fault !== undefined) {
    record.fault = true;
    exchange.fault = fault;
  }
  return session;
}

async function stall(milliseconds: number, { request: { socket } }: RequestBody): Promise<void> {
  const closed = new AbortController();
  const stop = (): void => closed.abort();
  socket.once("close", stop);
  try {
    await setTimeout(milliseconds, undefined, { signal: closed.signal });
  } catch (cause) {
    throw new ConnectionLost("aborted", { cause });
  } finally {
    socket.off("close", stop);
  }
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
