import { isInSet } from "../cmdlet/choose-parameter-set.js";
import type { Cmdlet } from "../cmdlet/cmdlet.js";
import type { FileDescription } from "../graph/file-attachment.js";
import { bindingError } from "./binding-error.js";
import type { Command } from "./command.js";
import type { Input } from "./inputs.js";
import { isJsonObject } from "./json.js";
import { inFile } from "./parameters.js";

/** The cmdlet as `mg` offers it: an upload cmdlet also takes `-InFile`, wherever the body's properties are parameters. */
export function withInFile({ cmdlet, upload }: Command): Cmdlet {
  if (upload === undefined) return cmdlet;
  const expanded = cmdlet.parameters.filter(({ body }) => body !== undefined);
  const sets = cmdlet.parameterSets.filter((set) => expanded.some((parameter) => isInSet(parameter, set)));
  return { ...cmdlet, parameters: [...cmdlet.parameters, { name: inFile, type: "String", sets }] };
}

/** A file to attach, what the command line says of it, and the identifiers of where it goes. */
export interface FileToAttach {
  path: string;
  description: FileDescription & { size?: number };
  /** the one that describes it, if given: `AttachmentItem` */
  parameter?: string;
  target: ReadonlyMap<string, unknown>;
}

/**
 * Reads a call with `-InFile`. What the body's properties say (name, contentType, isInline, contentId) goes before what
 * the file says.
 * @throws ParameterBindingError for what cannot be said of a file
 */
export function readFileToAttach({ values }: Input, { cmdlet }: Command): FileToAttach {
  const target = new Map(values);
  target.delete(inFile);
  const file: FileToAttach = { path: String(values.get(inFile)), description: {}, target };
  for (const { name, body } of cmdlet.parameters) {
    const isOfBody = body !== undefined || name === "AdditionalProperties";
    if (!isOfBody || !target.has(name)) continue;
    if (body === undefined) throw refuse(name, "It cannot be combined with -InFile.");
    Object.assign(file.description, readDescription(name, target.get(name)));
    file.parameter = name;
    target.delete(name);
  }
  return file;
}

const describable = ["name", "contentType", "isInline", "contentId", "size"];

function readDescription(parameter: string, value: unknown): FileToAttach["description"] {
  const { attachmentType = "file", ...description } = isJsonObject(value) ? value : {};
  if (attachmentType !== "file") throw refuse(parameter, `-InFile attaches a file, not "${String(attachmentType)}".`);
  const foreign = Object.keys(description).find((key) => !describable.includes(key));
  if (foreign !== undefined) throw refuse(parameter, `${foreign} cannot be combined with -InFile.`);
  return Object.fromEntries(Object.entries(description).filter(([, each]) => each !== null));
}

function refuse(parameter: string, reason: string): Error {
  return bindingError("ParameterArgumentValidationError", [parameter, reason], { parameter });
}
