export type JsonObject = Record<string, unknown>;

/** An object that is neither an array nor `null`. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object without a prototype, so that no key of a user or a server means anything to JavaScript. */
export function emptyObject(): JsonObject {
  return Object.create(null) as JsonObject;
}
