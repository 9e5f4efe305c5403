import { CST, Lexer } from "yaml";
import type { DiagnosticCode } from "../diagnostics.js";
import { findBadCharacter } from "./characters.js";

/** How large and how deep a YAML file may be. */
export interface YamlLimits {
  mebibytes: number;
  depth: number;
  /** of one map */
  keys: number;
  /** of one key, in UTF-16 units */
  keyLength: number;
  nodes: number;
}

/** Of one spec file. */
export const specLimits: YamlLimits = { mebibytes: 1, depth: 64, keys: 2000, keyLength: 128, nodes: 20_000 };

export const maxFileBytes = specLimits.mebibytes * 1024 * 1024;

/** What a guard refuses, by offset in UTF-16 units from the start of the text. */
export interface Refusal {
  code: DiagnosticCode;
  offset: number;
  message: string;
}

/** Bytes of a file to text: at most 1 MiB of valid UTF-8 with LF line ends, no byte order mark, no control characters. */
export function decodeText(bytes: Uint8Array): { text: string; refusal?: Refusal } {
  const { text, refusal = findLoneReturn(text) ?? findBadCharacter(text) } = decodeUtf8(bytes, specLimits);
  return { text, ...(refusal && { refusal }) };
}

/** As `decodeText`, whatever characters they are. */
export function decodeUtf8(bytes: Uint8Array, { mebibytes }: YamlLimits): { text: string; refusal?: Refusal } {
  if (bytes.length > mebibytes * 1024 * 1024) {
    return unreadable("file/too-large", `the file is larger than ${mebibytes} MiB`);
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll("\r\n", "\n") };
  } catch {
    return unreadable("file/encoding", "the file is not valid UTF-8");
  }
}

function unreadable(code: DiagnosticCode, message: string) {
  return { text: "", refusal: { code, offset: 0, message } };
}

function findLoneReturn(text: string): Refusal | undefined {
  const offset = text.indexOf("\r");
  return offset < 0 ? undefined : { code: "file/line-ending", offset, message: "a carriage return stands alone" };
}

/** A token of a YAML text and where it begins. */
export interface Token {
  /** `null`: a plain scalar, or the body of a block scalar */
  type: CST.TokenType | null;
  source: string;
  /** UTF-16 units from the start of the text */
  offset: number;
  /** the same from the start of its line */
  column: number;
}

interface OpenCollection {
  /** of the indicator or key that opened it; flow collections nest by brackets instead */
  column: number;
  flow: boolean;
  keys: number;
}

/**
 * Looks at the tokens of a YAML text before anything recursive does: the parser overflows the stack on deep nesting, and
 * can take the whole process with it. Refuses depth, size, and every feature of YAML that specs do without.
 * @param pass gets each token that was let through, so that the text is split once only; marks of the lexer are left out
 */
export function guardTokens(
  text: string,
  limits = specLimits,
  pass: (token: Token) => void = () => {},
): Refusal | undefined {
  const open: OpenCollection[] = [];
  let offset = 0;
  let lineStart = 0;
  let nodes = 0;
  let documentStarts = 0;
  let keyColumn = 0;
  let scalarNext = false;

  const closeBlocks = (column: number) => {
    for (let top = open.at(-1); top && !top.flow && top.column > column; top = open.at(-1)) open.pop();
  };
  const closeFlow = () => {
    while (open.length > 0 && !open.pop()?.flow);
  };
  const inFlow = () => open.at(-1)?.flow === true;
  const enterBlock = (column: number) => {
    if (inFlow()) return;
    closeBlocks(column);
    if (open.at(-1)?.column !== column || inFlow()) open.push({ column, flow: false, keys: 0 });
  };

  for (const token of new Lexer().lex(text)) {
    // a plain or block scalar may begin like any other token, but the lexer announces it
    const type: CST.TokenType | null = scalarNext ? null : CST.tokenType(token);
    scalarNext = type === "scalar";
    // these three are marks of the lexer, not part of the text
    if (type === "doc-mode" || type === "scalar" || type === "flow-error-end") continue;
    const refuse = (code: DiagnosticCode, message: string): Refusal => ({ code, offset, message });
    const column = offset - lineStart;

    switch (type) {
      case "alias":
      case "anchor":
        return refuse("yaml/alias", `the ${type} ${token}`);
      case "tag":
        return refuse("yaml/tag", `the tag ${token}`);
      case "directive-line":
        return refuse("yaml/directive", `the directive ${token.trim()}`);
      case "doc-start":
        documentStarts += 1;
        if (documentStarts > 1 || nodes > 0) return refuse("yaml/multi-document", "a second document begins here");
        break;
      case "doc-end":
        return refuse("yaml/multi-document", "the document ends before the file does");
      case "flow-map-start":
      case "flow-seq-start":
        open.push({ column, flow: true, keys: 0 });
        nodes += 1;
        keyColumn = column;
        break;
      case "flow-map-end":
      case "flow-seq-end":
        closeFlow();
        break;
      case "seq-item-ind":
      case "explicit-key-ind":
        enterBlock(column);
        nodes += 1;
        break;
      case "map-value-ind": {
        enterBlock(keyColumn);
        const map = open.at(-1);
        if (map && ++map.keys > limits.keys) {
          return refuse("yaml/too-many-keys", `a map has more than ${limits.keys} keys`);
        }
        break;
      }
      case "single-quoted-scalar":
      case "double-quoted-scalar":
      case null:
        keyColumn = column;
        nodes += 1;
        break;
      default:
    }
    if (open.length > limits.depth) return refuse("yaml/depth", `values are nested more than ${limits.depth} deep`);
    if (nodes > limits.nodes) return refuse("yaml/too-many-nodes", `the file has more than ${limits.nodes} values`);
    pass({ type, source: token, offset, column });

    offset += token.length;
    const lastBreak = token.lastIndexOf("\n");
    if (lastBreak >= 0) lineStart = offset - token.length + lastBreak + 1;
  }
  return undefined;
}
