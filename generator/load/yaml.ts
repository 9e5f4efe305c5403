import { Composer, isMap, isScalar, isSeq, LineCounter, Parser, visit } from "yaml";
import type { CST, Document, ParsedNode, Scalar, YAMLError, YAMLMap } from "yaml";
import type { Diagnostic, DiagnosticCode } from "../diagnostics.js";
import type { Place } from "../model.js";
import { findBadCharacter } from "./characters.js";
import { decodeText, guardTokens, type Refusal, specLimits, type YamlLimits } from "./guard.js";
import type { LocatedMap, LocatedNode } from "./located.js";
import { readForeignScalar, readPlainScalar } from "./plain-scalar.js";

const reservedKeys = new Set(["__proto__", "constructor", "prototype"]);
const foreignReservedKeys = new Set(["__proto__"]);

/** A spec file as a located tree, as far as it could be read; every complaint is a diagnostic. */
export interface LoadedFile {
  file: string;
  /** decoded, LF line ends; what diagnostics quote */
  text: string;
  root?: LocatedMap;
  diagnostics: Diagnostic[];
}

/** Reads the bytes of one spec file. Never throws, whatever they are. */
export function loadYaml(file: string, bytes: Uint8Array): LoadedFile {
  const { text, refusal } = decodeText(bytes);
  return refusal ? refuse(file, text, refusal) : readYaml(file, text);
}

/** A file that holds no tree, and why. */
export function refuse(file: string, text: string, { code, offset, message }: Refusal): LoadedFile {
  const before = text.slice(0, offset).split("\n");
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { file, text, diagnostics: [{ code, place, message }] };
}

/**
 * Reads a YAML text with LF line ends. Never throws, whatever it is.
 * @param foreign a text nobody wrote for us: odd spellings of numbers stay texts; names and characters are the caller's
 * business
 */
export function readYaml(file: string, text: string, limits: YamlLimits = specLimits, foreign = false): LoadedFile {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  const refusal = guardTokens(text, limits, (token) => tokens.push(...parser.next(token)));
  if (refusal) return refuse(file, text, refusal);
  tokens.push(...parser.end());

  const reserved = foreign ? foreignReservedKeys : reservedKeys;
  const loaded: LoadedFile = { file, text, diagnostics: [] };
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const report = (code: DiagnosticCode, at: Place, message: string, related?: Diagnostic["related"]) => {
    loaded.diagnostics.push({ code, place: at, message, ...(related && { related }) });
  };

  // uniqueKeys would be quadratic; checked below
  const composer = new Composer({ version: "1.2", uniqueKeys: false, prettyErrors: false });
  const [document] = composer.compose(tokens, true, text.length) as Iterable<Document.Parsed>;
  if (!document) return loaded; // there always is one, be it empty
  const [problem] = [...document.errors, ...document.warnings].toSorted((a, b) => a.pos[0] - b.pos[0]);
  if (problem) {
    const quote = openQuote(document, problem);
    if (quote === undefined) report("yaml/syntax", place(problem.pos[0]), firstLine(problem.message));
    else report("yaml/syntax", place(quote), "the quote that begins here never ends");
    return loaded;
  }

  const root = document.contents;
  if (!isMap(root)) report("schema/root", place(root?.range[0] ?? 0), `the file holds ${root ? "no map" : "nothing"}`);
  else loaded.root = locateMap(root as YAMLMap.Parsed);
  return loaded;

  function locate(node: ParsedNode | null, otherwise: Place): LocatedNode {
    if (isMap(node)) return locateMap(node as YAMLMap.Parsed);
    const at = node ? place(node.range[0]) : otherwise;
    if (isSeq(node))
      return { kind: "list", place: at, items: node.items.map((item) => locate(item as ParsedNode, at)) };
    return { kind: "scalar", place: at, value: isScalar(node) ? readScalar(node, at) : null };
  }

  function locateMap(map: YAMLMap.Parsed): LocatedMap {
    const located: LocatedMap = { kind: "map", place: place(map.range[0]), entries: new Map() };
    for (const pair of map.items) {
      const keyPlace = place(pair.key.range[0]);
      const key = isScalar(pair.key) ? readKey(pair.key) : undefined;
      if (typeof key !== "string") report("yaml/key", keyPlace, "a key that is not a text");
      else if (key.length > limits.keyLength) report("yaml/key", keyPlace, `a key of ${key.length} characters`);
      else if (key === "<<") report("yaml/merge", keyPlace, "the merge key <<");
      else if (reserved.has(key)) report("name/reserved", keyPlace, `the key ${key}`);
      else {
        reportBadCharacter(key, keyPlace);
        const first = located.entries.get(key);
        if (first) {
          const related = [{ place: first.keyPlace, message: "first stated here" }];
          report("yaml/duplicate-key", keyPlace, `the key ${key} stands here again`, related);
        } else located.entries.set(key, { keyPlace, node: locate(pair.value, keyPlace) });
      }
    }
    if (located.entries.size > limits.keys) {
      report("yaml/too-many-keys", located.place, `more than ${limits.keys} keys`);
    }
    return located;
  }

  function readKey({ value, source }: Scalar.Parsed): unknown {
    // others write `200:` and mean a text
    return foreign && typeof value !== "string" && source !== "" ? source : value;
  }

  function readScalar(node: Scalar.Parsed, at: Place): string | number | boolean | null {
    if (typeof node.value === "string") reportBadCharacter(node.value, at);
    if (node.type !== "PLAIN") return String(node.value);
    if (foreign) return readForeignScalar(node.source, node.value);
    const read = readPlainScalar(node.source, node.value);
    if ("value" in read) return read.value;
    report(read.code, at, read.message);
    return node.source;
  }

  function reportBadCharacter(text: string, at: Place): void {
    const bad = foreign ? undefined : findBadCharacter(text);
    if (bad) report(bad.code, at, bad.message);
  }
}

/** Where a quote begins that never ends; the parser itself only sees the end of the file. */
function openQuote(document: Document.Parsed, problem: YAMLError): number | undefined {
  let offset: number | undefined;
  if (problem.code !== "MISSING_CHAR") return undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith("QUOTE") && range?.[1] === problem.pos[0]) offset = range[0];
    },
  });
  return offset;
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0] ?? message;
}
