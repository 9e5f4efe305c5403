import type { Emulator, FaultMatch } from "../../runtime/emulator/server.js";
import type { CommitRequest } from "../../runtime/upload/commit.js";
import {
  oneDriveBusiness,
  oneDrivePersonal,
  outlook,
  print,
  todo,
  type UploadDialect,
} from "../../runtime/upload/dialects.js";
import { type Answer, send } from "../runtime/emulator/client.js";
import type { DialectName, Place } from "./case.js";

type Operation = NonNullable<FaultMatch["operation"]>;

/** five ranges, the last one short */
export const rangeSize = 1024;
export const size = 4 * rangeSize + 321;
export const rangeCount = 5;

/** Which range of a clean run stands at a place, from 1. */
export function toOrdinal(place: Place): number {
  return { first: 1, middle: Math.ceil(rangeCount / 2), last: rangeCount }[place];
}

/** Where the uploads of one dialect go: what the caller of the engine does itself, over the same sockets. */
export interface Destination {
  /** as it is, for small contents */
  readonly dialect: UploadDialect;
  readonly createPath: string;
  createBody(upload: NewUpload): object;
  /** of the item, or of the list it would be in */
  readonly itemPath: string;
  /** the operation of the emulator that looks there */
  readonly search: Operation;
  /** id of the item, if what is there is it */
  readItem(json: Item & { value?: Item[] }): string | undefined;
}

interface NewUpload {
  /** default: that of the content of the table */
  readonly size?: number;
  readonly deferCommit?: boolean | undefined;
}

interface Item {
  readonly id: string;
  readonly name?: string;
  readonly size?: number;
}

const small = { minimumSize: 1, defaultRangeSize: rangeSize };
export const rangeAlignment = 512;
const name = "flower.pdf";
const contentSize = size;

const mailAttachment: Destination = {
  dialect: { ...outlook, ...small },
  createPath: "/me/messages/AAMkA=/attachments/createUploadSession",
  createBody: ({ size = contentSize }) => ({ AttachmentItem: { attachmentType: "file", name, size } }),
  itemPath: "/me/messages/AAMkA=/attachments",
  search: "listAttachments",
  readItem: ({ value }) => value?.find((each) => each.name === name)?.id,
};

const taskAttachment: Destination = {
  ...mailAttachment,
  dialect: { ...todo, ...small },
  createPath: "/me/todo/lists/AAMkL=/tasks/AAMkT=/attachments/createUploadSession",
  createBody: ({ size = contentSize }) => ({ attachmentInfo: { attachmentType: "file", name, size } }),
  itemPath: "/me/todo/lists/AAMkL=/tasks/AAMkT=/attachments",
};

const businessFile: Destination = {
  dialect: { ...oneDriveBusiness, ...small, rangeAlignment },
  createPath: `/me/drive/root:/${name}:/createUploadSession`,
  createBody: ({ deferCommit = false }) => ({
    item: { "@microsoft.graph.conflictBehavior": "replace" },
    ...(deferCommit && { deferCommit }),
  }),
  itemPath: `/me/drive/root:/${name}`,
  search: "getDriveItem",
  readItem: (item) => (item.size === size ? item.id : undefined),
};

const personalFile: Destination = {
  ...businessFile,
  dialect: { ...oneDrivePersonal, ...small, rangeAlignment },
  createPath: `/users/personal/drive/root:/${name}:/createUploadSession`,
  itemPath: `/users/personal/drive/root:/${name}`,
};

const printDocument: Destination = {
  ...businessFile,
  dialect: { ...print, ...small },
  createPath: "/print/printers/p/jobs/1/documents/d/createUploadSession",
  createBody: ({ size = contentSize }) => ({
    properties: { documentName: name, contentType: "application/pdf", size },
  }),
  itemPath: "/print/printers/p/jobs/1/documents/d",
  search: "getPrintDocument",
};

export const destinations: Readonly<Record<DialectName, Destination>> = {
  outlook: mailAttachment,
  todo: taskAttachment,
  "onedrive-business": businessFile,
  "onedrive-personal": personalFile,
  print: printDocument,
};

/** The session as the emulator answers it. @throws RefusedError */
export async function createSession(
  { createPath, createBody }: Destination,
  emulator: Emulator,
  upload: NewUpload = {},
): Promise<{ uploadUrl: string }> {
  return readJson(await call(emulator, "POST", createPath, createBody(upload)));
}

/** The id of the item, `undefined` if there is none. @throws RefusedError */
export async function findItem({ itemPath, readItem }: Destination, emulator: Emulator): Promise<string | undefined> {
  const answer = await call(emulator, "GET", itemPath);
  return answer.status === 404 ? undefined : readItem(readJson(answer));
}

/** Makes a file of a session by naming it as the source. @throws RefusedError */
export async function commitFile(
  { itemPath }: Destination,
  emulator: Emulator,
  request: CommitRequest,
): Promise<unknown> {
  const { uploadUrl, name: newName = name, conflictBehavior = "fail" } = request;
  const folder = itemPath.replace(/:.*/, "");
  const body = {
    name: newName,
    "@microsoft.graph.conflictBehavior": conflictBehavior,
    "@microsoft.graph.sourceUrl": uploadUrl.reveal(),
  };
  return readJson(await call(emulator, "PUT", folder, body));
}

/** A refusal by Graph, as a caller of the engine would throw it. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly retryable: boolean;
  declare readonly retryAfterMs?: number;

  constructor(
    readonly status: number,
    retryAfter: string | undefined,
  ) {
    super(`refused with ${status}`);
    this.retryable = [0, 408, 429, 500, 502, 503, 504, 509].includes(status);
    if (retryAfter !== undefined) this.retryAfterMs = Number(retryAfter) * 1000;
  }
}

function call(emulator: Emulator, method: string, path: string, body?: object): Promise<Answer> {
  const headers = { Authorization: `Bearer ${emulator.token}`, ...(body && { "Content-Type": "application/json" }) };
  return send(method, emulator.baseUrl + path, { headers, body: body && JSON.stringify(body) });
}

function readJson<T>({ status, headers, json }: Answer): T {
  if (status < 200 || status >= 300) throw new RefusedError(status, headers["retry-after"]);
  return json as T;
}
