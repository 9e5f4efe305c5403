import { type AttachmentParameter, readAttachmentItem } from "./attachment-item.js";
import { toExchangeTime } from "./clock.js";
import { ServiceError } from "./errors.js";
import { createExchangeId, toGuid, toKey } from "./exchange-id.js";
import type { OpenUpload, UploadFamily } from "./family.js";
import { readJsonObject } from "./json-body.js";
import { type Item, findItem } from "./mailbox.js";
import type { MessageLimit } from "./options.js";
import { toSessionReply } from "./session-reply.js";

const tenant = toGuid("tenant");

const collections: Readonly<Record<string, string>> = { message: "Messages", event: "Events", post: "Posts" };

/** Messages, events and posts (docs `concepts/outlook-large-attachments.md`). */
export const outlook: UploadFamily = {
  name: "outlook",
  limits: {
    sessionMinimum: 3_000_000,
    sessionMaximum: 150_000_000,
    rangeMaximum: 4_000_000,
    rangeAlignment: 1,
    postMaximum: 3_000_000,
  },
  rangeMaximumAdvised: true,
  sessionLifetime: 3_600_000,
  slidingExpiry: false,
  tokenOption: "authtoken",
  authorized: false,
  octetStream: true,
  anyOrder: false,
  parallelRanges: 1,
  singleWriter: true,
  statusQuery: false,
  createSessionId: createExchangeId,
};

const attachmentItem: AttachmentParameter = {
  name: "AttachmentItem",
  type: {
    name: "microsoft.graph.attachmentItem",
    properties: {
      attachmentType: "String",
      contentId: "String",
      contentType: "String",
      isInline: "Boolean",
      name: "String",
      size: "Int64",
    },
    required: ["attachmentType", "name", "size"],
  },
};

/** An upload to a message, an event or a post. */
export const openOutlookUpload: OpenUpload = async ({ route, body }, { settings, mailbox }) => {
  const { limits, strictness } = settings;
  const attachment = readAttachmentItem(await readJsonObject(body), attachmentItem, limits.outlook, strictness);
  const item = findItem(mailbox, route);
  if (settings.delegatedMailboxes.includes(route.ids["user"] ?? "")) throw new ServiceError("mailboxDelegated");
  if (settings.messageLimit.at === "create") checkMessageSize(item, attachment.size, settings.messageLimit);
  const { path, context } = toPlace(item, attachment.isInline);
  return {
    family: outlook,
    place: item,
    name: attachment.name,
    size: attachment.size,
    deferred: false,
    holdsName: false,
    toTarget: ({ id, token }) => `${path}/AttachmentSessions${toKey(id)}?authtoken=${token}`,
    created: (session, origin) => toSessionReply(201, session, origin, ["0-"]),
    progress: ({ expires, received }, origin) => ({
      status: 200,
      json: {
        "@odata.context": origin + context,
        // the two casings in one body, and the bare start of the range, are the service's own
        ExpirationDateTime: toExchangeTime(expires),
        nextExpectedRanges: [String(received.firstMissing)],
      },
    }),
    commit: ({ content }, { origin }) => {
      checkMessageSize(item, attachment.size, settings.messageLimit);
      const itemId = mailbox.attach(item, { ...attachment, content, modified: settings.clock.now() }).id;
      const headers = { Location: `${origin}${path}/Attachments${toKey(itemId)}` };
      return { itemId, reply: { status: 201, headers } };
    },
  };
};

function checkMessageSize({ attachments }: Item, added: number, { bytes }: MessageLimit): void {
  const present = [...attachments.values()].reduce((sum, { content }) => sum + content.length, 0);
  if (present + added > bytes) throw new ServiceError("attachmentTooLarge");
}

// Microsoft's sample of an inline attachment is sent to gv1.0, whose collections are in lower case
function toPlace({ owner, kind, id }: Item, isInline: boolean): { path: string; context: string } {
  const user = `${toGuid(owner)}@${tenant}`;
  const items = collections[kind] ?? "";
  const [version, users, spelled] = isInline ? ["gv1.0", "users", items.toLowerCase()] : ["v2.0", "Users", items];
  const of = `#Users('${encodeURIComponent(user)}')/${items}('${encodeURIComponent(id)}')`;
  return {
    path: `/outlook/api/${version}/${users}('${user}')/${spelled}${toKey(id)}`,
    context: `/outlook/api/${version}/$metadata${of}/AttachmentSessions/$entity`,
  };
}
