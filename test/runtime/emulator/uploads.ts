import type { Emulator, FamilyName } from "../../../runtime/emulator/server.js";
import { type Answer, type Request, postJson, send } from "./client.js";

/** An open session of any family, with what its requests need. */
export interface Upload {
  reply: Answer;
  uploadUrl: string;
  put(content: Buffer, start: number, end: number, change?: Request): Promise<Answer>;
  /** `status`, `delete` and `commit` of the upload URL */
  send(method: string, change?: Request): Promise<Answer>;
}

/** What is uploaded where, unless a test says otherwise. */
export const places: Readonly<Record<FamilyName, { path: string; body(size: number): object }>> = {
  outlook: {
    path: "/me/messages/AAMkA=/attachments/createUploadSession",
    body: (size) => ({ AttachmentItem: { attachmentType: "file", name: "flower", size } }),
  },
  todo: {
    path: "/me/todo/lists/L=/tasks/T=/attachments/createUploadSession",
    body: (size) => ({ attachmentInfo: { attachmentType: "file", name: "flower", size } }),
  },
  "onedrive-business": {
    path: "/me/drive/root:/a/flower.bin:/createUploadSession",
    body: (fileSize) => ({ item: { fileSize } }),
  },
  "onedrive-personal": {
    path: "/users/personal-bob/drive/root:/a/flower.bin:/createUploadSession",
    body: (fileSize) => ({ item: { fileSize } }),
  },
  print: {
    path: "/print/printers/P/jobs/J/documents/D/createUploadSession",
    body: (size) => ({ properties: { documentName: "flower.pdf", contentType: "application/pdf", size } }),
  },
};

export const familyNames = Object.keys(places) as FamilyName[];

/** Opens a session; `path` and `body` as the family's usual ones unless given. */
export async function openUpload(
  emulator: Emulator,
  family: FamilyName,
  size: number,
  { path = places[family].path, body = places[family].body(size) }: { path?: string; body?: object } = {},
): Promise<Upload> {
  const reply = await postJson(emulator, path, body);
  return toUpload(emulator, family, reply);
}

export function toUpload(emulator: Emulator, family: FamilyName, reply: Answer): Upload {
  const uploadUrl = String(reply.json?.["uploadUrl"] ?? "");
  const authorization = family === "todo" ? { Authorization: `Bearer ${emulator.token}` } : {};
  const octets = ["outlook", "todo"].includes(family) ? { "Content-Type": "application/octet-stream" } : {};
  return {
    reply,
    uploadUrl,
    put: (content, start, end, { headers, body } = {}) =>
      send("PUT", uploadUrl + (family === "todo" ? "/content" : ""), {
        headers: {
          ...authorization,
          ...octets,
          "Content-Length": end - start + 1,
          "Content-Range": `bytes ${start}-${end}/${content.length}`,
          ...headers,
        },
        body: body ?? content.subarray(start, end + 1),
      }),
    send: (method, { headers, body } = {}) =>
      send(method, uploadUrl, {
        headers: { ...authorization, ...(method === "POST" ? { "Content-Length": 0 } : {}), ...headers },
        body,
      }),
  };
}

/** The usual place of a family with another id for what is written to. */
export function placeOf(family: FamilyName, id: string): string {
  return places[family].path.replace(/AAMkA=|T=|flower\.bin|(?<=documents\/)D/, id);
}
