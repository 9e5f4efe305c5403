import type { Cmdlet, Identity, Model, ObjectSchema, Schema } from "../model.js";

const schemasByName = new WeakMap<Model, ReadonlyMap<string, Schema>>();

/** The object schema of that name; the resolve stage has seen to it that there is one. */
export function objectSchema(model: Model, name: string): ObjectSchema {
  const schema = schemaCalled(model, name);
  if (schema?.kind !== "object") throw new Error(`no object schema ${name} in the model`);
  return schema;
}

/** The wire values of the enum schema of that name. */
export function enumValues(model: Model, name: string): readonly string[] {
  const schema = schemaCalled(model, name);
  if (schema?.kind !== "enum") throw new Error(`no enum schema ${name} in the model`);
  return schema.values;
}

/** The identity a cmdlet takes as `-InputObject`. */
export function identityOf(model: Model, cmdlet: Cmdlet): Identity | undefined {
  return model.identities.find((each) => each.name === cmdlet.identity);
}

function schemaCalled(model: Model, name: string): Schema | undefined {
  let schemas = schemasByName.get(model);
  if (!schemas) {
    schemas = new Map(model.schemas.map((schema) => [schema.name, schema]));
    schemasByName.set(model, schemas);
  }
  return schemas.get(name);
}
