import { validateHeaderName, validateHeaderValue } from "node:http";
import { ServiceError } from "./errors.js";
import type { Fault, FaultAction, FaultMatch } from "./faults.js";

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isTrue: Check = (value) => value === true;
const isBoolean: Check = (value) => typeof value === "boolean";
const isCount: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isOrdinal: Check = (value) => isCount(value) && value !== 0;
const isReplyStatus: Check = (value) => isCount(value) && Number(value) >= 300 && Number(value) <= 599;
const isHeaders: Check = (value) =>
  isObject(value) && Object.entries(value).every(([name, text]) => isHeader(name, text));

const matchFields: Record<keyof FaultMatch, Check> = {
  method: isText,
  operation: isText,
  session: isText,
  last: isBoolean,
  nth: isOrdinal,
  every: isOrdinal,
  times: isOrdinal,
};

const actionFields: Record<keyof FaultAction, Check> = {
  resetBeforeHeaders: isTrue,
  resetAfterBytes: isCount,
  resetAfterBody: isTrue,
  stallHeaders: isCount,
  keep: isTrue,
  drop: isTrue,
  keepPartial: isCount,
  discardSession: isTrue,
  completeSilently: isTrue,
  status: isReplyStatus,
  code: isText,
  innerCode: isText,
  message: isText,
  headers: isHeaders,
};

/**
 * Reads a fault plan, a JSON list of entries.
 * @throws ServiceError planInvalid, naming the entry and the field
 */
export function parseFaultPlan(json: string): Fault[] {
  let plan: unknown;
  try {
    plan = JSON.parse(json);
  } catch (cause) {
    throw new ServiceError("planInvalid", { message: "The fault plan is not JSON.", cause });
  }
  return checkFaultPlan(plan);
}

/** @throws ServiceError planInvalid, naming the entry and the field */
export function checkFaultPlan(plan: unknown): Fault[] {
  if (!Array.isArray(plan)) throw new ServiceError("planInvalid", { message: "A fault plan is a list of entries." });
  return plan.map((entry: unknown, index) => {
    const { match, action } = checkFields<Fault>(entry, { match: isObject, action: isObject }, `entry ${index}`);
    const checked = checkFields<FaultAction>(action, actionFields, `entry ${index}, action`);
    if (match === undefined) return { action: checked };
    return { match: checkFields<FaultMatch>(match, matchFields, `entry ${index}, match`), action: checked };
  });
}

function checkFields<T extends object>(value: unknown, fields: Record<keyof T, Check>, place: string): T {
  if (!isObject(value)) {
    throw new ServiceError("planInvalid", { message: `Fault plan, ${place}: an object is expected.` });
  }
  for (const [name, field] of Object.entries(value)) {
    if (!Object.hasOwn(fields, name) || !fields[name as keyof T](field)) {
      const problem = Object.hasOwn(fields, name) ? "has a value that does not fit" : "is not known";
      throw new ServiceError("planInvalid", { message: `Fault plan, ${place}: '${name}' ${problem}.` });
    }
  }
  return value as T;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isHeader(name: string, value: unknown): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, String(value));
    return typeof value === "string";
  } catch {
    return false;
  }
}
