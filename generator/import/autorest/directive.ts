import type { Place } from "../../model.js";
import type { Pattern } from "./patterns.js";

// What directives can say, as far as it matters to cmdlets.

export type Directive = RemoveOperations | DocumentTransform | CommandDirective;

/** Drops operations before anything is named. */
export interface RemoveOperations {
  kind: "remove-operations";
  place: Place;
  by: "operationId" | "path";
  pattern: Pattern;
}

/** Changes the document before anything is named: two texts in the language of AutoRest, JSON path and JavaScript. */
export interface DocumentTransform {
  kind: "transform";
  place: Place;
  where: string;
  transform: string;
}

/** Changes, hides or removes commands or their parameters. */
export interface CommandDirective {
  kind: "command";
  place: Place;
  where: Partial<Record<Selector, Pattern>>;
  /** `parameter-name` selects commands that have such a parameter, and it is they that change */
  selectCommand: boolean;
  action: "set" | "remove";
  hide?: boolean;
  clearAliases: boolean;
  set: CommandChanges;
}

export const selectors = ["subject", "subject-prefix", "verb", "variant", "parameter-name"] as const;
export type Selector = (typeof selectors)[number];

export interface CommandChanges {
  subject?: string;
  "subject-prefix"?: string;
  verb?: string;
  variant?: string;
  "parameter-name"?: string;
  "parameter-description"?: string;
  "command-description"?: string;
  alias?: string[];
}
