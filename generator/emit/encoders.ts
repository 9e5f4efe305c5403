import { writeLine, writeLines, writeText } from "../help/autorest-text.js";
import { guardLineStart, visible } from "../help/markdown-guard.js";
import { escapeText, isLink, writeMarkdown, writePlatyps, writeProse, writeScalar } from "../help/platyps-text.js";

/** A text that has no place where a template puts it: a mistake of the generator, not of a spec. */
export class EncodeError extends Error {
  override readonly name = "EncodeError";
  constructor(context: string, text: unknown) {
    super(`${JSON.stringify(text)} cannot be printed as ${context}`);
  }
}

const identifier = /^[A-Za-z_$][\w$]*$/;
const reserved: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof var void while with yield"
  ).split(" "),
);

/** Words that are no constants, addresses, versions, dates with slashes: strings to every YAML parser. */
const plainYaml =
  /^(?:(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z(][\w.(), [\]/-]*(?<! )|https?:\/\/[\w./?=&%~-]+|\d+\.\d+\.\d+|\d+(\/\d+)+)$/i;

/** Control characters, line separators, bidi controls, byte order marks, lone surrogates: never raw in generated text. */
const invisible =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * One function per place a text can stand in. Each takes any string and returns text that means just that string there, or
 * throws an EncodeError. None returns a line break or another control character unless it says so.
 */
export const encoders = {
  /** a TypeScript string literal, with prettier's choice of quotes */
  str(text: string): string {
    const single = count(text, '"') > count(text, "'");
    const body = JSON.stringify(text)
      .slice(1, -1)
      .replace(invisible, unicodeEscape)
      .replace(/<(?=[/!])/g, "\\x3c");
    return single ? `'${body.replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : `"${body}"`;
  },

  /** a TypeScript identifier */
  ident(text: string): string {
    if (!identifier.test(text) || reserved.has(text)) throw new EncodeError("an identifier", text);
    return text;
  },

  /** the name of a member, after a dot */
  member(text: string): string {
    if (!identifier.test(text)) throw new EncodeError("a member name", text);
    return text;
  },

  /** the name of a member in a literal or an interface: bare where it can be */
  prop(text: string): string {
    if (text === "__proto__") return `["__proto__"]`; // without brackets it would set the prototype
    return identifier.test(text) ? text : encoders.str(text);
  },

  /** a TypeScript type made of names, string literals, `|`, `[]` and type arguments */
  type(text: string): string {
    const rest = text.replace(/"[\w.@-]*"|[A-Za-z_$][\w$]*/g, "");
    if (text === "" || !/^[<>|&,()[\] ]*$/.test(rest)) throw new EncodeError("a type", text);
    return text;
  },

  /** running text within a block comment, on one line: closes nothing, starts no tag */
  comment(text: string): string {
    return fold(text)
      .replaceAll("*/", "*\\/")
      .replace(/(^|[\s{])@/g, "$1\\@");
  },

  /** the rest of a line comment */
  line(text: string): string {
    return fold(text);
  },

  num(value: number): string {
    if (typeof value !== "number" || !Number.isFinite(value)) throw new EncodeError("a number", value);
    return Object.is(value, -0) ? "-0" : String(value);
  },

  /** a JSON string */
  json(text: string): string {
    return JSON.stringify(text).replace(invisible, unicodeEscape);
  },

  /** a YAML value on one line: plain where that means the same string, else quoted */
  yaml(text: string): string {
    return plainYaml.test(text) ? text : encoders.json(text);
  },

  /** running Markdown text, on one line: no character of it is markup */
  md(text: string): string {
    return fold(text)
      .replace(/[\\`*_{}[\]<>#|!~^&]/g, "\\$&")
      .replace(/^(\s*\d*)([-+.)=:])/, "$1\\$2");
  },

  /** running text as PlatyPS 0.14 writes it: its escapes, a line per sentence; may contain line breaks */
  platyps(text: string): string {
    return writePlatyps(text);
  },

  /** a heading, a name or a link on such a page, on one line */
  platypsLine(text: string): string {
    return guardLineStart(escapeText(fold(text)));
  },

  /** Markdown text of a page: links and code stay, nothing in it is a heading or a fence; may contain line breaks */
  markdown(text: string): string {
    return writeMarkdown(text);
  },

  /** a YAML value as PlatyPS writes it on its pages: plain where it stays one value, else in single quotes */
  scalar(text: string): string {
    return writeScalar(fold(text));
  },

  /** a text of service.yaml that may hold links; apart from them it is as PlatyPS escapes it, on one line */
  prose(text: string): string {
    return writeProse(fold(text));
  },

  /** running text as AutoRest's renderer writes it: a line per sentence; may contain line breaks */
  autorest(text: string): string {
    return writeText(text);
  },

  /** the same, of a text whose own line breaks stay */
  autorestLines(text: string): string {
    return writeLines(text);
  },

  /** the rest of a line of such a page */
  autorestLine(text: string): string {
    return writeLine(text);
  },

  /** a line inside a fence of such a page: what no editor shows is spelled out */
  autorestCode(text: string): string {
    if (text.includes("\n")) throw new EncodeError("a line of code", text);
    return visible(text);
  },

  /** within a pair of backticks */
  span(text: string): string {
    if (text === "" || /[`\n]/.test(text)) throw new EncodeError("a span of code", text);
    return visible(text);
  },

  /** a line inside a fence */
  code(text: string): string {
    if (text.replaceAll("\t", "").search(invisible) >= 0) throw new EncodeError("a line of code", text);
    return text;
  },

  /** so many levels of two spaces */
  indent(depth: number): string {
    return "  ".repeat(depth);
  },

  /** the target of a Markdown link */
  url(text: string): string {
    if (!isLink(text)) throw new EncodeError("a link", text);
    return text;
  },
};

export type Encoder = keyof typeof encoders;

/** One line: line breaks and tabs become spaces, other invisible characters are spelled out. */
function fold(text: string): string {
  return text
    .replace(/[\s\u0085\u2028\u2029]+/g, " ")
    .trim()
    .replace(invisible, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
