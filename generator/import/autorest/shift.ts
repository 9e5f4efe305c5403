import type { LocatedMap, LocatedNode } from "../../load/located.js";
import type { Place } from "../../model.js";
import type { YamlBlock } from "./yaml-blocks.js";

type Margin = Pick<YamlBlock, "linesBefore" | "columnsBefore">;

/** The place in the file of a place in one of its blocks. */
export function movePlace({ file, line, column }: Place, { linesBefore, columnsBefore }: Margin): Place {
  return { file, line: line + linesBefore, column: column + columnsBefore };
}

/** A tree read from a block, with places in the file. */
export function movePlaces(map: LocatedMap, margin: Margin): LocatedMap {
  const entries: LocatedMap["entries"] = new Map();
  for (const [key, { keyPlace, node }] of map.entries) {
    entries.set(key, { keyPlace: movePlace(keyPlace, margin), node: moveNode(node, margin) });
  }
  return { kind: "map", place: movePlace(map.place, margin), entries };
}

function moveNode(node: LocatedNode, margin: Margin): LocatedNode {
  if (node.kind === "map") return movePlaces(node, margin);
  const place = movePlace(node.place, margin);
  if (node.kind === "scalar") return { ...node, place };
  return { kind: "list", place, items: node.items.map((item) => moveNode(item, margin)) };
}
