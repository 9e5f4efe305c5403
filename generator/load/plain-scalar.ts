import type { DiagnosticCode } from "../diagnostics.js";

const decimal = /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/;
// what some YAML reader, old or new, takes for a number and another for a text or another number
const numberLike =
  /^[-+]?(\d[\d_]*(\.[\d_]*)?(e[-+]?\d+)?|\.\d[\d_]*(e[-+]?\d+)?|0[xob][\da-f_]+|\d+(:[0-5]?\d)+|\.(inf|nan))$/i;
const booleanLike = /^(yes|no|on|off)$/i;

/**
 * The value of an unquoted scalar. YAML 1.1 and 1.2 read some spellings differently (`no`, `017`, `1:30`); those are
 * refused, so that what a reader of any school sees is what is meant.
 */
export function readPlainScalar(
  source: string,
  value: unknown,
): { value: string | number | boolean | null } | { code: DiagnosticCode; message: string } {
  if (value === null || typeof value === "boolean") return { value };
  if (booleanLike.test(source)) {
    return { code: "schema/type", message: `${source} is a text to some readers of YAML and a boolean to others` };
  }
  if (decimal.test(source)) {
    const number = Number(source);
    const exact = Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number));
    if (exact && !Object.is(number, -0)) return { value: number };
    return { code: "value/number", message: `the number ${source} cannot be kept exactly` };
  }
  if (numberLike.test(source)) return { code: "value/number", message: `${source} is not a plain decimal number` };
  return { value: source };
}
