import { didYouMean } from "../cmdlet/did-you-mean.js";
import type { PropertyShape, Shape } from "./command.js";
import { emptyObject, isJsonObject, type JsonObject } from "./json.js";
import { convertScalar } from "./values.js";

/** A value that the schema of a body does not take; the message says where and why. */
export class ShapeError extends Error {
  override readonly name = "ShapeError";
}

/** Gets what was let through although it looks like a mistake. */
export type Warn = (text: string) => void;

/**
 * Writes a value as the wire wants it: property names found without regard to case and spelled as the schema spells
 * them, enum values likewise, scalars converted as PowerShell would.
 * @throws ShapeError
 */
export function fitToShape(value: unknown, shape: PropertyShape, warn: Warn): unknown {
  return fitProperty(value, shape, warn, new Place("the value", 1));
}

/** @throws ShapeError when an object anywhere inside has two keys that differ only in case, as PowerShell does */
export function checkKeys(value: unknown, place = new Place("the value", 1)): void {
  if (Array.isArray(value)) value.forEach((item, index) => checkKeys(item, place.item(index)));
  if (!isJsonObject(value)) return;
  for (const [key, property] of uniqueEntries(value, place)) checkKeys(property, place.property(key));
}

const depthLimit = 64;

/** Where in a value, for messages. */
class Place {
  constructor(
    readonly path: string,
    private readonly depth: number,
  ) {
    if (depth > depthLimit) throw new ShapeError(`The value is nested deeper than ${depthLimit} levels.`);
  }

  property(name: string): Place {
    return new Place(this.depth === 1 ? name : `${this.path}.${name}`, this.depth + 1);
  }

  item(index: number): Place {
    return new Place(`${this.path}[${index}]`, this.depth + 1);
  }
}

function fitObject(value: unknown, shape: Shape, warn: Warn, place: Place): JsonObject {
  if (!isJsonObject(value)) throw new ShapeError(`${place.path} must be an object of type ${shape.name}.`);
  const names = new Map(Object.keys(shape.properties).map((name) => [name.toLowerCase(), name]));
  const fitted = emptyObject();
  // of a derived type, which may have more
  const expected = Object.hasOwn(value, "@odata.type") ? [] : Object.keys(shape.properties);
  for (const [key, property] of uniqueEntries(value, place)) {
    const name = names.get(key.toLowerCase());
    const known = name === undefined ? undefined : shape.properties[name];
    if (name !== undefined && known !== undefined) {
      fitted[name] = fitProperty(property, known, warn, place.property(name));
    } else {
      passUnknown(key, property, shape, didYouMean(key, expected), warn, place.property(key));
      fitted[key] = property;
    }
  }
  return fitted;
}

function passUnknown(
  key: string,
  value: unknown,
  shape: Shape,
  meant: string | undefined,
  warn: Warn,
  place: Place,
): void {
  const question = meant === undefined ? "" : ` Did you mean ${meant}?`;
  if (!shape.open) throw new ShapeError(`${shape.name} has no property ${key}.${question}`);
  if (meant !== undefined) warn(`${place.path} is not a property of ${shape.name}; sent as it is.${question}`);
  checkKeys(value, place);
}

function fitProperty(value: unknown, shape: PropertyShape, warn: Warn, place: Place): unknown {
  if (value === null) {
    if (shape.nullable === true) return null;
    throw new ShapeError(`${place.path} may not be null.`);
  }
  switch (shape.type) {
    case "object":
      return fitObject(value, shape.shape(), warn, place);
    case "array":
      return (Array.isArray(value) ? value : [value]).map((item, index) =>
        fitProperty(item, shape.items, warn, place.item(index)),
      );
    case "enum":
      return fitEnum(value, shape.values, place);
    case "any":
      checkKeys(value, place);
      return value;
    default: {
      const converted = convertScalar(value, shape.type);
      if (converted === undefined) {
        throw new ShapeError(`${place.path} takes a value of type ${shape.type}, not ${JSON.stringify(value)}.`);
      }
      if (converted.warning !== undefined) warn(`${place.path} ${converted.warning}.`);
      return converted.value;
    }
  }
}

function fitEnum(value: unknown, values: readonly string[], place: Place): string {
  const found = values.find((name) => name.toLowerCase() === String(value).toLowerCase());
  if (found !== undefined) return found;
  throw new ShapeError(`${place.path} takes one of ${values.join(", ")}, not ${JSON.stringify(value)}.`);
}

function uniqueEntries(value: JsonObject, place: Place): [string, unknown][] {
  const entries = Object.entries(value);
  const seen = new Set<string>();
  for (const [key] of entries) {
    if (seen.has(key.toLowerCase())) throw new ShapeError(`Duplicate keys "${key}" are not allowed in ${place.path}.`);
    seen.add(key.toLowerCase());
  }
  return entries;
}
