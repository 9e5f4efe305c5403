import type { Cmdlet, EnumSchema, Identity, Model, ObjectSchema, Property, Schema } from "../model.js";

const schemasByName = new WeakMap<Model, ReadonlyMap<string, Schema>>();

/** The object schema of that name; the resolve stage has seen to it that there is one. */
export function objectSchema(model: Model, name: string): ObjectSchema {
  const schema = schemaCalled(model, name);
  if (schema?.kind !== "object") throw new Error(`no object schema ${name} in the model`);
  return schema;
}

/** The properties of a schema and of those it builds on, theirs first; one stated again is as it was stated first. */
export function allProperties(model: Model, schema: ObjectSchema): Property[] {
  const base = schema.base === undefined ? undefined : objectSchema(model, schema.base);
  return base ? [...allProperties(model, base), ...ownProperties(model, schema)] : schema.properties;
}

/** The properties that a schema adds to those of the schemas it builds on. */
export function ownProperties(model: Model, schema: ObjectSchema): Property[] {
  if (schema.base === undefined) return schema.properties;
  const known = new Set(allProperties(model, objectSchema(model, schema.base)).map(({ wireName }) => wireName));
  return schema.properties.filter(({ wireName }) => !known.has(wireName));
}

/** Whether a schema, or one it builds on, takes any further property. */
export function isOpen(model: Model, schema: ObjectSchema): boolean {
  return schema.additionalProperties || (schema.base !== undefined && isOpen(model, objectSchema(model, schema.base)));
}

/** The enum schema of that name. */
export function enumSchema(model: Model, name: string): EnumSchema {
  const schema = schemaCalled(model, name);
  if (schema?.kind !== "enum") throw new Error(`no enum schema ${name} in the model`);
  return schema;
}

/** The wire values of the enum schema of that name. */
export function enumValues(model: Model, name: string): readonly string[] {
  return enumSchema(model, name).values;
}

/** The identity a cmdlet takes as `-InputObject`. */
export function identityOf(model: Model, cmdlet: Cmdlet): Identity | undefined {
  return cmdlet.identity === undefined ? undefined : identitiesOf(model).get(cmdlet.identity);
}

const identitiesByName = new WeakMap<Model, ReadonlyMap<string, Identity>>();

function identitiesOf(model: Model): ReadonlyMap<string, Identity> {
  let identities = identitiesByName.get(model);
  if (!identities) {
    identities = new Map(model.identities.map((identity) => [identity.name, identity]));
    identitiesByName.set(model, identities);
  }
  return identities;
}

function schemaCalled(model: Model, name: string): Schema | undefined {
  let schemas = schemasByName.get(model);
  if (!schemas) {
    schemas = new Map(model.schemas.map((schema) => [schema.name, schema]));
    schemasByName.set(model, schemas);
  }
  return schemas.get(name);
}
