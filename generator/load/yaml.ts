import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { Document, ParsedNode, Scalar, YAMLError, YAMLMap } from "yaml";
import type { Diagnostic, DiagnosticCode } from "../diagnostics.js";
import type { Place } from "../model.js";
import { findBadCharacter } from "./characters.js";
import { decodeText, guardTokens, type Refusal, specLimits } from "./guard.js";
import type { LocatedMap, LocatedNode } from "./located.js";
import { readPlainScalar } from "./plain-scalar.js";

const reservedKeys = new Set(["__proto__", "constructor", "prototype"]);

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
  const { text, refusal = guardTokens(text) } = decodeText(bytes);
  if (refusal) return refuse(file, text, refusal);
  const lines = new LineCounter();
  const loaded: LoadedFile = { file, text, diagnostics: [] };
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const report = (code: DiagnosticCode, at: Place, message: string, related?: Diagnostic["related"]) => {
    loaded.diagnostics.push({ code, place: at, message, ...(related && { related }) });
  };

  const document = parseDocument(text, {
    version: "1.2",
    uniqueKeys: false, // quadratic; checked below
    lineCounter: lines,
    prettyErrors: false,
  });
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
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof key !== "string") report("yaml/key", keyPlace, "a key that is not a text");
      else if (key.length > specLimits.keyLength) report("yaml/key", keyPlace, `a key of ${key.length} characters`);
      else if (key === "<<") report("yaml/merge", keyPlace, "the merge key <<");
      else if (reservedKeys.has(key)) report("name/reserved", keyPlace, `the key ${key}`);
      else {
        reportBadCharacter(key, keyPlace);
        const first = located.entries.get(key);
        if (first) {
          const related = [{ place: first.keyPlace, message: "first stated here" }];
          report("yaml/duplicate-key", keyPlace, `the key ${key} stands here again`, related);
        } else located.entries.set(key, { keyPlace, node: locate(pair.value, keyPlace) });
      }
    }
    if (located.entries.size > specLimits.keys) {
      report("yaml/too-many-keys", located.place, `more than ${specLimits.keys} keys`);
    }
    return located;
  }

  function readScalar(node: Scalar.Parsed, at: Place): string | number | boolean | null {
    if (typeof node.value === "string") reportBadCharacter(node.value, at);
    if (node.type !== "PLAIN") return String(node.value);
    const read = readPlainScalar(node.source, node.value);
    if ("value" in read) return read.value;
    report(read.code, at, read.message);
    return node.source;
  }

  function reportBadCharacter(text: string, at: Place): void {
    const bad = findBadCharacter(text);
    if (bad) report(bad.code, at, bad.message);
  }
}

/** A file that holds no tree, and why. */
export function refuse(file: string, text: string, { code, offset, message }: Refusal): LoadedFile {
  const before = text.slice(0, offset).split("\n");
  const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { file, text, diagnostics: [{ code, place, message }] };
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
