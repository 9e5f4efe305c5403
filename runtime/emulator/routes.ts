import type { ErrorService } from "./errors.js";
import { type EntityOperation, entityOperations, listMethods } from "./entities/entity-routes.js";
import { type ResourcePath, parseResourcePath } from "./entities/resource-path.js";
import type { ItemKind } from "./mailbox.js";
import type { Target } from "./target.js";

/** What the route is about. */
export type PlaceKind = ItemKind | "driveItem" | "printDocument";

/** What a request asks for. */
export type Operation =
  | EntityOperation
  | "createUploadSession"
  | "listAttachments"
  | "countAttachments"
  | "addAttachment"
  | "getAttachment"
  | "getAttachmentContent"
  | "deleteAttachment"
  | "getDriveItem"
  | "getFileContent"
  | "putFileContent"
  | "putDriveItem"
  | "getPrintDocument"
  | "uploadRange"
  | "queryUpload"
  | "commitUpload"
  | "cancelUpload"
  | "readLedger"
  | "listFaults"
  | "addFaults"
  | "reset"
  | "readClock"
  | "setClock"
  | "issueToken";

/** Who answers: the Graph host, the upload host, or the emulator itself. */
export type Side = "graph" | "upload" | "control";

/** Whose error codes a route uses. */
export function toErrorService({ kind, resource }: RouteMatch): ErrorService {
  if (resource !== undefined) return resource.type.service;
  return kind === "driveItem" || kind === "printDocument" ? "files" : "exchange";
}

interface Route {
  side: Side;
  kind?: PlaceKind;
  pattern: RegExp;
  /** query options that stand for a placeholder */
  options?: Readonly<Record<string, string>>;
  methods: Readonly<Record<string, Operation>>;
}

export interface RouteMatch {
  side: Side;
  kind?: PlaceKind;
  operation: Operation;
  /** what the placeholders of the route stand for */
  ids: Readonly<Record<string, string>>;
  /** what of the schema the path names, where no route of its own does */
  resource?: ResourcePath;
}

// `{name}` is one segment, `{name+}` a path within a drive, the rest is regular expression with `.` and `$` meaning themselves
const user = "(/me|/users/{user})";
const calendars = "(/calendar|/calendars/{}|/calendarGroups/{}/calendars/{})?";
const occurrences = "(/{}/(instances|exceptionOccurrences))*";
const itemPaths: readonly (readonly [ItemKind, string])[] = [
  ["message", `${user}(/mailFolders/{}(/childFolders/{})*)?/messages/{item}`],
  ["event", `${user}${calendars}/(events|calendarView)${occurrences}/{item}`],
  ["event", `/groups/{group}(/calendar)?/(events|calendarView)${occurrences}/{item}`],
  ["post", "/groups/{group}(/conversations/{})?/threads/{}/posts/{item}(?<reply>/inReplyTo)?"],
  ["task", `${user}/todo/lists/{list}/tasks/{item}`],
];

const attachmentPaths: readonly (readonly [string, Route["methods"]])[] = [
  ["/attachments", { GET: "listAttachments", POST: "addAttachment" }],
  ["/attachments/(microsoft.graph.)?createUploadSession", { POST: "createUploadSession" }],
  ["/attachments/$count", { GET: "countAttachments" }],
  ["/attachments/{attachment}", { GET: "getAttachment", DELETE: "deleteAttachment" }],
  ["/attachments/{attachment}/$value", { GET: "getAttachmentContent" }],
];

const sessionPaths: readonly (readonly [string, Route["methods"]])[] = [
  ["/attachmentSessions/{session}", { GET: "queryUpload", DELETE: "cancelUpload" }],
  ["/attachmentSessions/{session}/content", { PUT: "uploadRange" }],
];

const drives = [
  "(/me|/users/{user}|/groups/{group}|/sites/{site})?/(drive|drives/{drive})/(root|items/{node})",
  "/shares/{share}/(root|driveItem|items/{node})",
];

const drivePaths: readonly (readonly [string, Route["methods"]])[] = [
  ["(:/{path+}:)?/(microsoft.graph.)?createUploadSession", { POST: "createUploadSession" }],
  ["(:/{path+}:)?/content", { GET: "getFileContent", PUT: "putFileContent" }],
  ["(:/{path+}:?)?", { GET: "getDriveItem", PUT: "putDriveItem" }],
];

const documentPaths: readonly (readonly [string, Route["methods"]])[] = [
  ["", { GET: "getPrintDocument" }],
  ["/(microsoft.graph.)?createUploadSession", { POST: "createUploadSession" }],
];

const uploadMethods = { PUT: "uploadRange", GET: "queryUpload", DELETE: "cancelUpload" } as const;

