import { findBadCharacter } from "../load/characters.js";
import type { LocatedMap, LocatedNode } from "../load/located.js";
import { listIn, mapIn, mapsIn, type Reading, reportError, reportWarning, textIn } from "./openapi-reading.js";

/** The wire values a schema allows, each once: of `enum`, else of `x-ms-enum`. `null` is no value, but the lack of one. */
export function enumValues(reading: Reading, node: LocatedMap): string[] | undefined {
  const stated = listIn(reading, node, "enum")?.items ?? namedValues(reading, node);
  return stated && [...new Set(stated.flatMap((value) => enumValue(reading, value)))];
}

/** What `x-ms-enum` calls an enumeration. */
export function enumName(reading: Reading, node: LocatedMap): string | undefined {
  const extension = mapIn(reading, node, "x-ms-enum");
  const name = extension && textIn(reading, extension, "name");
  return name !== undefined && /^[A-Za-z][A-Za-z0-9]*$/.test(name) ? name : undefined;
}

function namedValues(reading: Reading, node: LocatedMap): LocatedNode[] | undefined {
  const extension = mapIn(reading, node, "x-ms-enum");
  if (!extension?.entries.has("values")) return undefined;
  return mapsIn(reading, extension, "values").flatMap((item) => item.entries.get("value")?.node ?? []);
}

function enumValue(reading: Reading, node: LocatedNode): string[] {
  if (node.kind !== "scalar") {
    reportError(reading, "openapi/type", node.place, `an enum holds a ${node.kind}; a plain value is expected`);
    return [];
  }
  if (node.value === null) return [];
  const text = String(node.value);
  if (!findBadCharacter(text) && !/[\n\t\u0085\u2028\u2029]/.test(text)) return [text];
  reportWarning(reading, "openapi/text", node.place, "a value with unusual characters is left out");
  return [];
}
