import type { Place } from "./model.js";

/** What is wrong with a spec, as data. Printing is `report/print`'s business. */
export interface Diagnostic {
  code: string;
  place: Place;
  /** what is wrong, one line */
  message: string;
  /** what to do about it, one line */
  help?: string;
  /** further places, as for a collision */
  related?: { place: Place; message: string }[];
}
