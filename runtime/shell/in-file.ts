import { isInSet } from "../cmdlet/choose-parameter-set.js";
import type { Cmdlet } from "../cmdlet/cmdlet.js";
import type { FileDescription } from "../graph/file-description.js";
import type { TargetDialect } from "../graph/target-dialects.js";
import type { UploadTarget } from "../graph/upload-file.js";
import { bindingError } from "./binding-error.js";
import { toModel } from "./body-model.js";
import type { Command, CommandModel } from "./command.js";
import type { Input } from "./inputs.js";
import { isJsonObject, type JsonObject } from "./json.js";
import { inFile } from "./parameters.js";

/** The cmdlet as `mg` offers it: an upload cmdlet also takes `-InFile`, wherever the body's properties are parameters. */
export function withInFile({ cmdlet, upload }: Command): Cmdlet {
  if (upload === undefined) return cmdlet;
  const expanded = cmdlet.parameters.filter(({ body }) => body !== undefined);
  const sets = cmdlet.parameterSets.filter((set) => expanded.some((parameter) => isInSet(parameter, set)));
  return { ...cmdlet, parameters: [...cmdlet.parameters, { name: inFile, type: "String", sets }] };
}

/** A file to upload, what the command line says of it, and the identifiers of where it goes. */
export interface FileToUpload {
  path: string;
  description: FileDescription & { size?: number };
  /** the one that describes it, if given: `AttachmentItem` */
  parameter?: string;
  /** what else the body says among them: `DeferCommit` */
  target: ReadonlyMap<string, unknown>;
}

/**
 * Reads a call with `-InFile`. What the body's properties say of the file goes before what the file says itself.
 * @throws ParameterBindingError for what cannot be said of a file
 */
export function readFileToUpload({ values }: Input, command: Command, { dialect }: UploadTarget<never>): FileToUpload {
  const target = new Map(values);
  target.delete(inFile);
  const file: FileToUpload = { path: String(values.get(inFile)), description: {}, target };
  if (target.has(additional)) throw refuse(additional, "It cannot be combined with -InFile.");
  for (const { name, body } of command.cmdlet.parameters) {
    const model = command.models[name];
    if (body === undefined || model === undefined || !target.has(name)) continue;
    Object.assign(file.description, readDescription(name, target.get(name), dialect, model));
    file.parameter = name;
    target.delete(name);
  }
  return file;
}

const additional = "AdditionalProperties";

/** What a property of the body's object says of the file; `properties` = the service is told it as it is. */
const meanings: Readonly<Record<TargetDialect, Readonly<Record<string, keyof FileToUpload["description"]>>>> = {
  outlook: { name: "name", contentType: "contentType", isInline: "isInline", contentId: "contentId", size: "size" },
  todo: { name: "name", contentType: "contentType", size: "size" },
  drive: { name: "name", fileSize: "size", "@microsoft.graph.conflictBehavior": "conflictBehavior" },
  print: { documentName: "name", contentType: "contentType", size: "size" },
};

function readDescription(
  parameter: string,
  value: unknown,
  dialect: TargetDialect,
  model: CommandModel,
): FileToUpload["description"] {
  const description: Record<string, unknown> = {};
  const others: JsonObject = {};
  for (const [key, given] of Object.entries(isJsonObject(value) ? value : {})) {
    const meaning = Object.hasOwn(meanings[dialect], key) ? meanings[dialect][key] : undefined;
    if (meaning === undefined) others[key] = given;
    else if (given !== null) description[meaning] = given;
  }
  const { conflictBehavior } = description;
  if (conflictBehavior !== undefined && !behaviors.some((known) => known === conflictBehavior)) {
    throw refuse(parameter, `@microsoft.graph.conflictBehavior is one of ${behaviors.join(", ")}.`);
  }
  if (dialect === "drive")
    return { ...description, ...(hasAny(others) && { properties: { ...(toModel(others, model) as object) } }) };
  const { attachmentType = "file", ...foreign } = others;
  if (attachmentType !== "file") throw refuse(parameter, `-InFile uploads a file, not "${String(attachmentType)}".`);
  if (hasAny(foreign)) throw refuse(parameter, `${Object.keys(foreign)[0]} cannot be combined with -InFile.`);
  return description;
}

const behaviors = ["fail", "replace", "rename"];

function hasAny(object: object): boolean {
  return Object.keys(object).length > 0;
}

function refuse(parameter: string, reason: string): Error {
  return bindingError("ParameterArgumentValidationError", [parameter, reason], { parameter });
}
