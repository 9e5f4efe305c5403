import { keyPlaceAt, placeAt, type LocatedMap, type Path } from "../load/located.js";
import type { Cmdlet, JsonValue, ObjectSchema, Schema, TypeReference } from "../model.js";
import { didYouMean } from "../suggest.js";
import type { Context } from "./context.js";
import { allProperties, schemaOf } from "./schemas.js";

/** Checks an example body as the service would. Keys are PowerShell's: their case does not matter. */
export function checkExampleBody(
  body: Record<string, JsonValue>,
  { operations }: Cmdlet,
  at: { root: LocatedMap; path: Path },
  context: Context,
): void {
  const { schemas } = context;
  const operation = operations.find(({ body: expected }) => expected?.kind === "json");
  const schema = operation?.body?.kind === "json" ? schemaOf(schemas, operation.body.schema) : undefined;
  if (!operation || !schema) return;
  const placeOf = (path: Path) => placeAt(at.root, [...at.path, ...path]);
  checkObject(body, schema, []);
  for (const dotted of operation.requires) {
    if (has(body, dotted.split("."))) continue;
    context.report("example/body", placeOf([]), `the body lacks ${dotted}, which the service requires`);
  }

  function checkObject(value: Record<string, JsonValue>, of: ObjectSchema, path: PropertyKey[]): void {
    for (const [key, child] of Object.entries(value)) {
      const properties = allProperties(schemas, of);
      const property = properties.find(({ wireName }) => wireName.toLowerCase() === key.toLowerCase());
      if (property) checkValue(child, property.type, [...path, key]);
      else if (!of.additionalProperties) {
        const known = properties.map(({ wireName }) => wireName);
        const place = keyPlaceAt(at.root, [...at.path, ...path, key]);
        context.report("example/body", place, `the body has no property ${key}`, { help: didYouMean(key, known) });
      }
    }
  }

  function checkValue(value: JsonValue, type: TypeReference, path: PropertyKey[]): void {
    if (value === null) return;
    if (type.kind === "array" && Array.isArray(value)) {
      for (const [index, item] of value.entries()) checkValue(item, type.items, [...path, index]);
      return;
    }
    const schema = "schema" in type ? schemas.get(type.schema) : undefined;
    if (schema?.kind === "object" && isObject(value)) return checkObject(value, schema, path);
    const problem = type.kind === "scalar" ? scalarProblem(value, type.name) : enumProblem(value, schema);
    if (problem) context.report("example/body", placeOf(path), `${String(path.at(-1))} must be ${problem}`);
  }
}

function scalarProblem(value: JsonValue, type: string): string | undefined {
  if (type === "object") return undefined; // anything goes
  const wanted = type === "boolean" ? "boolean" : /^(int32|int64|double)$/.test(type) ? "number" : "string";
  const whole = typeof value === "number" && type.startsWith("int") ? Number.isInteger(value) : true;
  return typeof value === wanted && whole ? undefined : `of type ${type}`;
}

function enumProblem(value: JsonValue, schema: Schema | undefined): string | undefined {
  if (schema?.kind === "enum") {
    const known = typeof value === "string" && schema.values.includes(value);
    return known ? undefined : `one of ${schema.values.join(", ")}`;
  }
  return "of another type";
}

function has(value: JsonValue | undefined, path: readonly string[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return value !== undefined && value !== null;
  if (!isObject(value)) return false;
  const key = Object.keys(value).find((candidate) => candidate.toLowerCase() === step.toLowerCase());
  return key !== undefined && has(value[key], rest);
}

function isObject(value: JsonValue | undefined): value is Record<string, JsonValue> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
