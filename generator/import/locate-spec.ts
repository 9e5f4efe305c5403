import type { Diagnostic } from "../diagnostics.js";
import { findBadCharacter } from "../load/characters.js";
import { maxFileBytes, specLimits } from "../load/guard.js";
import type { LocatedMap, LocatedNode } from "../load/located.js";
import type { LoadedFile } from "../load/yaml.js";
import type { Place } from "../model.js";
import type { SpecMap, SpecValue } from "./spec-text-yaml.js";

/**
 * A spec on its way into a file as the loader would give it, without reading what was just printed. All of it stands at one
 * place, that in the API document it comes from: there is what is wrong with it.
 */
export function locateSpec(spec: SpecMap, text: string, place: Place): LoadedFile {
  const diagnostics: Diagnostic[] = [];
  let nodes = 0;
  const root = locateMap(spec);
  if (text.length > maxFileBytes || nodes > specLimits.nodes) {
    diagnostics.push({
      code: "file/too-large",
      place,
      message: `a spec of ${nodes} values, ${text.length} characters`,
    });
  }
  return { file: place.file, text: "", root, diagnostics };

  function locate(value: SpecValue): LocatedNode {
    nodes += 1;
    if (typeof value === "string") check(value);
    if (typeof value !== "object" || value === null) return { kind: "scalar", place, value };
    return isList(value) ? { kind: "list", place, items: value.map(locate) } : locateMap(value);
  }

  function locateMap(map: SpecMap): LocatedMap {
    const entries: LocatedMap["entries"] = new Map();
    for (const [key, value] of Object.entries(map)) {
      if (value === undefined) continue;
      check(key);
      entries.set(key, { keyPlace: place, node: locate(value) });
    }
    return { kind: "map", place, entries };
  }

  function check(part: string): void {
    const bad = findBadCharacter(part);
    if (bad) diagnostics.push({ code: bad.code, place, message: bad.message });
  }
}

function isList(value: readonly SpecValue[] | SpecMap): value is readonly SpecValue[] {
  return Array.isArray(value);
}
