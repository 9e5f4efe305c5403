import { readBearer } from "./authorize.js";
import { type Refusal, ServiceError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import type { FaultAction } from "./faults.js";
import type { Service } from "./service.js";
import type { UploadSession } from "./sessions.js";

/** Lets what a plan has for the world come about, before the request meets it. */
export async function changeWorld(
  { fault, headers, route }: Exchange,
  session: UploadSession | undefined,
  service: Service,
): Promise<void> {
  const bearer = readBearer(headers.authorization);
  if (fault.expireToken !== undefined && route.side === "graph" && bearer !== undefined) service.tokens.expire(bearer);
  if (session !== undefined) await changeSession(session, fault, service);
}

/**
 * The same for a session the request has just opened.
 * @throws ServiceError quotaExceeded, attachmentTooLarge: it is taken back
 */
export async function changeCreated({ fault }: Exchange, session: UploadSession, service: Service): Promise<void> {
  const refusal = toRefusal(fault, session);
  if (refusal === undefined || refusal === "nameAlreadyExists") return changeSession(session, fault, service);
  await service.sessions.end(session, "discarded");
  throw new ServiceError(refusal);
}

async function changeSession(session: UploadSession, fault: FaultAction, service: Service): Promise<void> {
  const now = service.settings.clock.now();
  if (fault.expireSession === true && session.state === "open") await service.sessions.end(session, "expired");
  if (fault.expireToken !== undefined && !session.upload.family.authorized) {
    session.tokenExpires = now;
    session.expiredTokenStatus = fault.expireToken;
  }
  if (fault.replicationDelay !== undefined) session.foundFrom = now + fault.replicationDelay;
  const refusal = toRefusal(fault, session);
  if (refusal !== undefined) session.refusedAtEnd = refusal;
}

function toRefusal({ conflictAtEnd, quota, tenantLimit = Infinity }: FaultAction, session: UploadSession) {
  const refusals: [Refusal, boolean][] = [
    ["nameAlreadyExists", conflictAtEnd === true],
    ["quotaExceeded", quota === true],
    ["attachmentTooLarge", (session.received.size ?? 0) > tenantLimit],
  ];
  return refusals.find(([, holds]) => holds)?.[0];
}
