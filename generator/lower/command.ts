import { cmdletSyntax, onlineVersion } from "../help/cmdlet-page.js";
import { platyps014Syntax } from "../help/platyps-0.14.js";
import { shellExample, shellUpload } from "../help/shell.js";
import type { Cmdlet, Model } from "../model.js";
import type { Artefact } from "./artefact.js";
import { cmdletSources } from "./client.js";
import { cmdletFile, cmdletNames } from "./cmdlet.js";
import { commandModels } from "./command-models.js";
import { called, FileNames } from "./file-names.js";
import { type Import, importsFor, shell } from "./imports.js";
import { identityOf } from "./lookup.js";
import { fileName, propertyName } from "./names.js";
import { requiresName } from "./operation.js";
import type { PathTree } from "./request-builder-tree.js";
import { documentation, firstSentence, header } from "./texts.js";

export const program = "mg";

/** What the shell needs of a cmdlet: loaded only when the cmdlet is called. */
export function lowerCommand(model: Model, tree: PathTree, cmdlet: Cmdlet): Artefact {
  const path = commandFile(cmdlet);
  const names = cmdletNames(cmdlet);
  const { models, ofSets, shapes, imports: ofModels } = commandModels(model, tree, cmdlet);
  const requires = requiresViews(tree, cmdlet);
  const own = [names.cmdlet, names.information, ...(cmdlet.upload ? [names.target] : [])];
  const imports: Import[] = [
    { from: shell, name: "Command", type: true },
    ...own.map((name) => ({ from: cmdletFile(cmdlet), name })),
    ...ofModels,
    ...requires.flatMap((each) => each ?? []),
    ...(shapes.length > 0 ? [{ from: shell, name: "Shape", type: true }] : []),
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
      requires: requires.map((each) => (each ? called(each) : "")),
      upload: cmdlet.upload !== undefined,
      shapes,
      models,
      modelsOfSets: ofSets,
      identity: (identityOf(model, cmdlet)?.fields ?? []).map(({ name }) => propertyName(name)),
      help: helpView(model, cmdlet),
    },
    declares: { exports: ["command"], locals: shapes.map(({ name }) => name) },
  };
}

/** What each operation requires of its body, as its request builder says it. */
function requiresViews(tree: PathTree, { operations }: Cmdlet): (Import | undefined)[] {
  const names = new FileNames();
  return operations.map((operation) => {
    const request = tree.requestOf(operation);
    const name = requiresName(request.operation);
    return name === undefined ? undefined : names.call({ from: request.node.file, name });
  });
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
        // prettier leaves a text beside a key as short as this
        short: parameter.name.length <= 4,
      }))
      .filter(({ description }) => description !== ""),
    examples: [
      ...(cmdlet.upload ? [{ title: "Attach a file", shell: shellUpload(program, cmdlet) }] : []),
      ...ownExamples.map((example) => ({ title: example.title, shell: shellExample(program, example) })),
    ],
    onlineVersion: onlineVersion(model, cmdlet),
  };
}
