import type { Diagnostic } from "../diagnostics.js";
import type { Place } from "../model.js";

/** What an import did not or could not do as one may expect. It goes on; the report says so, grouped by topic. */
export interface ImportNote {
  topic: NoteTopic;
  place: Place;
  /** one line */
  message: string;
  /** further places, as the operations that share a cmdlet */
  related?: { place: Place; message: string }[];
  /** a cmdlet name that says what this one leaves out */
  suggestion?: string;
}

/** In the order of the report. */
export const noteTopics = {
  "require/missing": "configuration files that are required and were not given",
  "block/skipped": "YAML blocks that were not read",
  "directive/unknown": "directives of an unknown kind, skipped",
  "directive/script": "transforms of a document by a script, skipped",
  "directive/partial": "parts of directives that have no effect here",
  "directive/no-effect": "directives that cannot have an effect, here or in AutoRest",
  "directive/generated-code": "transforms of generated code, skipped",
  "directive/models": "directives about models, enums and tables, which cmdlets do not show",
  "name/words": "cmdlet names that leave out words of their operation",
  "name/spelling": "cmdlet names with a singular that is none",
  "sets/numbered": "operations that share a cmdlet and a set name, told apart by a digit as in the original",
  "sets/alike": "sets of parameters of one cmdlet that cannot be told apart",
  "alias/dropped": "aliases that are no cmdlet names, or those of other cmdlets",
} as const;

export type NoteTopic = keyof typeof noteTopics;

/** What a stage of the import found out besides its result. */
export interface Findings {
  /** wrong: nothing may be written */
  diagnostics: Diagnostic[];
  notes: ImportNote[];
}
