import { type AttachmentParameter, readAttachmentItem } from "./attachment-item.js";
import { toExchangeTime } from "./clock.js";
import { createExchangeId, encodeExchangeId, toGuid } from "./exchange-id.js";
import type { OpenUpload, UploadFamily } from "./family.js";
import { readJsonObject } from "./json-body.js";
import { findItem } from "./mailbox.js";
import { toSessionReply } from "./session-reply.js";

/** To Do tasks (docs `concepts/todo-attachments.md`): the upload URL is on the Graph host itself. */
export const todo: UploadFamily = {
  name: "todo",
  limits: {
    sessionMinimum: 1,
    sessionMaximum: 25_000_000,
    rangeMaximum: 4_000_000,
    rangeAlignment: 1,
    postMaximum: 3_000_000,
  },
  rangeMaximumAdvised: false,
  sessionLifetime: 3_600_000,
  slidingExpiry: false,
  authorized: true,
  octetStream: true,
  anyOrder: false,
  parallelRanges: 1,
  singleWriter: true,
  statusQuery: true,
  createSessionId: createExchangeId,
};

const attachmentInfo: AttachmentParameter = {
  name: "attachmentInfo",
  type: {
    name: "microsoft.graph.attachmentInfo",
    properties: { attachmentType: "String", contentType: "String", name: "String", size: "Int64" },
    required: ["attachmentType", "name", "size"],
  },
};

/** An upload to a task. */
export const openTodoUpload: OpenUpload = async ({ route, body, target }, { settings, mailbox }) => {
  const { limits, strictness } = settings;
  const attachment = readAttachmentItem(await readJsonObject(body), attachmentInfo, limits.todo, strictness);
  const item = findItem(mailbox, route);
  const [version = ""] = target.segments;
  const list = encodeExchangeId(route.ids["list"] ?? "");
  const path = `/users/${toGuid(item.owner)}/todo/lists/${list}/tasks/${encodeExchangeId(item.id)}`;
  return {
    family: todo,
    place: item,
    name: attachment.name,
    size: attachment.size,
    deferred: false,
    holdsName: false,
    toTarget: ({ id }) => `/${version}${path}/attachmentSessions/${encodeExchangeId(id)}`,
    created: (session, origin) => toSessionReply(200, session, origin, ["0-"]),
    progress: ({ expires, received }) => ({
      status: 200,
      json: { ExpirationDateTime: toExchangeTime(expires), NextExpectedRanges: [String(received.firstMissing)] },
    }),
    // the session as an entity, spelt as the metadata spells it
    status: ({ id, expires, received }, origin) => ({
      status: 200,
      json: {
        "@odata.context": `${origin}/${version}/$metadata#microsoft.graph.attachmentSession`,
        id,
        expirationDateTime: toExchangeTime(expires),
        nextExpectedRanges: [String(received.firstMissing)],
      },
    }),
    commit: ({ content }, { origin }) => {
      const itemId = mailbox.attach(item, { ...attachment, content, modified: settings.clock.now() }).id;
      // whichever version was called, the location is in beta
      const headers = { Location: `${origin}/beta${path}/Attachments/${encodeExchangeId(itemId)}` };
      return { itemId, reply: { status: 201, headers } };
    },
  };
};
