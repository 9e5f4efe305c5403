import type { Diagnostic } from "./diagnostics.js";
import { keyPlaceAt, placeAt, type LocatedMap } from "./load/located.js";
import type { LoadedFile } from "./load/yaml.js";
import type { Place } from "./model.js";
import { didYouMean } from "./suggest.js";
import { identifySpec, validate } from "./validate.js";

// An overlay is what a person has to say about a cmdlet whose spec an importer writes: texts, examples, parameters, aliases,
// the upload that follows. It stands in a file of its own, overlays/<Cmdlet>.yaml, which no importer touches:
//
//   overlay: Get-MgUserMessage
//   parameters: { Filter: { description: … } }
//   examples: [ … ]
//
// It is laid over the spec of the cmdlet before that is validated: maps are merged key by key, texts and lists replaced. Each
// part keeps the place where it was written, so that all later stages, `graphlet explain` and every diagnostic name the
// file that says so, without knowing of overlays.

export interface Overlays {
  /** by cmdlet; what they say, without the key `overlay` */
  byCmdlet: ReadonlyMap<string, LocatedMap>;
  /** files that hold one, be it broken */
  files: ReadonlySet<string>;
  diagnostics: Diagnostic[];
}

/** The overlays among loaded files; two of one cmdlet are refused. */
export function readOverlays(loaded: readonly LoadedFile[]): Overlays {
  const byCmdlet = new Map<string, LocatedMap>();
  const places = new Map<string, Place>();
  const files = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const { file, root, diagnostics: problems } of loaded) {
    if (!root || identifySpec(root)?.kind !== "overlay") continue;
    files.add(file);
    const result = validate(root);
    diagnostics.push(...problems);
    if ("diagnostics" in result) diagnostics.push(...result.diagnostics);
    else if (result.spec.kind === "overlay" && problems.length === 0) {
      const { overlay } = result.spec.spec;
      const place = keyPlaceAt(root, ["overlay"]);
      const first = places.get(overlay);
      if (first) {
        const related = [{ place: first, message: "the other stands here" }];
        diagnostics.push({ code: "name/collision", place, message: `a second overlay of ${overlay}`, related });
      } else {
        places.set(overlay, place);
        byCmdlet.set(overlay, without(root, "overlay"));
      }
    }
  }
  return { byCmdlet, files, diagnostics };
}

/** Complains about overlays of cmdlets that nothing describes. */
export function reportUnknown(loaded: readonly LoadedFile[], cmdlets: ReadonlySet<string>): Diagnostic[] {
  return loaded.flatMap(({ root }): Diagnostic[] => {
    const found = root && identifySpec(root);
    if (!found || found.kind !== "overlay" || found.name === undefined || cmdlets.has(found.name)) return [];
    const message = `no spec describes the cmdlet ${found.name}`;
    const help = didYouMean(found.name, cmdlets);
    const place = placeAt(root, ["overlay"]);
    return [{ code: "overlay/unknown", place, message, ...(help !== undefined && { help }) }];
  });
}

/** A map with another laid over it: what both have as maps is merged, else the other's goes before. */
export function layOver(map: LocatedMap, over: LocatedMap): LocatedMap {
  const entries = new Map(map.entries);
  for (const [key, entry] of over.entries) {
    const under = entries.get(key)?.node;
    const { keyPlace, node } = entry;
    if (under?.kind === "map" && node.kind === "map") entries.set(key, { keyPlace, node: layOver(under, node) });
    else entries.set(key, entry);
  }
  return { ...map, entries };
}

function without({ entries, ...map }: LocatedMap, key: string): LocatedMap {
  return { ...map, entries: new Map([...entries].filter(([each]) => each !== key)) };
}
