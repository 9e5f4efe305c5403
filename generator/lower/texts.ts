import { version } from "../version.js";

/** The first line of a generated file. */
export function header(source: string): string {
  return `Written by graphlet ${version} from specs/${source}. Do not edit.`;
}

/** A text of the specs as documentation of `name`; empty when it says no more than the name does. */
export function documentation(text: string, name: string): string {
  const trimmed = text.trim();
  return trimmed === "." || trimmed.toLowerCase() === name.toLowerCase() ? "" : trimmed;
}

/** `Create a session. It …` -> `Create a session.` */
export function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text.trim())?.[0] ?? text.trim();
}
