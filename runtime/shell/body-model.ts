import type { Parsable, ParsableFactory, ParseNode } from "@microsoft/kiota-abstractions";
import { JsonParseNode } from "@microsoft/kiota-serialization-json";
import type { CommandModel } from "./command.js";
import { isJsonObject, type JsonObject } from "./json.js";

/**
 * Makes the value that generated code takes from JSON with wire names. Kiota's own parse node loses every `null`,
 * which on the wire means "clear this property"; here it stays.
 */
export function toModel(value: unknown, model: CommandModel): unknown {
  return model.read(parseNode(value));
}

function readModel(value: JsonObject, factory: ParsableFactory<Parsable>): object {
  const model: { additionalData?: JsonObject } = {};
  const fields = factory(undefined)(model);
  for (const [key, property] of Object.entries(value)) {
    const assign = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (assign !== undefined) assign(parseNode(property));
    else (model.additionalData ??= {})[key] = property;
  }
  return model;
}

/** Kiota's parse node for scalars; objects and nulls are read here. */
function parseNode(value: unknown): ParseNode {
  return new Proxy<ParseNode>(new JsonParseNode(value), {
    get(node, name) {
      if (value === null) return () => null;
      if (name === "getObjectValue" && isJsonObject(value)) {
        return (factory: ParsableFactory<Parsable>) => readModel(value, factory);
      }
      if (name === "getCollectionOfObjectValues" && Array.isArray(value)) {
        return (factory: ParsableFactory<Parsable>) =>
          value.map((item) => (isJsonObject(item) ? readModel(item, factory) : item));
      }
      return Reflect.get(node, name) as unknown;
    },
  });
}
