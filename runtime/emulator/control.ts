import { ServiceError } from "./errors.js";
import type { Handler } from "./exchange.js";
import { parseFaultPlan } from "./fault-plan-json.js";
import { readJsonObject, readJsonText } from "./json-body.js";
import { reportLedger, reportSession } from "./ledger-report.js";
import { type Service, resetService } from "./service.js";

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

export const readClock: Handler = (_exchange, service) => ({ status: 200, json: reportClock(service) });

/** `POST /__clock` with `{"advanceMs": n}`, or `{"setTo": t}` in milliseconds since 1970 or as an ISO date. */
export const setClock: Handler = async ({ body }, service) => {
  const { clock } = service.settings;
  const { advanceMs, setTo, ...others } = await readJsonObject(body);
  const time = typeof setTo === "string" ? Date.parse(setTo) : setTo;
  const wanted = typeof advanceMs === "number" ? clock.now() + advanceMs : time;
  const asked = [advanceMs, setTo].filter((value) => value !== undefined).length + Object.keys(others).length;
  // a Date holds 100 million days either side of 1970
  if (asked !== 1 || typeof wanted !== "number" || !(Math.abs(wanted) <= 8.64e15))
    throw new ServiceError("clockInvalid");
  clock.setTo(wanted);
  return { status: 200, json: reportClock(service) };
};

/** `POST /__token`: a new access token, in the form OAuth gives it. */
export const issueToken: Handler = (_exchange, { tokens, settings }) => {
  const { token, expires } = tokens.issue();
  const seconds = Math.floor((expires - settings.clock.now()) / 1000);
  const expiry = Number.isFinite(seconds) ? { expires_in: seconds } : {};
  return { status: 200, json: { token_type: "Bearer", access_token: token, ...expiry } };
};

export const reset: Handler = async (_exchange, service) => {
  await resetService(service);
  return { status: 204 };
};

function reportClock({ settings: { clock } }: Service): object {
  const now = clock.now();
  return { now, date: new Date(now).toISOString() };
}
