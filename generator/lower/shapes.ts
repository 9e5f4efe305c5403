import type { Model, ObjectSchema, Property, TypeReference } from "../model.js";
import type { Artefact } from "./artefact.js";
import { type Import, importsFor, shell } from "./imports.js";
import { allProperties, enumValues, isOpen } from "./lookup.js";
import { fileName, propertyName } from "./names.js";
import { header } from "./texts.js";

/** The properties of an object, as the shell checks and completes what people type. */
export interface ShapeView {
  /** as messages show it */
  name: string;
  open: boolean;
  properties: ({ wireName: string } & PropertyShapeView)[];
}

/** Exactly one of `scalar`, `values`, `shape` and `items` says what it is. */
export interface PropertyShapeView {
  nullable: boolean;
  scalar?: string;
  values?: readonly string[];
  shape?: string;
  items?: PropertyShapeView;
}

/** One file per object schema that has a name. */
export function lowerShapes(model: Model): Artefact[] {
  return model.schemas.flatMap((schema) => {
    if (schema.kind === "enum" || schema.inline) return [];
    const { from: path, name } = shapeImport(schema.name);
    const imports: Import[] = [{ from: shell, name: "Shape", type: true }, ...shapeImports(model, schema)];
    const view = {
      header: header(schema.place.file),
      imports: importsFor(path, imports),
      name,
      shape: shapeView(model, schema),
    };
    return [{ path, template: "shape.ts", sources: [schema.place.file], view, declares: { exports: [name] } }];
  });
}

/** What the partial `shape` prints. */
export function shapeView(model: Model, schema: ObjectSchema, name = schema.name): ShapeView {
  const property = ({ wireName, nullable, type }: Property) => ({ wireName, ...propertyShape(model, type, nullable) });
  return { name, open: isOpen(model, schema), properties: allProperties(model, schema).map(property) };
}

/** What the printed shape imports. */
export function shapeImports(model: Model, schema: ObjectSchema): Import[] {
  return allProperties(model, schema).flatMap(({ type }) => shapeImportsOf(type));
}

/** What the shape of a value imports. */
export function shapeImportsOf(type: TypeReference): Import[] {
  const schemaName = objectName(type);
  return schemaName === undefined ? [] : [shapeImport(schemaName)];
}

export function shapeImport(schema: string): Import {
  return { from: `shapes/${fileName(schema)}.ts`, name: `${propertyName(schema)}Shape` };
}

/** What the partial `property-shape` prints. */
export function propertyShape(model: Model, type: TypeReference, nullable = false): PropertyShapeView {
  switch (type.kind) {
    case "scalar":
      return { nullable, scalar: type.name === "object" ? "any" : type.name };
    case "enum":
      return { nullable, values: enumValues(model, type.schema) };
    case "object":
      return { nullable, shape: shapeImport(type.schema).name };
    case "array":
      return { nullable, items: propertyShape(model, type.items) };
  }
}

function objectName(type: TypeReference): string | undefined {
  if (type.kind === "array") return objectName(type.items);
  return type.kind === "object" ? type.schema : undefined;
}
