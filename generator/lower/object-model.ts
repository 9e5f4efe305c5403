import type { ObjectSchema } from "../model.js";
import { type Import, kiota } from "./imports.js";
import { type ModelType, modelType } from "./model-type.js";
import { propertyName } from "./names.js";
import { documentation } from "./texts.js";

/** An object type with its reader and writer: a model of its own, or the body of one request. */
export interface ObjectModelView {
  name: string;
  description: string;
  /** open to any further property */
  open: boolean;
  properties: PropertyView[];
}

interface PropertyView extends Pick<ModelType, "read" | "write"> {
  name: string;
  wireName: string;
  type: string;
  description: string;
}

/** What the partial `object-model` prints. */
export function objectModelView(schema: ObjectSchema, name: string): ObjectModelView {
  return {
    name,
    description: documentation(schema.description, name),
    open: schema.additionalProperties,
    properties: schema.properties.map((property) => {
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
export function objectModelImports(schema: ObjectSchema): Import[] {
  const base = [
    "Parsable",
    "ParseNode",
    "SerializationWriter",
    ...(schema.additionalProperties ? ["AdditionalDataHolder"] : []),
  ];
  return [
    ...base.map((name) => ({ from: kiota, name, type: true })),
    ...schema.properties.flatMap((property) => modelType(property.type).imports),
  ];
}

/** The names it declares. */
export function objectModelExports(name: string): string[] {
  return [name, `create${name}FromDiscriminatorValue`, `deserializeInto${name}`, `serialize${name}`];
}
