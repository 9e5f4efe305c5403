import type { LocatedMap } from "../load/located.js";
import type { Place } from "../model.js";
import { didYouMean } from "../suggest.js";
import { asMap, placeIn, type Reading, reportError, type Section, textIn } from "./openapi-reading.js";

/** The steps from the root of a document to a thing in it, not escaped. */
export type Pointer = readonly string[];

export interface Found {
  node: LocatedMap;
  pointer: Pointer;
}

// far more than people write, far less than overflows the stack
export const maxReferences = 32;

/** The name a `$ref` of a map gives; undefined if it has none. What is no reference to the section is complained about. */
export function referenceIn(reading: Reading, map: LocatedMap, section: Section): { name?: string } | undefined {
  const reference = textIn(reading, map, "$ref");
  if (reference === undefined) return undefined;
  const start = `#/components/${section}/`;
  const name = reference.startsWith(start) ? unescape(reference.slice(start.length)) : undefined;
  if (name !== undefined) return { name };
  const message = `${JSON.stringify(reference)} is no reference below #/components/${section}`;
  reportError(reading, "openapi/ref", placeIn(map, "$ref"), message);
  return {};
}

/** What a parameter, body or response is, behind its references. Complains, and finds nothing, where they lead nowhere. */
export function follow(reading: Reading, found: Found, section: Exclude<Section, "schemas">): Found | undefined {
  const passed = new Set<string>();
  let here = found;
  for (;;) {
    const reference = referenceIn(reading, here.node, section);
    if (!reference) return here;
    const { name } = reference;
    if (name === undefined) return undefined;
    if (passed.has(name) || passed.size > maxReferences) {
      reportCycle(reading, placeIn(here.node, "$ref"), `the reference to ${name} leads back to itself`);
      return undefined;
    }
    passed.add(name);
    const entry = reading.components[section]?.entries.get(name);
    if (!entry) {
      reportMissing(reading, placeIn(here.node, "$ref"), section, name);
      return undefined;
    }
    const node = asMap(reading, entry.node, name);
    if (!node) return undefined;
    here = { node, pointer: ["components", section, name] };
  }
}

/** Complains that a section has no such name. The first few times it says which one may be meant: looking costs time. */
export function reportMissing(reading: Reading, place: Place, section: Section, name: string): void {
  const names = reading.errors.length < 8 ? [...(reading.components[section]?.entries.keys() ?? [])] : [];
  const help = isShort(name) ? didYouMean(name, names.slice(0, 5000).filter(isShort)) : undefined;
  reportError(reading, "openapi/ref", place, `components has no ${name} below ${section}`, { help });
}

function isShort(text: string): boolean {
  return text.length <= 128;
}

/** Once for each place. */
export function reportCycle(reading: Reading, place: Place, message: string): void {
  const known = reading.errors.some((error) => error.code === "openapi/cycle" && error.place === place);
  if (!known) reportError(reading, "openapi/cycle", place, message);
}

function unescape(step: string): string | undefined {
  try {
    return decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return undefined;
  }
}
