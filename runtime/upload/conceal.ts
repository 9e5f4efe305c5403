import type { Checkpoint } from "./checkpoint.js";
import { SecretUrl } from "./secret-url.js";

/** The same checkpoint, which prints without its upload URL when an object that holds it is inspected or logged. */
export function conceal(checkpoint: Checkpoint): Checkpoint {
  const shown = () => ({ ...checkpoint, uploadUrl: print(checkpoint.uploadUrl) });
  const concealed = { ...checkpoint };
  Object.defineProperty(concealed, Symbol.for("nodejs.util.inspect.custom"), { value: shown });
  return concealed;
}

function print(url: string): string {
  try {
    return String(new SecretUrl(url));
  } catch {
    return "…";
  }
}
