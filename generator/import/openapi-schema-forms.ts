import type { LocatedMap } from "../load/located.js";
import type { Place } from "../model.js";
import type { ApiSchema } from "./api-document.js";
import { flagIn, mapsIn, placeIn, proseIn, type Reading, reportError, textIn } from "./openapi-reading.js";
import type { Found } from "./openapi-references.js";

/** The first of the alternatives that `anyOf` or `oneOf` offers; any of them may make the value nullable. */
export function firstBranch(reading: Reading, node: LocatedMap): (Found & { nullable: boolean }) | undefined {
  // beside properties of its own, alternatives only say which of them go together
  if (node.entries.has("properties") || node.entries.has("allOf") || node.entries.has("$ref")) return undefined;
  const key = ["anyOf", "oneOf"].find((word) => node.entries.has(word));
  const branches = key === undefined ? [] : mapsIn(reading, node, key);
  const [first] = branches;
  if (!first || key === undefined) return undefined;
  const nullable = [node, ...branches].some((branch) => flagIn(reading, branch, "nullable"));
  return { node: first, pointer: [key, "0"], nullable };
}

/** The reference a schema is wrapped around, to say more about it: `allOf: [{ $ref }]` and nothing else of substance. */
export function onlyReference(reading: Reading, node: LocatedMap): LocatedMap | undefined {
  if (node.entries.has("properties") || !node.entries.has("allOf") || isOpen(node)) return undefined;
  const [first, second] = mapsIn(reading, node, "allOf");
  return second === undefined && first?.entries.has("$ref") ? first : undefined;
}

/** `type`, or what the other keys imply; a schema that says nothing takes anything. */
export function typeIn(reading: Reading, node: LocatedMap): { type: string; place: Place } {
  const place = placeIn(node, "type");
  const stated = textIn(reading, node, "type");
  if (stated !== undefined) return { type: stated, place };
  if (node.entries.has("items")) return { type: "array", place };
  const enumeration = node.entries.has("enum") || node.entries.has("x-ms-enum");
  return { type: enumeration && !isDescribed(node) ? "string" : "object", place };
}

/** Whether an object is more than just any. */
export function isDescribed(node: LocatedMap): boolean {
  return ["properties", "allOf"].some((key) => node.entries.has(key)) || isOpen(node);
}

/** Whether it takes properties beyond those it lists. */
export function isOpen(node: LocatedMap): boolean {
  const stated = node.entries.get("additionalProperties")?.node;
  return stated?.kind === "map" || (stated?.kind === "scalar" && stated.value === true);
}

/** What a schema says about itself for people. */
export function describe(reading: Reading, node: LocatedMap): Pick<ApiSchema, "title" | "description" | "clientName"> {
  const title = proseIn(reading, node, "title");
  const description = proseIn(reading, node, "description");
  const clientName = clientNameIn(reading, node);
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(clientName !== undefined && { clientName }),
  };
}

function clientNameIn(reading: Reading, node: LocatedMap): string | undefined {
  const key = "x-ms-client-name";
  const name = textIn(reading, node, key);
  if (name === undefined || /^[A-Za-z][\w.-]{0,127}$/.test(name)) return name;
  reportError(
    reading,
    "openapi/name",
    placeIn(node, key),
    `${JSON.stringify(name.slice(0, 200))} is no name of a type`,
  );
  return undefined;
}
