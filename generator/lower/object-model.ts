import type { Model, ObjectSchema } from "../model.js";
import { type Import, kiota } from "./imports.js";
import { isOpen, objectSchema, ownProperties } from "./lookup.js";
import { modelPath, type ModelType, modelType, objectImports } from "./model-type.js";
import { propertyName, typeName } from "./names.js";
import { documentation } from "./texts.js";

/** An object type with its reader and writer: a model of its own, or the body of one request. */
export interface ObjectModelView {
  name: string;
  description: string;
  /** open to any further property, which no base is */
  open: boolean;
  /** type and functions of what it builds on */
  base?: { type: string; deserialize: string; serialize: string };
  /** what its interface extends */
  parents: string[];
  properties: PropertyView[];
}

interface PropertyView extends Pick<ModelType, "read" | "write"> {
  name: string;
  wireName: string;
  type: string;
  description: string;
}

/** What the partial `object-model` prints. */
export function objectModelView(model: Model, schema: ObjectSchema, name: string): ObjectModelView {
  const base = schema.base === undefined ? undefined : objectImports(typeName(schema.base), modelPath(schema.base));
  const open = isOpenItself(model, schema);
  return {
    name,
    description: documentation(schema.description, name),
    open,
    ...(base && {
      base: { type: base.type.name, deserialize: base.deserialize.name, serialize: base.serialize.name },
    }),
    parents: [...(open ? ["AdditionalDataHolder"] : []), ...(base ? [base.type.name] : []), "Parsable"],
    properties: ownProperties(model, schema).map((property) => {
      const { text, read, write } = modelType(property.type);
      const propertyOf = propertyName(property.wireName);
      return {
        name: propertyOf,
        wireName: property.wireName,
        type: text,
        description: documentation(property.description, propertyOf),
        read,
        write,
      };
    }),
  };
}

/** What the printed code imports. */
export function objectModelImports(model: Model, schema: ObjectSchema): Import[] {
  const always = [
    "Parsable",
    "ParseNode",
    "SerializationWriter",
    ...(isOpenItself(model, schema) ? ["AdditionalDataHolder"] : []),
  ];
  const base = schema.base === undefined ? undefined : objectImports(typeName(schema.base), modelPath(schema.base));
  return [
    ...always.map((name) => ({ from: kiota, name, type: true })),
    ...(base ? [base.type, base.deserialize, base.serialize] : []),
    ...ownProperties(model, schema).flatMap((property) => modelType(property.type).imports),
  ];
}

function isOpenItself(model: Model, schema: ObjectSchema): boolean {
  return schema.additionalProperties && !(schema.base !== undefined && isOpen(model, objectSchema(model, schema.base)));
}

/** The names it declares. */
export function objectModelExports(name: string): string[] {
  return [name, `create${name}FromDiscriminatorValue`, `deserializeInto${name}`, `serialize${name}`];
}
