import { parameterNameOf } from "../conventions/parameters.js";
import type { EnumSchema, Model, ObjectSchema } from "../model.js";
import type { Artefact } from "./artefact.js";
import { importsFor } from "./imports.js";
import { modelPath } from "./model-type.js";
import { typeName } from "./names.js";
import { objectModelExports, objectModelImports, objectModelView } from "./object-model.js";
import { documentation, header } from "./texts.js";

/** One file per schema that has a name; an inline body stands beside its request builder. */
export function lowerModels(model: Model): Artefact[] {
  return model.schemas.flatMap((schema) => {
    if (schema.kind === "enum") return [lowerEnum(schema)];
    return schema.inline ? [] : [lowerObject(model, schema)];
  });
}

function lowerObject(model: Model, schema: ObjectSchema): Artefact {
  const path = modelPath(schema.name);
  const name = typeName(schema.name);
  return {
    path,
    template: "model.ts",
    sources: [schema.place.file],
    view: {
      header: header(schema.place.file),
      imports: importsFor(path, objectModelImports(model, schema)),
      model: objectModelView(model, schema, name),
    },
    declares: { exports: objectModelExports(name) },
  };
}

function lowerEnum(schema: EnumSchema): Artefact {
  const name = typeName(schema.name);
  return {
    path: modelPath(schema.name),
    template: "enum.ts",
    sources: [schema.place.file],
    view: {
      header: header(schema.place.file),
      name,
      description: documentation(schema.description, name),
      members: enumMembers(schema.values),
    },
    declares: { exports: [`${name}Object`, name] },
  };
}

/** A constant per value; `remote_control` and `remoteControl` are RemoteControl and RemoteControl1. */
function enumMembers(values: readonly string[]): { name: string; value: string }[] {
  const taken = new Set<string>();
  return values.map((value) => {
    const usual = parameterNameOf(value) || value;
    let name = usual;
    for (let digit = 1; taken.has(name); digit += 1) name = `${usual}${digit}`;
    taken.add(name);
    return { name, value };
  });
}
