import { type Diagnostic, type DiagnosticCode, maxDiagnostics } from "../diagnostics.js";
import { findBadCharacter } from "../load/characters.js";
import type { LocatedList, LocatedMap, LocatedNode } from "../load/located.js";
import type { Place } from "../model.js";

/** A part of `components` that is read. */
export type Section = "schemas" | "parameters" | "requestBodies" | "responses";

/** One document while it is read: what its parts refer to, and what is to be said about it. */
export interface Reading {
  file: string;
  components: Partial<Record<Section, LocatedMap>>;
  /** what makes the document unusable; as many as a run reports */
  errors: Diagnostic[];
  /** what is left out or corrected; as many as a run reports */
  warnings: Diagnostic[];
}

type Details = Pick<Diagnostic, "related"> & { help?: string | undefined };

export function reportError(reading: Reading, code: DiagnosticCode, place: Place, message: string, about?: Details) {
  note(reading.errors, code, place, message, about);
}

export function reportWarning(reading: Reading, code: DiagnosticCode, place: Place, message: string, about?: Details) {
  note(reading.warnings, code, place, message, about);
}

function note(list: Diagnostic[], code: DiagnosticCode, place: Place, message: string, about: Details = {}): void {
  if (list.length >= maxDiagnostics) return;
  const { related, help } = about;
  list.push({ code, place, message, ...(related && { related }), ...(help !== undefined && { help }) });
}

/** The map below a key. Absent, empty or complained about = undefined. */
export function mapIn(reading: Reading, map: LocatedMap, key: string): LocatedMap | undefined {
  return asMap(reading, map.entries.get(key)?.node, `the key ${key}`);
}

export function listIn(reading: Reading, map: LocatedMap, key: string): LocatedList | undefined {
  const node = present(map.entries.get(key)?.node);
  if (node === undefined || node.kind === "list") return node;
  complain(reading, node, `the key ${key}`, "a list");
  return undefined;
}

/** The maps of a list below a key, others complained about. */
export function mapsIn(reading: Reading, map: LocatedMap, key: string): LocatedMap[] {
  const items = listIn(reading, map, key)?.items ?? [];
  return items.flatMap((item) => asMap(reading, item, `an item of ${key}`) ?? []);
}

export function asMap(reading: Reading, node: LocatedNode | undefined, what: string): LocatedMap | undefined {
  const value = present(node);
  if (value === undefined || value.kind === "map") return value;
  complain(reading, value, what, "a map");
  return undefined;
}

/** The text below a key, as it is spelled; numbers and booleans are texts, too. */
export function textIn(reading: Reading, map: LocatedMap, key: string): string | undefined {
  const node = present(map.entries.get(key)?.node);
  if (node === undefined) return undefined;
  if (node.kind === "scalar") return String(node.value);
  complain(reading, node, `the key ${key}`, "a text");
  return undefined;
}

export function flagIn(reading: Reading, map: LocatedMap, key: string): boolean {
  const node = present(map.entries.get(key)?.node);
  if (node === undefined) return false;
  if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
  complain(reading, node, `the key ${key}`, "true or false");
  return false;
}

const maxProse = 16 * 1024;

/** Text for people below a key. Characters that specs refuse are taken out, and so is a text that is too long. */
export function proseIn(reading: Reading, map: LocatedMap, key: string): string | undefined {
  const text = textIn(reading, map, key)?.replace(/\r\n?/g, "\n");
  const place = map.entries.get(key)?.node.place;
  if (text === undefined || place === undefined) return undefined;
  if (text.length > maxProse) {
    reportWarning(reading, "openapi/text", place, `the ${key} of ${text.length} characters is left out`);
    return undefined;
  }
  const bad = findBadCharacter(text);
  if (!bad) return text;
  reportWarning(reading, "openapi/text", place, `${bad.message}, is taken out of the ${key}`);
  return Array.from(text, (character) => (findBadCharacter(character) ? "" : character)).join("");
}

/** `place` of the value below a key, else of what is around it. */
export function placeIn(map: LocatedMap, key: string): Place {
  return map.entries.get(key)?.node.place ?? map.place;
}

function present(node: LocatedNode | undefined): LocatedNode | undefined {
  return node?.kind === "scalar" && node.value === null ? undefined : node;
}

const kinds = { map: "a map", list: "a list", scalar: "a plain value" };

function complain(reading: Reading, node: LocatedNode, what: string, wanted: string): void {
  reportError(reading, "openapi/type", node.place, `${what} holds ${kinds[node.kind]}; ${wanted} is expected`);
}
