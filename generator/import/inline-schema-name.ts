import { pascal, words } from "../conventions/words.js";
import { nameOfPlace } from "../conventions/inline-type-name.js";
import type { ApiSchema } from "./api-document.js";

/** The .NET interface of a schema without a name: called what the document says, else by its place in it. */
export function inlineSchemaName({ clientName, title, pointer }: ApiSchema): string | undefined {
  const name = clientName ?? title;
  if (name !== undefined) return `I${pascal(words(name))}`;
  return pointer && `I${nameOfPlace(pointer)}`;
}
