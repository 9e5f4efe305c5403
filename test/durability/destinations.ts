import {
  oneDriveBusiness,
  oneDrivePersonal,
  outlook,
  print,
  todo,
  type UploadDialect,
} from "../../runtime/upload/dialects.js";
import { type Answer, send } from "../runtime/emulator/client.js";

/** Where a Graph service is reached, from whatever process. */
export interface Service {
  readonly url: string;
  /** with the API version */
  readonly baseUrl: string;
  readonly token: string;
}

/** Where the uploads of one dialect go: what the caller of the engine does itself. */
export interface Destination {
  readonly dialect: UploadDialect;
  /** what a session is asked for and where, for the item of this name */
  readonly create: (item: string, size: number) => readonly [path: string, body: object];
  readonly verify: (service: Service, item: string, size: number) => Promise<string | undefined>;
}

interface Entity {
  readonly id: string;
  readonly name?: string;
  readonly size?: number;
}

function attachment(dialect: UploadDialect, parent: string, parameter: string): Destination {
  const attachments = (item: string) => `${parent}/${item}/attachments`;
  return {
    dialect,
    create: (item, size) => [
      `${attachments(item)}/createUploadSession`,
      { [parameter]: { attachmentType: "file", name: item, size } },
    ],
    verify: async (service, item) => {
      const list = (await request(service, "GET", attachments(item))) as { value: Entity[] } | undefined;
      return list?.value.find(({ name }) => name === item)?.id;
    },
  };
}

function file(dialect: UploadDialect, drive: string): Destination {
  return {
    dialect,
    create: (item) => [`${drive}/root:/${item}:/createUploadSession`, {}],
    verify: (service, item, size) => findWhole(service, `${drive}/root:/${item}`, size),
  };
}

const toDocument = (item: string) => `/print/printers/printer/jobs/1/documents/${item}`;

function document(dialect: UploadDialect): Destination {
  return {
    dialect,
    create: (item, size) => [
      `${toDocument(item)}/createUploadSession`,
      { properties: { documentName: item, contentType: "application/pdf", size } },
    ],
    verify: (service, item, size) => findWhole(service, toDocument(item), size),
  };
}

async function findWhole(service: Service, path: string, size: number): Promise<string | undefined> {
  const found = (await request(service, "GET", path)) as Entity | undefined;
  return found?.size === size ? found.id : undefined;
}

export const destinations = {
  outlook: attachment({ ...outlook, minimumSize: 1 }, "/me/messages", "AttachmentItem"),
  todo: attachment(todo, "/me/todo/lists/list/tasks", "attachmentInfo"),
  "onedrive-business": file(oneDriveBusiness, "/me/drive"),
  "onedrive-personal": file(oneDrivePersonal, "/drives/personal-1"),
  print: document(print),
} as const satisfies Record<UploadDialect["name"], Destination>;

/** Asks Graph. @returns its answer; undefined = not found */
export async function request(service: Service, method: string, path: string, body?: object): Promise<unknown> {
  const headers = { Authorization: `Bearer ${service.token}`, "Content-Type": "application/json" };
  const text = body === undefined ? undefined : JSON.stringify(body);
  const answer: Answer = await send(method, service.baseUrl + path, { headers, body: text });
  if (answer.status === 404) return undefined;
  if (answer.status >= 200 && answer.status < 300) return answer.json;
  throw new RefusedError(answer.status, `${method} ${path}: ${answer.status} ${answer.text}`);
}

export class RefusedError extends Error {
  override readonly name = "RefusedError";

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Asks for an upload session. A drive holds the name for a session nobody has the URL of, because its process was killed
 * before it could note it: such a session is left to expire (upload-sessions.md Q18).
 */
export async function createSession(
  { create }: Destination,
  service: Service,
  item: string,
  size: number,
): Promise<unknown> {
  const [path, body] = create(item, size);
  try {
    return await request(service, "POST", path, body);
  } catch (error) {
    if (!(error instanceof RefusedError) || error.status !== 409) throw error;
    await request({ ...service, baseUrl: service.url }, "POST", "/__clock", { advanceMs: 3_600_000 });
    return request(service, "POST", path, body);
  }
}
