export type ItemKind = "message" | "event" | "post";

/** What a request asks for. */
export type Operation =
  | "createUploadSession"
  | "listAttachments"
  | "addAttachment"
  | "getAttachment"
  | "getAttachmentContent"
  | "deleteAttachment"
  | "uploadRange"
  | "queryUpload"
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

interface Route {
  side: Side;
  kind?: ItemKind;
  pattern: RegExp;
  methods: Readonly<Record<string, Operation>>;
}

export interface RouteMatch {
  side: Side;
  kind?: ItemKind;
  operation: Operation;
  /** what the placeholders of the route stand for */
  ids: Readonly<Record<string, string>>;
}

// `{name}` is one segment, the rest is regular expression with `.` and `$` meaning themselves
const user = "(/me|/users/{user})";
const calendars = "(/calendar|/calendars/{}|/calendarGroups/{}/calendars/{})?";
const itemPaths: readonly (readonly [ItemKind, string])[] = [
  ["message", `${user}(/mailFolders/{}(/childFolders/{})*)?/messages/{item}`],
  ["event", `${user}${calendars}/(events|calendarView)/{item}`],
  ["event", "/groups/{group}(/calendar)?/(events|calendarView)/{item}"],
  ["post", "/groups/{group}(/conversations/{})?/threads/{}/posts/{item}(?<reply>/inReplyTo)?"],
];

const attachmentPaths: readonly (readonly [string, Route["methods"]])[] = [
  ["/attachments", { GET: "listAttachments", POST: "addAttachment" }],
  ["/attachments/(microsoft.graph.)?createUploadSession", { POST: "createUploadSession" }],
  ["/attachments/{attachment}", { GET: "getAttachment", DELETE: "deleteAttachment" }],
  ["/attachments/{attachment}/$value", { GET: "getAttachmentContent" }],
];

const routes: readonly Route[] = [
  ...itemPaths.flatMap(([kind, item]) =>
    attachmentPaths.map(([path, methods]): Route => ({
      side: "graph",
      kind,
      pattern: compile(`/(v1.0|beta)${item}${path}`),
      methods,
    })),
  ),
  {
    side: "upload",
    pattern: compile("/outlook/api/(v1.0|v2.0|gv1.0)/Users/{}/(Messages|Events|Posts)/{}/AttachmentSessions/{session}"),
    methods: { PUT: "uploadRange", GET: "queryUpload", DELETE: "cancelUpload" },
  },
  { side: "control", pattern: compile("/__ledger(/{session})?"), methods: { GET: "readLedger" } },
  { side: "control", pattern: compile("/__faults"), methods: { GET: "listFaults", POST: "addFaults" } },
  { side: "control", pattern: compile("/__reset"), methods: { POST: "reset" } },
  { side: "control", pattern: compile("/__clock"), methods: { GET: "readClock", POST: "setClock" } },
  { side: "control", pattern: compile("/__token"), methods: { POST: "issueToken" } },
];

/** What a fault plan may name. */
export const operations: readonly Operation[] = [...new Set(routes.flatMap(({ methods }) => Object.values(methods)))];

function compile(template: string): RegExp {
  const source = template
    .replace(/[.$]/g, String.raw`\$&`)
    .replaceAll("{}", "[^/]+")
    .replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  return new RegExp(`^${source}$`, "i"); // Graph ignores the case of literals; ids keep theirs
}

/** @returns the route; the methods a known path allows instead; or undefined for an unknown path */
export function matchRoute(method: string, segments: readonly string[]): RouteMatch | string[] | undefined {
  const path = segments.map((segment) => `/${segment.replace(/[%/]/g, encodeURIComponent)}`).join("");
  for (const { pattern, methods, side, kind } of routes) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const operation = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (operation === undefined) return Object.keys(methods);
    const found = Object.entries(match.groups ?? {}).filter(([, id]) => id !== undefined);
    const ids = Object.fromEntries(found.map(([name, id]) => [name, decodeURIComponent(id)]));
    return { side, operation, ids, ...(kind === undefined ? {} : { kind }) };
  }
  return undefined;
}
