import type { PageParameter } from "../help-page.js";

/** The fenced facts below a parameter, whichever way a dialect writes them. */
export interface PlatypsFacts {
  /** of the line of the parameter */
  number: number;
  /** as the page spells it */
  type: string;
  aliases: string[];
  defaultValue: string;
  pipeline: boolean;
  /** what few parameters have */
  more: Pick<
    PageParameter,
    "pipelineByName" | "wildcards" | "acceptedValues" | "applicable" | "remaining" | "hidden" | "helpMessage"
  >;
  /** the sets that use it in one way; `(All)` is the name of all */
  uses: { sets: string[]; required: boolean; position?: number }[];
  /** has a key of early versions */
  parameterValue?: true;
}

/** `Named` or a number. */
export function positionOf(text: string): { position?: number } {
  return /^\d{1,9}$/.test(text) ? { position: Number(text) } : {};
}