const routes: readonly Route[] = [
  ...itemPaths.flatMap(([kind, item]) => toGraphRoutes(kind, item, attachmentPaths)),
  ...toGraphRoutes("task", `${user}/todo/lists/{list}/tasks/{item}`, sessionPaths),
  ...drives.flatMap((drive) => toGraphRoutes("driveItem", drive, drivePaths)),
  ...toGraphRoutes(
    "printDocument",
    "/print/(?<owner>printers|shares)/{printer}/jobs/{job}/documents/{document}",
    documentPaths,
  ),
  {
    side: "upload",
    pattern: compile("/outlook/api/(v1.0|v2.0|gv1.0)/Users/{}/(Messages|Events|Posts)/{}/AttachmentSessions/{session}"),
    methods: uploadMethods,
  },
  {
    side: "upload",
    kind: "driveItem",
    pattern: compile("/spo/_api/v2.0/drive/items/{}/uploadSession"),
    options: { session: "guid" },
    methods: { ...uploadMethods, POST: "commitUpload" },
  },
  {
    side: "upload",
    kind: "driveItem",
    pattern: compile("/odc/(up|rup)/(?<session>[0-9a-f]+)X{token}"),
    methods: uploadMethods,
  },
  {
    side: "upload",
    kind: "printDocument",
    pattern: compile("/print-upload/uploadSessions/{session}"),
    methods: uploadMethods,
  },
  { side: "control", pattern: compile("/__ledger(/{session})?"), methods: { GET: "readLedger" } },
  { side: "control", pattern: compile("/__faults"), methods: { GET: "listFaults", POST: "addFaults" } },
  { side: "control", pattern: compile("/__reset"), methods: { POST: "reset" } },
  { side: "control", pattern: compile("/__clock"), methods: { GET: "readClock", POST: "setClock" } },
  { side: "control", pattern: compile("/__token"), methods: { POST: "issueToken" } },
];

/** What a fault plan may name. */
export const operations: readonly Operation[] = [
  ...new Set(routes.filter(({ side }) => side !== "control").flatMap(({ methods }) => Object.values(methods))),
  ...entityOperations,
];

function toGraphRoutes(kind: PlaceKind, place: string, paths: typeof attachmentPaths): Route[] {
  return paths.map(([path, methods]) => ({
    side: "graph",
    kind,
    pattern: compile(`/(v1.0|beta)${place}${path}`),
    methods,
  }));
}

function compile(template: string): RegExp {
  const source = template
    .replace(/[.$]/g, String.raw`\$&`)
    .replaceAll("{}", "[^/]+")
    .replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")
    .replace(/\{(\w+)\+\}/g, "(?<$1>[^:]+)"); // no name in a drive has a colon
  return new RegExp(`^${source}$`, "i"); // Graph ignores the case of literals; ids keep theirs
}

/** @returns the route; the methods a known path allows instead; or undefined for an unknown path */
export function matchRoute(method: string, { segments, query }: Target): RouteMatch | string[] | undefined {
  const path = segments.map((segment) => `/${segment.replace(/[%/]/g, encodeURIComponent)}`).join("");
  for (const { pattern, methods, side, kind, options = {} } of routes) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const operation = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (operation === undefined) return Object.keys(methods);
    const found = Object.entries(match.groups ?? {}).filter(([, id]) => id !== undefined);
    const ids = {
      ...Object.fromEntries(found.map(([name, id]) => [name, decodeURIComponent(id)])),
      ...Object.fromEntries(Object.entries(options).map(([name, option]) => [name, query.get(option) ?? ""])),
    };
    return { side, operation, ids, ...(kind === undefined ? {} : { kind }) };
  }
  return matchResource(method, segments);
}

/** What no route leads to. @returns a message */
export function explainUnknown({ segments }: Target): string {
  const [version = "", ...rest] = segments;
  const found = /^(v1\.0|beta)$/i.test(version) ? parseResourcePath(rest) : undefined;
  if (found === undefined || !("segment" in found)) return "The emulator has no such route.";
  const { segment, type } = found;
  return `Resource not found for the segment '${segment}': the emulator does not know it of 'microsoft.graph.${type.name}'.`;
}

/** Routes that only the schema tells. */
function matchResource(method: string, [version = "", ...segments]: readonly string[]): ReturnType<typeof matchRoute> {
  const resource = /^(v1\.0|beta)$/i.test(version) ? parseResourcePath(segments) : undefined;
  if (resource === undefined || "segment" in resource) return undefined;
  const methods = listMethods(resource);
  const operation = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (operation === undefined) return Object.keys(methods).length === 0 ? undefined : Object.keys(methods);
  // requests are counted by the mailbox they go to
  const [{ name = "", key = undefined } = {}] = resource.steps;
  const ids = key === undefined ? {} : { [name.replace(/s$/, "")]: key };
  return { side: "graph", operation, ids, resource };
}
