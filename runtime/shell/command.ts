import type { ParseNode, RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { Cmdlet } from "../cmdlet/cmdlet.js";
import type { UploadTarget } from "../graph/upload-file.js";
import type { Cloud } from "../graph/clouds.js";
import type { GraphRequestConfiguration } from "../graph/request-information.js";

/** A command line program: what generated `bin/mg.ts` hands to `runShell`. */
export interface ShellProgram {
  /** `mg`, as messages show it */
  name: string;
  version: string;
  commands: CommandIndex;
  /** first = default */
  clouds: readonly Cloud[];
}

/** All commands by cmdlet name, light enough to be read at every start. */
export type CommandIndex = Readonly<Record<string, CommandEntry>>;

export interface CommandEntry {
  /** one line */
  summary: string;
  load(): Promise<Command>;
}

/** What the shell needs of one cmdlet; generated as `commands/<kebab>.ts`. */
export interface Command {
  cmdlet: Cmdlet;
  /** makes the request from the parameters in camel case, as cmdlet functions take them, without sending it */
  toRequestInformation(
    adapter: RequestAdapter,
    parameters: object,
    configuration?: GraphRequestConfiguration,
  ): RequestInformation;
  /** by operation: what Graph refuses the body without, wire names from the body down, as `requireBody` takes them */
  requires: readonly (readonly (readonly string[])[])[];
  /** only upload cmdlets: where `-InFile` sends the file */
  upload?: UploadTarget<never>;
  /** parameter name -> its model, for parameters whose PowerShell type does not say all: objects, enums, dates, lists of them */
  models: Readonly<Record<string, CommandModel>>;
  /** set name -> the same, for what differs in that set: sets of several operations may have different bodies */
  modelsOfSets?: Readonly<Record<string, Readonly<Record<string, CommandModel>>>>;
  /** fields of `-InputObject`, camel case */
  identity?: readonly string[];
  help: CommandHelp;
}

export interface CommandModel {
  shape: PropertyShape;
  /** reads the value a cmdlet function takes from JSON with wire names */
  read(node: ParseNode): unknown;
}

/** The properties an object may have, by wire name. */
export interface Shape {
  /** name of the schema, as messages show it */
  name: string;
  /** takes any further property */
  open: boolean;
  properties: Readonly<Record<string, PropertyShape>>;
}

export type PropertyShape = { nullable?: boolean } & (
  | { type: ScalarName }
  | { type: "enum"; values: readonly string[] }
  /** a function, so that shapes may refer to each other in any order */
  | { type: "object"; shape: () => Shape }
  | { type: "array"; items: PropertyShape }
);

/** Scalar types, spelled as OpenAPI's `type` or `format`; `any` is a value without a schema. */
export type ScalarName =
  | "string"
  | "boolean"
  | "int32"
  | "int64"
  | "double"
  | "float"
  | "decimal"
  | "date-time"
  | "date"
  | "time"
  | "duration"
  | "uuid"
  | "base64url"
  | "any";

export interface CommandHelp {
  synopsis: string;
  description: string;
  /** one text block per parameter set, in the order of `cmdlet.parameterSets` */
  syntax: readonly string[];
  /** parameter name -> what it is, for those of which there is something to say */
  parameters: Readonly<Record<string, string>>;
  examples: readonly ExampleHelp[];
  /** URL of the page on the web */
  onlineVersion: string;
}

export interface ExampleHelp {
  title: string;
  /** a command line for a POSIX shell */
  shell: string;
}
