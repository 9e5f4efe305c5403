import type { LocatedMap, LocatedNode } from "../../load/located.js";
import type { Findings, NoteTopic } from "../import-note.js";
import { selectors, type CommandChanges, type CommandDirective, type Directive } from "./directive.js";
import { Pattern, PatternError, selectorPattern } from "./patterns.js";

/** Macros of Graph's common configuration; what their declaration says is known here and not read. */
const knownMacros = new Set(["remove-path-by-operation", "where-operation-byRegex"]);

const commandKeys = new Set(["where", "set", "select", "hide", "remove", "clear-alias"]);
const modelSelectors = new Set(
  "model-name model-fullname model-namespace property-name enum-name enum-value-name".split(" "),
);
/** Settings of commands that leave names, sets and parameters alone. */
const otherSettings = new Set(
  `completer default breaking-change preview-announcement suppress-should-process clientside-pagination`.split(" "),
);

/** Reads one entry of `directive:`, as one or several directives. Those of unknown kinds become notes. */
export function readDirective(node: LocatedNode, findings: Findings): Directive[] {
  const note = (topic: NoteTopic, message: string): Directive[] => {
    findings.notes.push({ topic, place: node.place, message });
    return [];
  };
  if (node.kind !== "map") return note("directive/unknown", "an entry that is no map");
  const keys = [...node.entries.keys()];

  try {
    for (const [key, by, whole] of removals) {
      if (!node.entries.has(key)) continue;
      return textsAt(node, key).map((text) => ({
        kind: "remove-operations",
        place: node.entries.get(key)?.node.place ?? node.place,
        by,
        pattern: new Pattern(whole ? `^${escape(text)}$` : text, whole ? "" : "im"),
      }));
    }
    if (node.entries.has("no-inline")) return note("directive/models", "no-inline");
    if (node.entries.has("from") || node.entries.has("transform")) return readTransform(node, note);

    const where = mapAt(node, "where");
    const selected = where ? [...where.entries.keys()] : [];
    if (selected.some((key) => modelSelectors.has(key))) {
      return note("directive/models", `where: ${selected.join(", ")}`);
    }
    const unknown = keys.find((key) => !commandKeys.has(key)) ?? selected.find((key) => !isSelector(key));
    if (!where || unknown !== undefined) {
      return note("directive/unknown", `${unknown ?? keys.join(", ")} is not known`);
    }
    return readCommandDirective(node, where, note);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    findings.diagnostics.push({ code: error.code, place: node.place, message: error.message });
    return [];
  }
}

type Note = (topic: NoteTopic, message: string) => Directive[];

const removals = [
  ["remove-path-by-operation", "operationId", false],
  ["remove-operation-match", "operationId", false],
  ["remove-operation", "operationId", true],
  ["remove-path", "path", true],
] as const;

function readTransform(node: LocatedMap, note: Note): Directive[] {
  const from = textAt(node, "from") ?? "";
  const transform = textAt(node, "transform") ?? "";
  if (/^source-file|\.(cs|ps1|psm1)$/.test(from)) return note("directive/generated-code", `from: ${from}`);
  const where = textsAt(node, "where");
  if (transform === "" || where.length === 0)
    return note("directive/unknown", "a transform without where or transform");
  return where.map((where) => ({ kind: "transform", place: node.place, where, transform }));
}

function readCommandDirective(node: LocatedMap, where: LocatedMap, note: Note): Directive[] {
  const remove = valueAt(node, "remove");
  const hide = valueAt(node, "hide");
  const clearAliases = valueAt(node, "clear-alias") === true;
  const settings = mapAt(node, "set");
  const set = settings ? readChanges(settings, note) : {};
  const directive: CommandDirective = {
    kind: "command",
    place: node.place,
    where: {},
    selectCommand: valueAt(node, "select") === "command",
    action: remove === true ? "remove" : "set",
    ...(typeof hide === "boolean" && { hide }),
    clearAliases,
    set,
  };
  for (const selector of selectors) {
    const text = textAt(where, selector);
    if (text) directive.where[selector] = selectorPattern(text);
  }
  const changes = Object.keys(set).length > 0 || directive.hide !== undefined || clearAliases;
  if (directive.action === "remove") {
    const { "parameter-name": parameter, ...command } = directive.where;
    if (Object.keys(command).length === 0 && !(parameter && directive.selectCommand)) {
      return note("directive/no-effect", "remove with no selector of commands");
    }
  } else if (remove !== undefined || !changes) {
    // settings that are known and do nothing here have been noted as such
    if (!settings) note("directive/no-effect", "where without set, remove or hide");
    return [];
  }
  return [directive];
}

function readChanges(settings: LocatedMap, note: Note): CommandChanges {
  const changes: CommandChanges = {};
  for (const key of settings.entries.keys()) {
    if (key === "alias") changes.alias = textsAt(settings, key);
    else if (isSetting(key)) changes[key] = textAt(settings, key) ?? "";
    else note("directive/partial", otherSettings.has(key) ? `set: ${key}` : `set: ${key}, which is not known`);
  }
  return changes;
}

function isSetting(key: string): key is Exclude<keyof CommandChanges, "alias"> {
  return isSelector(key) || key === "parameter-description" || key === "command-description";
}

function isSelector(key: string): boolean {
  return selectors.some((selector) => selector === key);
}

/** Notes the macros a configuration declares that are not known by nature. */
export function readMacros(node: LocatedNode, findings: Findings): void {
  if (node.kind !== "map") return;
  for (const [name, { keyPlace }] of node.entries) {
    if (knownMacros.has(name)) continue;
    findings.notes.push({ topic: "directive/script", place: keyPlace, message: `the macro ${name}` });
  }
}

function mapAt(map: LocatedMap, key: string): LocatedMap | undefined {
  const node = map.entries.get(key)?.node;
  return node?.kind === "map" ? node : undefined;
}

function valueAt(map: LocatedMap, key: string): string | number | boolean | null | undefined {
  const node = map.entries.get(key)?.node;
  return node?.kind === "scalar" ? node.value : undefined;
}

function textAt(map: LocatedMap, key: string): string | undefined {
  const value = valueAt(map, key);
  return value === undefined || value === null ? undefined : String(value);
}

/** A text, or a list of them. */
function textsAt(map: LocatedMap, key: string): string[] {
  const node = map.entries.get(key)?.node;
  const nodes = node?.kind === "list" ? node.items : node ? [node] : [];
  return nodes.flatMap((item) => (item.kind === "scalar" && item.value !== null ? [String(item.value)] : []));
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
