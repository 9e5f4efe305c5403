import type { z } from "zod";
import type { Path } from "./load/located.js";
import { specKinds, type SpecKind } from "./spec.js";

/** The keys the spec format has at a path, in its own order; found by walking its zod schema along. */
export function knownKeys(kind: SpecKind, path: Path): string[] {
  let schemas: z.core.$ZodType[] = [specKinds[kind]];
  for (const step of path) schemas = schemas.flatMap((schema) => inside(schema, step));
  return schemas.flatMap(alternatives).flatMap((schema) => Object.keys(shapeOf(schema) ?? {}));
}

function inside(schema: z.core.$ZodType, step: PropertyKey): z.core.$ZodType[] {
  return alternatives(schema).flatMap((one) => {
    const { def } = one._zod as z.core.$ZodTypes["_zod"];
    if (def.type === "array") return [def.element];
    if (def.type === "record") return [def.valueType];
    const next = shapeOf(one)?.[String(step)] ?? (def.type === "object" ? def.catchall : undefined);
    return next ? [next] : [];
  });
}

/** A schema without its wrappers: each alternative of a union, what goes into a transformation. */
function alternatives(schema: z.core.$ZodType): z.core.$ZodType[] {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  if (def.type === "optional") return alternatives(def.innerType);
  if (def.type === "pipe") return alternatives(def.in);
  if (def.type === "union") return def.options.flatMap(alternatives);
  return [schema];
}

function shapeOf(schema: z.core.$ZodType): Record<string, z.core.$ZodType> | undefined {
  const { def } = schema._zod as z.core.$ZodTypes["_zod"];
  return def.type === "object" ? def.shape : undefined;
}
