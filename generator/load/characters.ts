import type { DiagnosticCode } from "../diagnostics.js";

/** A character that has no business in a spec, and where in the text it stands. */
export interface BadCharacter {
  code: DiagnosticCode;
  /** UTF-16 units from the start of the text */
  offset: number;
  message: string;
}

// LF and TAB are text; U+0085 ends a line for some readers, but prose may hold it: encoders fold it
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufff9-\ufffb]/;
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const loneSurrogate = /\p{Surrogate}/u;

/** Finds the first character that is refused everywhere, in names, values and prose alike. */
export function findBadCharacter(text: string): BadCharacter | undefined {
  const found = [
    describe("text/control-char", "a control character", control.exec(text)),
    describe("text/bidi", "a character that turns the direction of text", bidi.exec(text)),
    describe("text/control-char", "half of a surrogate pair", loneSurrogate.exec(text)),
  ].filter((bad) => bad !== undefined);
  return found.toSorted((a, b) => a.offset - b.offset)[0];
}

function describe(code: DiagnosticCode, what: string, match: RegExpExecArray | null): BadCharacter | undefined {
  if (!match) return undefined;
  const point = match[0].codePointAt(0) ?? 0;
  return { code, offset: match.index, message: `${what}, U+${point.toString(16).toUpperCase().padStart(4, "0")}` };
}
