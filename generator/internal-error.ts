import type { Artefact } from "./lower/artefact.js";

/** Generated text that is not what it should be: a mistake of a template or of the generator, never of a spec. */
export class InternalError extends Error {
  override readonly name = "InternalError";
  constructor({ path, template, sources }: Artefact, problem: string, options?: ErrorOptions) {
    const origin = `templates/${template}.hbs, from ${sources.map((source) => `specs/${source}`).join(", ")}`;
    super(`${path}: ${problem} (${origin}). This is a bug of graphlet.`, options);
  }
}
