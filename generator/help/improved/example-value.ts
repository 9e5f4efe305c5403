import { parameterNameOf } from "../../conventions/parameters.js";
import { allProperties, enumValues, objectSchema } from "../../lower/lookup.js";
import type { JsonObject, JsonValue, Model, ObjectSchema, ScalarType, TypeReference } from "../../model.js";

const scalars: Record<ScalarType, JsonValue> = {
  string: "Example",
  boolean: true,
  int32: 10,
  int64: 3_500_000,
  double: 1.5,
  float: 1.5,
  decimal: 1.5,
  "date-time": "2026-01-15T09:00:00Z",
  date: "2026-01-15",
  time: "09:00:00",
  duration: "PT30M",
  uuid: "7f105c7d-2dc5-4530-97cd-4e7ae6534c07",
  base64url: "SGVsbG8=",
  object: {},
};

/** Properties an example shows of an object that asks for none, and how deep it goes. */
const shown = 2;
const deepest = 2;

/** A value of a type, as a person might give it; `undefined` where only a very deep one would do. */
export function exampleValue(model: Model, type: TypeReference, name: string, depth = 0): JsonValue | undefined {
  switch (type.kind) {
    case "scalar":
      return type.name === "string" ? textFor(name) : scalars[type.name];
    case "enum":
      return enumValues(model, type.schema)[0];
    case "object":
      return depth < deepest ? exampleObject(model, objectSchema(model, type.schema), [], depth + 1) : undefined;
    case "array": {
      const item = exampleValue(model, type.items, name, depth);
      return item === undefined ? undefined : [item];
    }
  }
}

/** An object with what it must have: what it requires, what the service does (`wanted`, dotted wire paths), or a few of its properties. */
export function exampleObject(model: Model, schema: ObjectSchema, wanted: readonly string[], depth = 0): JsonObject {
  const writable = allProperties(model, schema).filter(
    ({ readOnly, wireName }) => !readOnly && !wireName.includes("@"),
  );
  const first = new Set(wanted.map((path) => path.split(".")[0]));
  const needed = writable.filter(({ wireName, required }) => required || first.has(wireName));
  const simple = writable.filter(({ type }) => type.kind === "scalar" || type.kind === "enum").slice(0, shown);
  const chosen = needed.length > 0 ? needed : simple.length > 0 ? simple : writable.slice(0, 1);
  const entries = chosen.flatMap(({ wireName, type }): [string, JsonValue][] => {
    const inner = wanted.flatMap((path) => (path.startsWith(`${wireName}.`) ? [path.slice(wireName.length + 1)] : []));
    const value =
      inner.length > 0 && type.kind === "object"
        ? exampleObject(model, objectSchema(model, type.schema), inner, depth + 1)
        : exampleValue(model, type, wireName, depth);
    return value === undefined ? [] : [[parameterNameOf(wireName), value]];
  });
  return Object.fromEntries(entries);
}

function textFor(name: string): string {
  if (/mail|address|upn|principalName/i.test(name)) return "adele@contoso.com";
  if (/(url|uri|link)$/i.test(name)) return "https://contoso.com";
  if (/(^|file)name$/i.test(name)) return "report.pdf";
  return `Example ${parameterNameOf(name)
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()}`;
}
