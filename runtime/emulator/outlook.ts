import { createHash } from "node:crypto";
import { toExchangeTime } from "./clock.js";
import type { UploadFamily } from "./family.js";
import type { ItemKind } from "./routes.js";
import type { UploadSession } from "./sessions.js";

const tenant = toGuid("tenant");

const collections: Readonly<Record<ItemKind, string>> = { message: "Messages", event: "Events", post: "Posts" };

/** Messages, events and posts (docs `concepts/outlook-large-attachments.md`). */
export const outlook: UploadFamily = {
  name: "outlook",
  createdStatus: 201,
  limits: {
    sessionMinimum: 3_000_000,
    sessionMaximum: 150_000_000,
    rangeMaximum: 4_000_000,
    postMaximum: 3_000_000,
  },
  target: (session) => `${itemPath(session)}/AttachmentSessions('${encodeKey(session.id)}')?authtoken=${session.token}`,
  progress: (session, origin) => ({
    status: 200,
    json: {
      "@odata.context": toContext(session, origin),
      // the two casings in one body, and the bare start of the range, are the service's own
      ExpirationDateTime: toExchangeTime(session.expires),
      nextExpectedRanges: [String(session.received.firstMissing)],
    },
  }),
  completed: (session, attachmentId, origin) => ({
    status: 201,
    headers: { Location: `${origin}${itemPath(session)}/Attachments('${encodeKey(attachmentId)}')` },
  }),
};

function itemPath(session: UploadSession): string {
  const { item } = session;
  const [version, users, items] = isInline(session)
    ? ["gv1.0", "users", collections[item.kind].toLowerCase()]
    : ["v2.0", "Users", collections[item.kind]];
  return `/outlook/api/${version}/${users}('${toGuid(item.owner)}@${tenant}')/${items}('${encodeKey(item.id)}')`;
}

function toContext(session: UploadSession, origin: string): string {
  const version = isInline(session) ? "gv1.0" : "v2.0";
  const user = encodeURIComponent(`${toGuid(session.item.owner)}@${tenant}`);
  const item = `${collections[session.item.kind]}('${encodeURIComponent(session.item.id)}')`;
  return `${origin}/outlook/api/${version}/$metadata#Users('${user}')/${item}/AttachmentSessions/$entity`;
}

// Microsoft's sample of an inline attachment is sent to gv1.0, whose collections are in lower case
function isInline(session: UploadSession): boolean {
  return session.attachment.isInline;
}

// the service leaves `=` as it is; a quote inside an OData key is doubled
function encodeKey(id: string): string {
  return encodeURIComponent(id).replaceAll("%3D", "=").replaceAll("'", "''");
}

function toGuid(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
