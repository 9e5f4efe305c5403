import type { ScalarName } from "./command.js";

/** A converted value, or nothing when the value is not of the type. */
export type Conversion = { value: string | number | boolean; warning?: string } | undefined;

/** PowerShell type of a parameter -> scalar type; all others take an object. */
export const parameterScalars: Readonly<Record<string, ScalarName>> = {
  String: "string",
  Boolean: "boolean",
  SwitchParameter: "boolean",
  Int32: "int32",
  Int64: "int64",
  Double: "double",
  Single: "float",
  Decimal: "decimal",
  DateTime: "date-time",
  Guid: "uuid",
  TimeSpan: "duration",
};

const powers: Readonly<Record<string, number>> = { kb: 1, mb: 2, gb: 3, tb: 4, pb: 5 };
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const isoDuration = /^[+-]?P(?=.)(\d+[YMWD])*(T(?=.)(\d+(\.\d+)?[HMS])*)?$/;
/** PowerShell's own: `1.02:30:00` is a day, two hours and a half */
const timeSpan = /^(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d{1,7})?))?$/;
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/i;

/** Converts a value as PowerShell would, from text or from JSON; the wire form of dates and times is text. */
export function convertScalar(value: unknown, type: ScalarName): Conversion {
  switch (type) {
    case "boolean":
      return convertBoolean(value);
    case "int32":
      return convertInteger(value, -(2 ** 31), 2 ** 31 - 1);
    case "int64":
      return convertInteger(value, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    case "double":
    case "float":
    case "decimal":
      return convertDouble(value);
    case "date-time":
      return convertDateTime(value);
    case "uuid":
      return typeof value === "string" && uuid.test(value) ? { value } : undefined;
    case "duration":
      return convertDuration(value);
    case "date":
      return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? { value } : undefined;
    case "time":
      return typeof value === "string" && /^\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(value) ? { value } : undefined;
    default:
      return typeof value === "object" || value === undefined ? undefined : { value: String(value) };
  }
}

/** `$true`, `true`, `1` and their opposites, in any case. */
export function convertBoolean(value: unknown): { value: boolean } | undefined {
  if (typeof value === "boolean") return { value };
  const text = String(value).toLowerCase();
  if (["$true", "true", "1"].includes(text)) return { value: true };
  if (["$false", "false", "0"].includes(text)) return { value: false };
  return undefined;
}

/** Decimal or `0x`, with PowerShell's suffixes (1 kb = 1,024). Beyond 2^53 - 1 a number would be rounded: refused. */
function convertInteger(value: unknown, minimum: number, maximum: number): Conversion {
  const number = typeof value === "string" ? parseInteger(value) : value;
  if (typeof number !== "number" || !Number.isInteger(number) || number < minimum || number > maximum) return undefined;
  return { value: number };
}

function parseInteger(text: string): number | undefined {
  const match = /^([-+]?)(0x[\da-f]+|\d+)([kmgtp]b)?$/i.exec(text.trim());
  if (match === null) return undefined;
  const [, sign, digits = "", unit = ""] = match;
  const magnitude = Number(digits) * unitFactor(unit);
  return sign === "-" ? -magnitude : magnitude;
}

/** What PowerShell's suffixes stand for; 1 without one. */
export function unitFactor(unit: string): number {
  return 1024 ** (powers[unit.toLowerCase()] ?? 0);
}

function convertDouble(value: unknown): Conversion {
  if (typeof value === "number") return { value };
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? { value: number } : undefined;
}

/** ISO 8601 as it goes over the wire, or as PowerShell writes it. */
function convertDuration(value: unknown): Conversion {
  if (typeof value !== "string") return undefined;
  if (isoDuration.test(value)) return { value };
  const match = timeSpan.exec(value);
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return { value: `P${days}DT${hours}H${minutes}M${seconds}S` };
}

function convertDateTime(value: unknown): Conversion {
  const match = typeof value === "string" ? dateTime.exec(value.trim()) : null;
  if (match === null || Number.isNaN(Date.parse(match[0]))) return undefined;
  if (match[3] !== undefined) return { value: match[0] };
  return { value: new Date(match[0]).toISOString(), warning: "has no time zone; taken as local time" };
}
