import { program } from "../../lower/command.js";
import type { Cmdlet, Model } from "../../model.js";
import { pathParametersOf } from "../../resolve/operation.js";
import { objectBehind, responseProperties, valuesOf } from "../complex-types.js";
import type { NotesProperty, PageDetails, PageExample } from "../help-page.js";
import { shellUpload } from "../shell.js";
import { type Call, exampleCalls } from "./call.js";
import { powershellCall, shellSnippet } from "./call-snippets.js";
import { nextStep } from "./next-step.js";
import { typescriptCall, typescriptUpload } from "./typescript-call.js";

/** What an improved page tells of a cmdlet and official ones do not. */
export function pageDetails(model: Model, cmdlet: Cmdlet): PageDetails {
  const { operations, parameters } = cmdlet;
  return {
    examples: examplesOf(model, cmdlet),
    requests: operations.map(({ method, path }) => `${method} ${path}`),
    values: Object.fromEntries(
      parameters.flatMap(({ name, type }) => {
        const values = valuesOf(model, type.reference);
        return values ? [[name, values]] : [];
      }),
    ),
    required: requiredOf(cmdlet),
    outputs: outputsOf(model, cmdlet),
    nextStep: nextStep(cmdlet),
    related: relatedTo(model, cmdlet),
  };
}

function examplesOf(model: Model, cmdlet: Cmdlet): PageExample[] {
  const blocks = exampleCalls(model, cmdlet).map((call): Omit<PageExample, "title"> & { title: string } => ({
    title: call.title,
    blocks: blocksOf(model, call),
  }));
  const [first, ...others] = blocks;
  const upload = cmdlet.upload ? [uploadExample(model, cmdlet)] : [];
  return [...(first ? [first] : []), ...upload, ...others].map((example, index) => ({
    ...example,
    title: `Example ${index + 1}: ${example.title}`,
  }));
}

function blocksOf(model: Model, call: Call): PageExample["blocks"] {
  return [
    { kind: "code", language: "powershell", lines: powershellCall(call) },
    { kind: "text", text: "In a shell:" },
    { kind: "code", language: "sh", lines: shellSnippet(program, call) },
    { kind: "text", text: "In TypeScript:" },
    { kind: "code", language: "typescript", lines: typescriptCall(model, call) },
  ];
}

function uploadExample(model: Model, cmdlet: Cmdlet): PageExample {
  const [{ operation, parameters }] = cmdlet.parameterSets;
  const names = pathParametersOf(operation).flatMap((path) =>
    parameters.flatMap(({ name, source }) => (source.kind === "path" && source.pathParameter === path ? [name] : [])),
  );
  return {
    title: "Open the session and upload a file through it",
    blocks: [
      { kind: "text", text: "In a shell; a line of its own, without the backslashes, in PowerShell:" },
      { kind: "code", language: "sh", lines: shellUpload(program, cmdlet).split("\n") },
      { kind: "text", text: "In TypeScript:" },
      { kind: "code", language: "typescript", lines: typescriptUpload(model, cmdlet, names) },
    ],
  };
}

/** Parameters that hold what an operation requires, though they may be left out. */
function requiredOf({ parameterSets, operations }: Cmdlet): Record<string, string[]> {
  const required: Record<string, string[]> = {};
  const paths = new Set(operations.flatMap(({ requires }) => requires));
  for (const { name, source, mandatory } of parameterSets.flatMap(({ parameters }) => parameters)) {
    if (source.kind !== "bodyProperty" || mandatory) continue;
    const { wireName } = source;
    const held = [...paths].filter((path) => path === wireName || path.startsWith(`${wireName}.`));
    const leaves = held.filter((path) => !held.some((other) => other.startsWith(`${path}.`)));
    if (leaves.length > 0) required[name] = leaves;
  }
  return required;
}

function outputsOf(model: Model, { operations, help }: Cmdlet): Record<string, NotesProperty[]> {
  const outputs: Record<string, NotesProperty[]> = {};
  for (const { response } of operations) {
    const type = response.kind === "json" ? response.type : response.kind === "collection" ? response.items : undefined;
    const schema = type && objectBehind(model, type);
    const name = schema && help.outputs.find((output) => output.endsWith(`.${schema.dotnetName}`));
    if (schema && name !== undefined) outputs[name] = responseProperties(model, schema);
  }
  return outputs;
}

const nounsOf = new WeakMap<Model, ReadonlyMap<string, string[]>>();

/** The other cmdlets of a noun, those of the other API version among them. */
function relatedTo(model: Model, { name, noun }: Cmdlet): string[] {
  let nouns = nounsOf.get(model);
  if (!nouns) {
    const found = new Map<string, string[]>();
    for (const each of model.cmdlets) {
      const key = plainNoun(each.noun);
      found.set(key, [...(found.get(key) ?? []), each.name]);
    }
    nounsOf.set(model, (nouns = found));
  }
  return (nouns.get(plainNoun(noun)) ?? []).filter((each) => each !== name);
}

function plainNoun(noun: string): string {
  return noun.replace(/^MgBeta/, "Mg");
}
