import { ServiceError } from "./errors.js";
import type { Handler } from "./exchange.js";
import { parseFaultPlan } from "./fault-plan-json.js";
import { readJsonText } from "./json-body.js";
import { reportLedger, reportSession } from "./ledger-report.js";
import { resetService } from "./service.js";

/** `GET /__ledger` and `GET /__ledger/{session}`. */
export const readLedger: Handler = async ({ route }, service) => {
  const id = route.ids["session"];
  if (id === undefined) return { status: 200, json: await reportLedger(service) };
  const session = await service.sessions.find(id);
  if (session === undefined) throw new ServiceError("sessionUnknown");
  return { status: 200, json: await reportSession(session, service.ledger.records) };
};

export const listFaults: Handler = (_exchange, { faults }) => ({ status: 200, json: faults.report() });

/** `POST /__faults`: appends to the plan. */
export const addFaults: Handler = async ({ body }, { faults }) => {
  faults.add(parseFaultPlan(await readJsonText(body)));
  return { status: 200, json: faults.report() };
};

export const reset: Handler = async (_exchange, service) => {
  await resetService(service);
  return { status: 204 };
};
