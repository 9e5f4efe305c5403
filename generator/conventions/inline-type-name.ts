import { createHash } from "node:crypto";
import { pascal, words } from "./words.js";

/**
 * The name of a request body that has no schema of its own: made of its place in the API description, with a hash of that
 * place in front. Without the `I` of the .NET interface.
 * @param path of the operation, actions qualified
 */
export function inlineTypeName(path: string, method: string): string {
  return nameOfPlace(["paths", path, method.toLowerCase(), "requestBody", "content", "application/json", "schema"]);
}

/** The same for a response, `200` or `2XX`. */
export function inlineResponseName(path: string, method: string, status = "200"): string {
  return nameOfPlace([
    "paths",
    path,
    method.toLowerCase(),
    "responses",
    status,
    "content",
    "application/json",
    "schema",
  ]);
}

/** The same for any place, from the steps that lead to it: `paths`, the path, the method and so on. */
export function nameOfPlace([first = "", ...steps]: readonly string[]): string {
  const pointer = [first, ...steps].map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  const hash = createHash("md5").update(pointer).digest().readUInt32BE(0).toString(36);
  // lower case before splitting: `createUploadSession` is one word here
  return pascal([first, hash, ...steps].flatMap((step) => words(step.toLowerCase())));
}
