import { readSelection, writeAttachment, writeAttachments } from "./attachment-json.js";
import { attachmentTypes } from "./attachment-type.js";
import { findType } from "./entities/model.js";
import { outlookPage } from "./entities/mail-types.js";
import { toSkipLink } from "./entities/next-link.js";
import { readQuery } from "./entities/query.js";
import { ServiceError } from "./errors.js";
import type { Exchange, Handler } from "./exchange.js";
import { readFileAttachment } from "./file-attachment.js";
import { readJsonObject } from "./json-body.js";
import { type Attachment, type Item, findItem } from "./mailbox.js";
import type { Service } from "./service.js";

/** All at once, unless the client wants pages. */
export const listAttachments: Handler = ({ route, target }, service) => {
  const { attachments, kind } = findItem(service.mailbox, route);
  const type = attachmentTypes[kind];
  const [paging, others] = splitPaging(target.query);
  const { top = Infinity, skip, count } = readQuery(paging, findType("attachment"), outlookPage);
  const selection = readSelection(others, type);
  const head = {
    "@odata.context": toContext(service, target.path),
    ...(count ? { "@odata.count": attachments.size } : {}),
    ...(skip + top < attachments.size ? { "@odata.nextLink": toSkipLink(service.origin, target, skip + top) } : {}),
  };
  const stream = writeAttachments([...attachments.values()].slice(skip, skip + top), type, selection, head);
  return { status: 200, headers: { "Content-Type": "application/json" }, stream };
};

export const countAttachments: Handler = ({ route }, { mailbox }) => {
  const { size } = findItem(mailbox, route).attachments;
  return { status: 200, headers: { "Content-Type": "text/plain" }, text: String(size) };
};

export const getAttachment: Handler = (exchange, service) => {
  const { target } = exchange;
  const { item, attachment } = findAttachment(exchange, service);
  const type = attachmentTypes[item.kind];
  const selection = readSelection(target.query, type);
  const stream = writeAttachment(attachment, type, selection, toContext(service, target.path));
  return { status: 200, headers: { "Content-Type": "application/json" }, stream };
};

export const getAttachmentContent: Handler = (exchange, service) => {
  const { content, contentType } = findAttachment(exchange, service).attachment;
  const headers = { "Content-Type": toHeaderText(contentType), "Content-Length": String(content.length) };
  return { status: 200, headers, stream: content.read() };
};

/** The single POST for files under 3 MB. */
export const addAttachment: Handler = async ({ route, target, body }, service) => {
  const { settings, mailbox, contents } = service;
  const item = findItem(mailbox, route);
  const type = attachmentTypes[item.kind];
  const { postMaximum } = settings.limits[type.family];
  const { bytes, ...file } = readFileAttachment(await readJsonObject(body), type.entity, postMaximum);
  const content = contents.create();
  content.write(0, bytes);
  content.seal();
  const attachment = mailbox.attach(item, { ...file, content, modified: settings.clock.now() });
  const selection = readSelection(new URLSearchParams(), type);
  const stream = writeAttachment(attachment, type, selection, toContext(service, target.path));
  return { status: 201, headers: { "Content-Type": "application/json" }, stream };
};

export const deleteAttachment: Handler = (exchange, service) => {
  const { item, attachment } = findAttachment(exchange, service);
  item.attachments.delete(attachment.id);
  return { status: 204 };
};

function findAttachment({ route }: Exchange, { mailbox }: Service): { item: Item; attachment: Attachment } {
  const item = findItem(mailbox, route);
  const attachment = item.attachments.get(route.ids["attachment"] ?? "");
  if (attachment === undefined) throw new ServiceError("itemNotFound");
  return { item, attachment };
}

function toContext({ origin }: Service, path: string): string {
  const [, version = "", ...segments] = path.split("/");
  return `${origin}/${version}/$metadata#${segments.join("/")}`;
}

function isPaging([name]: readonly [string, string]): boolean {
  return /^\$?(top|skip|count)$/i.test(name);
}

/** Query options about pages, and the others. */
function splitPaging(query: URLSearchParams): [URLSearchParams, URLSearchParams] {
  const pairs = [...query];
  return [new URLSearchParams(pairs.filter(isPaging)), new URLSearchParams(pairs.filter((pair) => !isPaging(pair)))];
}

// a content type is whatever the client once sent, and may not be fit for a header
function toHeaderText(contentType: string): string {
  return /^[\t\x20-\x7e]*$/.test(contentType) ? contentType : "application/octet-stream";
}
