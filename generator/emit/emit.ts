import type { Artefact } from "../lower/artefact.js";
import { layout } from "./layout.js";
import { render } from "./templates.js";

/** A file to be written. */
export interface OutputFile {
  /** relative to the output folder, POSIX separators */
  path: string;
  text: string;
  /** spec files it was made from, relative to the specs folder */
  sources: string[];
}

/** Prints an artefact with its template. */
export function emit({ path, template, view, sources }: Artefact): OutputFile {
  return { path, text: layout(render(template, view)), sources };
}
