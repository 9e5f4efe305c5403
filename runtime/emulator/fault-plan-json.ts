import { validateHeaderName, validateHeaderValue } from "node:http";
import { ServiceError } from "./errors.js";
import { families } from "./families.js";
import type { Fault, FaultAction, FaultMatch } from "./faults.js";
import { operations } from "./routes.js";

/** What a field must hold. */
interface Field {
  expected: string;
  fits(value: unknown): boolean;
}

const text: Field = { expected: "a text", fits: (value) => typeof value === "string" };
const flag: Field = { expected: "true", fits: (value) => value === true };
const truth: Field = { expected: "true or false", fits: (value) => typeof value === "boolean" };
const count: Field = { expected: "a whole number from 0", fits: (value) => isWhole(value, 0) };
const ordinal: Field = { expected: "a whole number from 1", fits: (value) => isWhole(value, 1) };
const whole: Field = { expected: "a whole number", fits: (value) => Number.isSafeInteger(value) };
const share: Field = {
  expected: "a number from 0 to 1",
  fits: (value) => typeof value === "number" && value >= 0 && value <= 1,
};
const object: Field = { expected: "an object", fits: isObject };

const form = oneOf("absent", "bare", "open", "closed", "holes", "pastEof", "unsorted", "overlapping");
const oddBody = oneOf("empty", "html", "badJson", "nested", "long");

const matchFields: Record<keyof FaultMatch, Field> = {
  method: oneOf("GET", "PUT", "POST", "DELETE", "PATCH"),
  path: text,
  operation: oneOf(...operations),
  family: oneOf(...Object.keys(families)),
  session: text,
  last: truth,
  offset: count,
  nth: ordinal,
  every: ordinal,
  probability: share,
  seed: whole,
  times: ordinal,
};

const actionFields: Record<keyof FaultAction, Field> = {
  resetBeforeHeaders: flag,
  resetAfterBytes: count,
  resetAfterBody: flag,
  closeIdle: flag,
  stallHeaders: count,
  stallAfterBytes: count,
  truncateReply: count,
  stallReply: count,
  slowRead: ordinal,
  send1xx: flag,
  keep: flag,
  drop: flag,
  keepPartial: count,
  rewindTo: count,
  jumpBy: ordinal,
  discardSession: flag,
  completeSilently: flag,
  status: { expected: "a status from 200 to 599", fits: (value) => isWhole(value, 200) && Number(value) <= 599 },
  code: text,
  innerCode: { expected: "a text or a list of texts", fits: (value) => [value].flat().every(text.fits) },
  message: text,
  headers: { expected: "an object of header names and texts, or null to take one away", fits: isHeaders },
  retryAfterDate: whole,
  ranges: {
    expected: `a list, null, ${form.expected}`,
    fits: (value) => value === null || Array.isArray(value) || form.fits(value),
  },
  casing: oneOf("camel", "pascal", "mixed"),
  body: {
    expected: `${oddBody.expected}, or an object with text`,
    fits: (value) =>
      isObject(value) ? Object.keys(value).join() === "text" && text.fits(value["text"]) : oddBody.fits(value),
  },
  spelling: oneOf("innerError", "innererror"),
  expireToken: oneOf(401, 403),
  expireSession: flag,
  replicationDelay: count,
  conflictAtEnd: flag,
  changeKeyConflict: flag,
  quota: flag,
  tenantLimit: count,
  holdName: flag,
};

/** Actions of which an entry may have one. */
const alternatives: readonly (readonly (keyof FaultAction)[])[] = [
  ["keep", "drop", "keepPartial"],
  ["resetAfterBytes", "stallAfterBytes"],
  ["truncateReply", "stallReply"],
];

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
    const { match, action } = checkFields<Fault>(entry, { match: object, action: object }, `entry ${index}`);
    const checked = checkFields<FaultAction>(action, actionFields, `entry ${index}, action`);
    for (const names of alternatives) {
      const [one, other] = names.filter((name) => checked[name] !== undefined);
      if (other !== undefined) throw invalid(`entry ${index}, action: '${one}' and '${other}' exclude each other`);
    }
    if (match === undefined) return { action: checked };
    return { match: checkFields<FaultMatch>(match, matchFields, `entry ${index}, match`), action: checked };
  });
}

function checkFields<T extends object>(value: unknown, fields: Record<keyof T, Field>, place: string): T {
  if (!isObject(value)) throw invalid(`${place}: an object is expected`);
  for (const [name, given] of Object.entries(value)) {
    if (!Object.hasOwn(fields, name)) throw invalid(`${place}: '${name}' is not known`);
    const field = fields[name as keyof T];
    if (!field.fits(given)) throw invalid(`${place}: '${name}' must be ${field.expected}`);
  }
  return value as T;
}

function invalid(problem: string): ServiceError {
  return new ServiceError("planInvalid", { message: `Fault plan, ${problem}.` });
}

function oneOf(...values: readonly (string | number)[]): Field {
  const listed = values.join(", ").replace(/, ([^,]*)$/, " or $1");
  return { expected: listed, fits: (value) => values.some((each) => each === value) };
}

function isWhole(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && Number(value) >= least;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isHeaders(value: unknown): boolean {
  return isObject(value) && Object.entries(value).every(([name, given]) => isHeader(name, given));
}

function isHeader(name: string, value: unknown): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, String(value));
    return value === null || typeof value === "string";
  } catch {
    return false;
  }
}
