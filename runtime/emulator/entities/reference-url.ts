import { ServiceError } from "../errors.js";
import { parseTarget } from "../target.js";
import type { Entity, EntityStore } from "./entity-store.js";
import { parseResourcePath } from "./resource-path.js";

/**
 * The directory object that an `@odata.id` names: a URL of Graph, of whatever host and version, or a relative one.
 * @throws ServiceError referenceInvalid, itemNotFound
 */
export function findReferenced(url: unknown, store: EntityStore): Entity {
  const target = typeof url === "string" ? parseTarget(url) : undefined;
  const path = target === undefined ? undefined : parseResourcePath(target.segments.slice(1));
  if (path === undefined || !("steps" in path) || path.type.service !== "directory" || path.many) {
    throw new ServiceError("referenceInvalid", { service: "directory" });
  }
  if (path.steps.some(({ key }) => /^(missing|denied)/.test(key ?? ""))) {
    throw new ServiceError("itemNotFound", { service: "directory" });
  }
  return store.single(store.locate(path));
}
