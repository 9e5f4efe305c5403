import type { ApiOperation } from "./api-document.js";

/** A cmdlet as naming and directives leave it: what is called, how, and by which parameter sets. */
export interface ImportedCmdlet {
  /** `Get-MgUserMessage` */
  name: string;
  verb: string;
  /** without the prefix: `UserMessage` */
  subject: string;
  /** whole names, from directives */
  aliases: string[];
  /** from a directive, instead of the operation's */
  description?: string;
  /** in order of creation, default first */
  sets: ImportedSet[];
  /** by the name the conventions give a parameter, what directives say otherwise; standard renames are not among them */
  parameters: ReadonlyMap<string, ParameterChange>;
}

export interface ImportedSet {
  /** `CreateViaIdentityExpanded`, with a digit where two operations of one cmdlet have a set of the same name */
  name: string;
  operation: ApiOperation;
  viaIdentity: boolean;
  expanded: boolean;
}

export interface ParameterChange {
  /** new name */
  name?: string;
  aliases?: string[];
  description?: string;
  /** `hide: true`: not offered, and not mandatory */
  hidden?: boolean;
}
