import type { ResourcePath } from "./resource-path.js";

/** What a request may want of entities. */
export const entityOperations = [
  "listEntities",
  "createEntity",
  "getEntity",
  "updateEntity",
  "deleteEntity",
  "countEntities",
  "getContent",
  "putContent",
  "deleteContent",
  "listReferences",
  "addReference",
  "getReference",
  "setReference",
  "removeReference",
  "callAction",
  "callFunction",
] as const;

export type EntityOperation = (typeof entityOperations)[number];

type Methods = Readonly<Record<string, EntityOperation>>;

const ofSet: Methods = { GET: "listEntities", POST: "createEntity" };
const ofEntity: Methods = { GET: "getEntity", PATCH: "updateEntity", DELETE: "deleteEntity" };
const readable: Methods = { GET: "getContent" };
const writable: Methods = { GET: "getContent", PUT: "putContent", PATCH: "putContent", DELETE: "deleteContent" };

/** @returns the methods a path takes and what they ask for; none where it leads nowhere */
export function listMethods(path: ResourcePath): Methods {
  const { steps, many, ending, operation, type } = path;
  const navigation = steps.at(-1)?.navigation;
  if (navigation === undefined) return {};
  if (operation !== undefined) return operation.isAction ? { POST: "callAction" } : { GET: "callFunction" };
  if (ending === "$count") return many ? { GET: "countEntities" } : {};
  if (ending === "$value") {
    if (many || type.content === undefined) return {};
    return type.content === "write" ? writable : readable;
  }
  if (ending === "$ref") return type.service === "directory" ? listReferenceMethods(navigation.kind, many) : {};
  const own = navigation.kind === "set" || (navigation.kind === "view" && navigation.window !== true);
  if (many) return own ? ofSet : { GET: "listEntities" };
  if (navigation.kind === "one" && navigation.lasting) return { GET: "getEntity", PATCH: "updateEntity" };
  return own || navigation.kind === "one" || navigation.kind === "view" ? ofEntity : { GET: "getEntity" };
}

function listReferenceMethods(kind: string, many: boolean): Methods {
  if (kind === "links") return many ? { GET: "listReferences", POST: "addReference" } : { DELETE: "removeReference" };
  if (kind === "link") return { GET: "getReference", PUT: "setReference", DELETE: "removeReference" };
  return many ? { GET: "listReferences" } : {};
}
