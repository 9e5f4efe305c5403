import type { ApiOperation, ApiSchema } from "./api-document.js";

/**
 * What an operation gives, as specs say it: a spec type, an object only it gives, or nothing. What comes page by page is
 * the list of its items, not the page.
 */
export function returnedType(
  { response, pageable }: ApiOperation,
  schemas: ReadonlyMap<string, ApiSchema>,
): string | ApiSchema | undefined {
  if (response.kind !== "type" && response.kind !== "inline") return undefined;
  const page = response.kind === "inline" ? response.schema : schemas.get(response.type);
  const items = pageable && page?.properties.find(({ name }) => name === "value")?.type;
  if (items?.endsWith("[]")) return items;
  return response.kind === "inline" ? response.schema : response.type;
}
