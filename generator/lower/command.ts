import { cmdletSyntax, onlineVersion } from "../help/cmdlet-page.js";
import { platyps014Syntax } from "../help/platyps-0.14.js";
import { shellExample, shellUpload } from "../help/shell.js";
import type { Cmdlet, Model } from "../model.js";
import type { Artefact } from "./artefact.js";
import { cmdletSources } from "./client.js";
import { cmdletFile, cmdletNames } from "./cmdlet.js";
import { type Import, importsFor, shell } from "./imports.js";
import { identityOf, objectSchema } from "./lookup.js";
import { modelPath, objectImports } from "./model-type.js";
import { fileName, propertyName, typeName } from "./names.js";
import { bodyImports, requiresName } from "./operation.js";
import type { PathNode } from "./request-builder-tree.js";
import { shapeImport, shapeImports, shapeView } from "./shapes.js";
import { documentation, firstSentence, header } from "./texts.js";

const program = "mg";

/** What the shell needs of a cmdlet: loaded only when the cmdlet is called. */
export function lowerCommand(model: Model, node: PathNode, cmdlet: Cmdlet): Artefact {
  const path = commandFile(cmdlet);
  const names = cmdletNames(cmdlet);
  const body = bodyModel(model, node, cmdlet);
  const models = [...propertyModels(cmdlet), ...(body ? [body] : [])];
  const own = cmdletFile(cmdlet);
  const requires = requiresName(cmdlet);
  const imports: Import[] = [
    { from: shell, name: "Command", type: true },
    ...[names.cmdlet, names.information, ...(cmdlet.upload ? [names.target] : [])].map((name) => ({
      from: own,
      name,
    })),
    ...models.map(({ create }) => create),
    ...(requires === undefined ? [] : [{ from: node.file, name: requires }]),
    ...models.map(({ shape }) => shape),
    ...(body?.inline ? [{ from: shell, name: "Shape", type: true }, ...shapeImports(body.inline)] : []),
  ];
  return {
    path,
    template: "command.ts",
    sources: [cmdlet.place.file],
    view: {
      header: header(cmdlet.place.file),
      imports: importsFor(path, imports),
      name: cmdlet.name,
      names,
      requires: [requires ?? ""],
      upload: cmdlet.upload !== undefined,
      bodyShape: body?.inline && { name: body.shape.name, shape: shapeView(model, body.inline, body.name) },
      models: models.map(({ parameter, shape, create }) => ({
        parameter,
        shape: { shape: shape.name, nullable: false },
        read: { method: "getObjectValue", argument: create.name },
      })),
      identity: (identityOf(model, cmdlet)?.fields ?? []).map(({ name }) => propertyName(name)),
      help: helpView(model, cmdlet),
    },
    declares: { exports: ["command"], locals: body?.inline ? [body.shape.name] : [] },
  };
}

/** All commands: light enough to be read at every start. */
export function lowerCommandIndex(model: Model): Artefact {
  return {
    path: "commands/index.ts",
    template: "commands.ts",
    sources: cmdletSources(model),
    view: {
      header: header("cmdlets"),
      commands: model.cmdlets.map((cmdlet) => ({
        name: cmdlet.name,
        summary: firstSentence(cmdlet.help.synopsis),
        module: `./${fileName(cmdlet.name)}.js`,
      })),
    },
    declares: { exports: ["commands"] },
  };
}

function commandFile(cmdlet: Cmdlet): string {
  return `commands/${fileName(cmdlet.name)}.ts`;
}

/** The parameters that take an object with a schema. */
function propertyModels({ parameters }: Cmdlet) {
  return parameters.flatMap(({ name, source, type: { reference } }) => {
    if (source.kind !== "bodyProperty" || reference?.kind !== "object") return [];
    const { create } = objectImports(typeName(reference.schema), modelPath(reference.schema));
    return [{ parameter: name, shape: shapeImport(reference.schema), create }];
  });
}

/** The parameter that takes the whole body; the shape of an inline one stands in the command's own file. */
function bodyModel(model: Model, node: PathNode, cmdlet: Cmdlet) {
  const parameter = cmdlet.parameters.find(({ source }) => source.kind === "body")?.name;
  const imports = bodyImports(model, node, cmdlet);
  const { body } = cmdlet.operations[0];
  if (parameter === undefined || !imports || body?.kind !== "json") return undefined;
  const schema = objectSchema(model, body.schema);
  const { name } = imports.type;
  const ownShape: Import = { from: commandFile(cmdlet), name: `${propertyName(name)}Shape` };
  return {
    parameter,
    name,
    shape: schema.inline ? ownShape : shapeImport(body.schema),
    inline: schema.inline ? schema : undefined,
    create: imports.create,
  };
}

function helpView(model: Model, cmdlet: Cmdlet) {
  const { help, name, parameters } = cmdlet;
  const syntax = cmdletSyntax(cmdlet);
  const ownExamples = help.examples.filter((example) => example.kind === "call").filter((call) => call.cmdlet === name);
  return {
    synopsis: firstSentence(help.synopsis),
    description: help.description,
    syntax: syntax.sets.map((set) => platyps014Syntax(syntax, set).lines.join("\n")),
    parameters: parameters
      .filter(({ source }) => source.kind !== "switch")
      .map((parameter) => ({
        name: parameter.name,
        description: documentation(parameter.description, parameter.name),
      }))
      .filter(({ description }) => description !== ""),
    examples: [
      ...(cmdlet.upload ? [{ title: "Attach a file", shell: shellUpload(program, cmdlet) }] : []),
      ...ownExamples.map((example) => ({ title: example.title, shell: shellExample(program, example) })),
    ],
    onlineVersion: onlineVersion(model, cmdlet),
  };
}
