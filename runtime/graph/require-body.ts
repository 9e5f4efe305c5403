import { propertyName } from "../cmdlet/property-name.js";

/** A body that the service is certain to refuse; it has not been sent. */
export class IncompleteBodyError extends TypeError {
  override readonly name = "IncompleteBodyError";

  /** @param missing wire paths, as `AttachmentItem.size` */
  constructor(readonly missing: readonly string[]) {
    super(`The request body lacks ${missing.join(", ")}, without which the service refuses it.`);
  }
}

/**
 * Refuses a body in which a required property is absent or null; it may also stand in the additional data.
 * @param paths wire names from the body down, a property after the one it belongs to
 * @throws IncompleteBodyError
 */
export function requireBody(body: object | null | undefined, paths: readonly (readonly string[])[]): void {
  const missing: string[] = [];
  for (const path of paths.map((names) => names.join("."))) {
    if (missing.some((lacking) => path.startsWith(`${lacking}.`))) continue;
    if (valueAt(body, path.split(".")) == null) missing.push(path);
  }
  if (missing.length > 0) throw new IncompleteBodyError(missing);
}

/** a model has its properties by TypeScript name, its additional data and all below by wire name */
function valueAt(body: unknown, path: readonly string[]): unknown {
  let value = body;
  let isModel = true;
  for (const wireName of path) {
    const holder = (value ?? {}) as Record<string, unknown> & { additionalData?: Record<string, unknown> | null };
    value = holder[isModel ? propertyName(wireName) : wireName];
    if (value == null && isModel) {
      value = holder.additionalData?.[wireName];
      isModel = false;
    }
  }
  return value;
}
