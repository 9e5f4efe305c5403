import { createHash } from "node:crypto";
import { pascal, words } from "./words.js";

/**
 * The name of a request body that has no schema of its own: made of its place in the API description, with a hash of that
 * place in front. Without the `I` of the .NET interface.
 * @param path of the operation, actions qualified
 */
export function inlineTypeName(path: string, method: string): string {
  const place = ["paths", path, method.toLowerCase(), "requestBody", "content", "application/json", "schema"];
  const pointer = place.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  const hash = createHash("md5").update(pointer).digest().readUInt32BE(0).toString(36);
  const [first = "", ...rest] = place;
  // lower case before splitting: `createUploadSession` is one word here
  return pascal([first, hash, ...rest].flatMap((step) => words(step.toLowerCase())));
}
