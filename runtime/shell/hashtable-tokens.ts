import { unitFactor } from "./values.js";

/** A token of a PowerShell literal; `start` is its offset in the text. */
export type LiteralToken = { start: number } & (
  | { kind: "@{" | "@(" | "}" | ")" | "=" | "," | "separator" | "end" }
  | { kind: "word"; text: string }
  | { kind: "string"; value: string }
  | { kind: "number"; text: string; value: number }
  | { kind: "constant"; value: boolean | null }
);

/** A text that is not a PowerShell literal. */
export class LiteralError extends Error {
  override readonly name = "LiteralError";
  /** from 1 */
  readonly line: number;
  /** from 1, in UTF-16 units */
  readonly column: number;

  constructor(reason: string, text: string, offset: number) {
    const lines = text.slice(0, offset).split("\n");
    const column = (lines.at(-1)?.length ?? 0) + 1;
    super(`${reason} (${lines.length === 1 ? "" : `line ${lines.length}, `}column ${column})`);
    this.line = lines.length;
    this.column = column;
  }
}

type Read = (match: RegExpExecArray, text: string) => LiteralToken | undefined;

/** Tried in this order. Curly quotes are quotes, as in PowerShell, because documents are pasted. */
const rules: readonly (readonly [RegExp, Read])[] = [
  [/[^\S\n]+|`\r?\n|#[^\n]*|<#[^]*?#>/y, () => undefined],
  [/[;\n]/y, ({ index }) => ({ kind: "separator", start: index })],
  [/@\{|@\(|[})=,]/y, ({ index, 0: text }) => ({ kind: text as "@{" | "@(" | "}" | ")" | "=" | ",", start: index })],
  [/\$(true|false|null)\b/iy, readConstant],
  [/([-+]?(?:0x[\da-f]+|(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?))([kmgtp]b)?(?![\w.])/iy, readNumber],
  [/[A-Za-z_]\w*/y, ({ index, 0: text }) => ({ kind: "word", start: index, text })],
  [/['\u2018-\u201b]([^'\u2018-\u201b]*(?:['\u2018-\u201b]{2}[^'\u2018-\u201b]*)*)['\u2018-\u201b]/y, readVerbatim],
  [
    /(["\u201c-\u201e])([^"`\u201c-\u201e]*(?:(?:`[^]|["\u201c-\u201e]{2})[^"`\u201c-\u201e]*)*)["\u201c-\u201e]/y,
    readExpandable,
  ],
  [/@'[^\S\n]*\n(?:([^]*?)\r?\n)??'@/y, ({ index, 1: value = "" }) => ({ kind: "string", start: index, value })],
  [/(@"[^\S\n]*\n)(?:([^]*?)\r?\n)??"@/y, readExpandable],
];

const escapes: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\u0007",
  b: "\b",
  e: "\u001b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "`": "`",
  '"': '"',
  "'": "'",
  $: "$",
};

/**
 * Cuts a PowerShell literal into tokens.
 * @throws LiteralError for whatever would have to be executed, expanded or guessed
 */
export function readLiteralTokens(text: string): LiteralToken[] {
  const tokens: LiteralToken[] = [];
  let offset = 0;
  while (offset < text.length) {
    const [match, read] = firstMatch(text, offset);
    const token = read(match, text);
    if (token !== undefined) tokens.push(token);
    offset += match[0].length;
  }
  return [...tokens, { kind: "end", start: offset }];
}

function firstMatch(text: string, offset: number): [RegExpExecArray, Read] {
  for (const [pattern, read] of rules) {
    pattern.lastIndex = offset;
    const match = pattern.exec(text);
    if (match !== null) return [match, read];
  }
  throw new LiteralError(refusal(text.slice(offset)), text, offset);
}

function refusal(rest: string): string {
  if (rest.startsWith("$(")) return "sub-expressions are not evaluated";
  if (rest.startsWith("$")) return "variables are not expanded";
  if (rest.startsWith("[")) return "casts are not evaluated";
  if (rest.startsWith("(")) return "expressions are not evaluated";
  if (/^@?["'\u2018-\u201e]/.test(rest)) return "the string does not end";
  if (rest.startsWith("<#")) return "the comment does not end";
  return `unexpected ${JSON.stringify(String.fromCodePoint(rest.codePointAt(0) ?? 0))}; such text needs quotes`;
}

function readConstant({ index, 1: name = "" }: RegExpExecArray): LiteralToken {
  const values: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };
  return { kind: "constant", start: index, value: values[name.toLowerCase()] ?? null };
}

/** PowerShell's multipliers count in 1,024. What a double cannot hold exactly is refused, never rounded. */
function readNumber({ index, 0: written, 1: digits = "", 2: unit = "" }: RegExpExecArray, text: string): LiteralToken {
  const magnitude = Number(digits.replace(/^[-+]/, "")) * unitFactor(unit);
  const whole = !/[.e]/i.test(digits) || /^[-+]?0x/i.test(digits);
  if (!Number.isFinite(magnitude) || (whole && !Number.isSafeInteger(magnitude))) {
    throw new LiteralError("the number is too large", text, index);
  }
  return { kind: "number", start: index, text: written, value: digits.startsWith("-") ? -magnitude : magnitude };
}

function readVerbatim({ index, 1: content = "" }: RegExpExecArray): LiteralToken {
  return { kind: "string", start: index, value: content.replace(/['\u2018-\u201b](['\u2018-\u201b])/g, "$1") };
}

/** A double-quoted string or here-string: known escapes are read, anything PowerShell would expand is refused. */
function readExpandable(match: RegExpExecArray, text: string): LiteralToken {
  const { index, 1: opening = "", 2: content = "" } = match;
  const contentStart = index + opening.length;
  const refuse = (reason: string, offset: number): never => {
    throw new LiteralError(reason, text, contentStart + offset);
  };
  const quotes = opening.startsWith("@") ? /(?!)/ : /["\u201c-\u201e](["\u201c-\u201e])/;
  const special = new RegExp(`\`u\\{([\\da-f]{1,6})\\}|\`([^])|\\$|${quotes.source}`, "gi");
  const value = content.replace(special, (found, code?: string, letter?: string, quote?: string, offset?: number) => {
    const at = typeof offset === "number" ? offset : 0;
    if (code !== undefined) {
      const point = Number.parseInt(code, 16);
      return point > 0x10ffff ? refuse("the character does not exist", at) : String.fromCodePoint(point);
    }
    if (letter !== undefined) return escapes[letter] ?? refuse(`unknown escape ${JSON.stringify(found)}`, at);
    return quote ?? refuse("variables are not expanded; write `$ for a dollar sign", at);
  });
  return { kind: "string", start: index, value };
}
