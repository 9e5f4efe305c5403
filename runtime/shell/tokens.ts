/** One argument of the command line, read without knowing the command. */
export type Token = ValueToken | ParameterToken;

export interface ValueToken {
  kind: "value";
  text: string;
}

export interface ParameterToken {
  kind: "parameter";
  /** the whole argument: `-GroupId:x` */
  written: string;
  /** without dashes and value: `GroupId` */
  name: string;
  /** began with exactly one ASCII hyphen, PowerShell's way */
  singleDash: boolean;
  /** what stands between name and value, if a value is attached or announced: `-Name:v`, `-Name:`, `--name=v` */
  separator?: ":" | "=";
  /** text after the separator; absent after a bare `-Name:`, whose value is the next argument */
  value?: string;
}

/** A dash, as typed or as a pasted document has it (U+2013 to U+2015), then a name, then perhaps a value. */
const parameterPattern = /^([-\u2013-\u2015]{1,2})([\p{L}_?][^:=]*)(?:([:=])([^]*))?$/u;

/** Reads the arguments. `--` ends the parameters; `-`, `-12` and `-.5` are values. */
export function readTokens(args: readonly string[]): Token[] {
  const end = args.indexOf("--");
  const options = end === -1 ? args : args.slice(0, end);
  const rest = end === -1 ? [] : args.slice(end + 1);
  return [...options.map(readToken), ...rest.map((text): Token => ({ kind: "value", text }))];
}

function readToken(text: string): Token {
  const match = parameterPattern.exec(text);
  if (match === null) return { kind: "value", text };
  const [, dashes, name = "", separator, value] = match;
  const token: ParameterToken = { kind: "parameter", written: text, name, singleDash: dashes === "-" };
  if (separator === ":" || separator === "=") {
    token.separator = separator;
    if (separator === "=" || value !== "") token.value = value ?? "";
  }
  return token;
}

/** What makes two spellings one name: `-GroupId`, `--group-id` and `--groupid` are all `groupid`. */
export function nameKey(name: string): string {
  return name.replaceAll("-", "").toLowerCase();
}
