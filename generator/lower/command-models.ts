import type { Cmdlet, Model, ObjectSchema, ParameterSet, SetParameter, TypeReference } from "../model.js";
import { called, FileNames } from "./file-names.js";
import type { Import } from "./imports.js";
import { allProperties, objectSchema } from "./lookup.js";
import { modelType, type ModelType } from "./model-type.js";
import { propertyName } from "./names.js";
import { bodyImports, readerImports } from "./operation.js";
import type { PathTree } from "./request-builder-tree.js";
import {
  type PropertyShapeView,
  propertyShape,
  type ShapeView,
  shapeImport,
  shapeImports,
  shapeImportsOf,
  shapeView,
} from "./shapes.js";

/** How the shell checks and reads the values of a parameter whose PowerShell type does not say all. */
export interface CommandModelView {
  parameter: string;
  shape: PropertyShapeView;
  read: ModelType["read"];
}

export interface CommandModels {
  models: CommandModelView[];
  /** what differs in some sets, because they send another body */
  ofSets: { set: string; models: CommandModelView[] }[];
  /** shapes of bodies that are described with their request */
  shapes: { name: string; shape: ShapeView }[];
  imports: Import[];
}

/** The models of all parameters that end in the body of a request, as a whole or as a property. */
export function commandModels(model: Model, tree: PathTree, cmdlet: Cmdlet): CommandModels {
  const found: CommandModels = { models: [], ofSets: [], shapes: [], imports: [] };
  const byName = new Map<string, CommandModelView>();
  const modelOf = modelReader(model, tree, cmdlet, found);
  for (const set of cmdlet.parameterSets) {
    const own: CommandModelView[] = [];
    for (const parameter of set.parameters) {
      const view = modelOf(set, parameter);
      if (!view) continue;
      const known = byName.get(parameter.name);
      if (!known) byName.set(parameter.name, view);
      else if (JSON.stringify(known) !== JSON.stringify(view)) own.push(view);
    }
    if (own.length > 0) found.ofSets.push({ set: set.name, models: own });
  }
  found.models.push(...[...byName.values()].toSorted((a, b) => (a.parameter < b.parameter ? -1 : 1)));
  return found;
}

function modelReader(model: Model, tree: PathTree, cmdlet: Cmdlet, found: CommandModels) {
  const names = new FileNames();
  const bodies = new Map<string, CommandModelView | undefined>();
  const properties = new Map<string, ReadonlyMap<string, TypeReference>>();
  const types = new Map(cmdlet.parameters.map(({ name, type }) => [name, type.reference]));

  function bodyModel({ operation }: ParameterSet, parameter: string): CommandModelView | undefined {
    const imports = bodyImports(model, tree.requestOf(operation));
    const { body } = operation;
    if (!imports || body?.kind !== "json") return undefined;
    const schema = objectSchema(model, body.schema);
    const create = names.call(imports.create);
    const shape = schema.inline ? ownShape(schema, imports.type) : shapeImport(body.schema);
    found.imports.push(create, ...(schema.inline ? [] : [shape]));
    const read = { method: "getObjectValue", argument: called(create) };
    return { parameter, shape: { nullable: false, shape: called(shape) }, read };
  }

  function ownShape(schema: ObjectSchema, { from, name }: Import): Import {
    const shape = names.call({ from: `${from} shape`, name: `${propertyName(name)}Shape` });
    found.shapes.push({ name: called(shape), shape: shapeView(model, schema, name) });
    found.imports.push(...shapeImports(model, schema));
    return shape;
  }

  function propertyType({ operation }: ParameterSet, wireName: string): TypeReference | undefined {
    const { body } = operation;
    if (body?.kind !== "json" || cmdlet.operations.length === 1) return undefined;
    const known =
      properties.get(body.schema) ??
      new Map(allProperties(model, objectSchema(model, body.schema)).map((each) => [each.wireName, each.type]));
    properties.set(body.schema, known);
    return known.get(wireName);
  }

  return (set: ParameterSet, { name, source }: SetParameter): CommandModelView | undefined => {
    if (source.kind === "body") {
      const key = `${set.operation.method} ${set.operation.path}`;
      if (!bodies.has(key)) bodies.set(key, bodyModel(set, name));
      return bodies.get(key);
    }
    if (source.kind !== "bodyProperty" || source.file) return undefined;
    const type = propertyType(set, source.wireName) ?? types.get(name);
    if (!type || isPlain(type)) return undefined;
    found.imports.push(...shapeImportsOf(type), ...readerImports(type));
    return { parameter: name, shape: propertyShape(model, type), read: modelType(type).read };
  };
}

/** Whether the PowerShell type of a parameter says all of its values. */
function isPlain(type: TypeReference): boolean {
  if (type.kind === "array") return isPlain(type.items);
  return type.kind === "scalar" && !["date", "time", "duration", "object"].includes(type.name);
}
