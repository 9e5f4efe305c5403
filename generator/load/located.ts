import type { Place } from "../model.js";

/** A YAML value that knows where each of its parts stands. */
export type LocatedNode = LocatedMap | LocatedList | LocatedScalar;

export interface LocatedMap {
  kind: "map";
  place: Place;
  entries: Map<string, { keyPlace: Place; node: LocatedNode }>;
}

export interface LocatedList {
  kind: "list";
  place: Place;
  items: LocatedNode[];
}

export interface LocatedScalar {
  kind: "scalar";
  place: Place;
  value: string | number | boolean | null;
}

export type Path = readonly PropertyKey[];

/** The plain value; maps without a prototype, so that no key can mean more than it says. */
export function toValue(node: LocatedNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(toValue);
    case "map": {
      const value: Record<string, unknown> = Object.create(null);
      for (const [key, entry] of node.entries) value[key] = toValue(entry.node);
      return value;
    }
  }
}

/** The node at a path, if the file has one there. */
export function nodeAt(root: LocatedNode, path: Path): LocatedNode | undefined {
  let node: LocatedNode | undefined = root;
  for (const step of path) {
    if (node?.kind === "map") node = node.entries.get(String(step))?.node;
    else if (node?.kind === "list") node = node.items[Number(step)];
    else return undefined;
  }
  return node;
}

/** Where the value at a path stands; of the nearest thing around it if the file has nothing there. */
export function placeAt(root: LocatedNode, path: Path): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(root, path.slice(0, length));
    if (node) return node.place;
  }
  return root.place;
}

/** Where the key of an entry stands; else as `placeAt`. */
export function keyPlaceAt(root: LocatedNode, path: Path): Place {
  const map = nodeAt(root, path.slice(0, -1));
  const entry = map?.kind === "map" ? map.entries.get(String(path.at(-1))) : undefined;
  return entry?.keyPlace ?? placeAt(root, path);
}
