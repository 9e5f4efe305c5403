import { readPlainScalar } from "../load/plain-scalar.js";

// Prints specs as YAML: block style, one key a line, texts in the form that is easiest to read of those that mean exactly
// them. The importer's own printer, because what it prints must pass the generator's loader, which refuses what two
// readers of YAML could take for two things, and because a folder has thousands of files.

export type SpecValue = string | number | boolean | null | readonly SpecValue[] | SpecMap;

/** A map; keys without a value are left out. */
export interface SpecMap {
  readonly [key: string]: SpecValue | undefined;
}

const width = 120;

/** A map as the text of a YAML file. Equal maps in equal order of keys give equal texts. */
export function printYaml(map: SpecMap): string {
  return `${printMap(map, "").join("\n")}\n`;
}

/** The lines of a map, each indented but the first, which may stand behind a dash. */
function printMap(map: SpecMap, indent: string): string[] {
  return entriesOf(map).flatMap(([key, value]) => printEntry(key, value, indent));
}

function printEntry(key: string, value: SpecValue, indent: string): string[] {
  const head = `${indent}${printKey(key)}:`;
  if (typeof value === "string") return printText(value, head, `${indent}  `);
  if (typeof value !== "object" || value === null) return [`${head} ${value}`];
  const flow = printFlow(value);
  if (flow !== undefined && head.length + flow.length < width) return [`${head} ${flow}`];
  return [
    head,
    ...(isList(value) ? value.flatMap((item) => printItem(item, `${indent}  `)) : printMap(value, `${indent}  `)),
  ];
}

function printItem(item: SpecValue, indent: string): string[] {
  if (typeof item === "string") return printText(item, `${indent}-`, `${indent}  `);
  if (typeof item !== "object" || item === null) return [`${indent}- ${item}`];
  const flow = printFlow(item);
  if (flow !== undefined) return [`${indent}- ${flow}`];
  const inner = `${indent}  `;
  const lines = isList(item) ? item.flatMap((each) => printItem(each, inner)) : printMap(item, inner);
  return lines.map((line, index) => (index === 0 ? `${indent}- ${line.slice(inner.length)}` : line));
}

/** Lists of plain words stand on one line, and so does nothing; all else is in block style. */
function printFlow(value: readonly SpecValue[] | SpecMap): string | undefined {
  if (!isList(value)) return entriesOf(value).length === 0 ? "{}" : undefined;
  if (value.length === 0) return "[]";
  const words = value.map((item) => (typeof item === "string" && isWord(item) ? item : undefined));
  return words.includes(undefined) ? undefined : `[${words.join(", ")}]`;
}

function entriesOf(map: SpecMap): [string, SpecValue][] {
  return Object.entries(map).filter((entry): entry is [string, SpecValue] => entry[1] !== undefined);
}

function isList(value: readonly SpecValue[] | SpecMap): value is readonly SpecValue[] {
  return Array.isArray(value);
}

/** A text behind its key or dash: plain, quoted, or folded into the lines below. */
function printText(text: string, head: string, indent: string): string[] {
  if (text.includes("\n") && isLiteral(text)) {
    return [`${head} |-`, ...text.split("\n").map((line) => (line === "" ? "" : indent + line))];
  }
  if (head.length + text.length >= width && isFoldable(text)) {
    return [`${head} >-`, ...sentences(text).map((line) => indent + line)];
  }
  return [`${head} ${isPlain(text) ? text : quote(text)}`];
}

/** A line per sentence, as the specs are written by hand: a changed word changes one short line. */
function sentences(text: string): string[] {
  return text.split(/(?<=[.!?:]) (?=\S)/);
}

const printable = /^[\p{L}\p{N}\p{P}\p{S} ]*$/u;

/** Whether all of a text may stand in a block as it is. */
function isFoldable(text: string): boolean {
  return printable.test(text) && !/^ | $/.test(text) && !/(?<=[.!?:]) (?= )/.test(text);
}

function isLiteral(text: string): boolean {
  return text.split("\n").every((line) => printable.test(line) && !line.endsWith(" ")) && /^\S[^]*\S$/.test(text);
}

function isPlain(text: string): boolean {
  if (!/^[\p{L}/$(]/u.test(text) || !printable.test(text) || / $|: |:$| #/.test(text)) return false;
  return isText(text);
}

/** A plain text that may also stand between brackets and as a key. */
function isWord(text: string): boolean {
  return /^[A-Za-z/$][A-Za-z0-9_.$/-]*$/.test(text) && isText(text);
}

/** Whether every reader takes it for a text when it is not quoted. */
function isText(text: string): boolean {
  if (/^(null|true|false|yes|no|on|off|y|n)$/i.test(text)) return false;
  const read = readPlainScalar(text, text);
  return "value" in read && read.value === text;
}

function printKey(key: string): string {
  return isWord(key) ? key : quote(key);
}

/** As JSON writes it, which YAML reads alike; what cannot be seen is written as its number. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu, (found) =>
    [...Array(found.length).keys()].map((i) => `\\u${found.charCodeAt(i).toString(16).padStart(4, "0")}`).join(""),
  );
}
