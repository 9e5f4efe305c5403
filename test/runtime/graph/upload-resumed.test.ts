import { createHash, randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { type RequestAdapter, BaseBearerTokenAuthenticationProvider, HttpMethod } from "@microsoft/kiota-abstractions";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { createGraphAdapter } from "../../../runtime/graph/adapter.js";
import { type UploadFileOptions, type UploadTarget, uploadFile } from "../../../runtime/graph/upload-file.js";
import { cancelUpload } from "../../../runtime/graph/cancel-upload.js";
import { requestInformation } from "../../../runtime/graph/request-information.js";
import { type Checkpoint, type UploadSource, memoryCheckpoints } from "../../../runtime/upload/index.js";
import { nodeTransport } from "../../../runtime/upload/node/index.js";
import { kiotaAdapter } from "./kiota-adapter.js";
import { messageTarget } from "./seed.js";

const transport = nodeTransport();
const token = "emulator-canary-77aa";
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ token });
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  transport.close();
  await emulator.close();
});

interface File extends UploadSource {
  readonly name: string;
  readonly sha256: string;
}

/** Bytes that can be known again, as those of a file on disk. */
function file(size: number, name = "report.pdf"): File {
  const bytes = randomBytes(size);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const read = async (position: number, target: Uint8Array) => bytes.copy(target, 0, position);
  return { name, size, sha256, fingerprint: sha256, read, changed: async () => false, close: async () => {} };
}

const ours = (): RequestAdapter => createGraphAdapter({ accessToken: token, baseUrl: emulator.baseUrl });
const kiotas = (): RequestAdapter =>
  kiotaAdapter(
    emulator.baseUrl,
    new BaseBearerTokenAuthenticationProvider({
      getAuthorizationToken: async () => token,
      getAllowedHostsValidator: () => {
        throw new Error("not asked");
      },
    }),
  );

/** What the generator writes for a cmdlet with `upload: todo`. */
const taskTarget: UploadTarget<{ task: string }> = {
  dialect: "todo",
  toRequestInformation: (adapter, { task }, { attachmentType, name, size, contentType }, configuration) => {
    const template = "{+baseurl}/me/todo/lists/l/tasks/{task%2Did}/attachments/createUploadSession";
    const request = requestInformation(adapter, { "task%2Did": task }, HttpMethod.POST, template, configuration);
    const body = { attachmentInfo: { attachmentType, name, size, contentType } };
    request.setStreamContent(new TextEncoder().encode(JSON.stringify(body)).buffer, "application/json");
    return request;
  },
};

const quick = { transport, retry: { backoffMs: 0, maximumBackoffMs: 0 }, politeness: false } as const;

function attachToMessage(source: UploadSource, options: Partial<UploadFileOptions>, messageId = "m") {
  return uploadFile(ours(), messageTarget, { messageId }, source, { ...quick, ...options });
}

/** Pauses an upload when its first range has arrived. */
async function interrupt(source: UploadSource, options: Partial<UploadFileOptions>): Promise<void> {
  const pause = new AbortController();
  const onExchange = ({ method }: { method: string }) => method === "PUT" && pause.abort(new Error("not now"));
  const paused = attachToMessage(source, { ...options, pause: pause.signal, onExchange });
  await expect(paused).rejects.toMatchObject({ code: "paused", resumable: true });
}

/** Pauses an upload when all has arrived, and before it is told so. */
async function loseLastReply(source: UploadSource, options: Partial<UploadFileOptions>): Promise<void> {
  emulator.addFaults([{ match: { last: true }, action: { keep: true, stallHeaders: 60_000 } }]);
  const pause = new AbortController();
  const isThere = async () => (await emulator.ledger()).sessions.at(-1)?.state === "completed";
  const pauseThen = async () => {
    while (!(await isThere())) await setTimeout(10);
    pause.abort();
  };
  const [error] = await Promise.all([
    attachToMessage(source, { ...options, pause: pause.signal }).catch((thrown: unknown) => thrown),
    pauseThen(),
  ]);
  expect(error).toMatchObject({ code: "paused", resumable: true });
}

const attached = async (item = "/users/u/messages/m") => (await emulator.attachments(item)).map(({ sha256 }) => sha256);
const sessionStates = async () => (await emulator.ledger()).sessions.map(({ state }) => state);

describe("an upload that was paused", () => {
  test("is continued by the same call", async () => {
    const checkpoints = memoryCheckpoints();
    const source = file(9_000_000);
    await interrupt(source, { checkpoints, file: "/home/ada/report.pdf", note: { by: "ada" } });
    const [entry] = await checkpoints.list();
    expect(entry?.checkpoint?.data).toEqual({
      file: "/home/ada/report.pdf",
      name: "report.pdf",
      item: `${emulator.baseUrl}/users/u/messages/m`,
      before: [],
      note: { by: "ada" },
    });
    const { upload } = await attachToMessage(source, { checkpoints, file: "/home/ada/report.pdf" });
    expect(upload?.resumedFrom).toBeGreaterThanOrEqual(3_932_160);
    expect(await attached()).toEqual([source.sha256]);
    expect(await checkpoints.list()).toEqual([]);
  });

  test.each<[string, Partial<UploadFileOptions>, string]>([
    ["another file", { file: "/home/bob/report.pdf" }, "m"],
    ["another name", { name: "final.pdf" }, "m"],
    ["another description", { isInline: true }, "m"],
    ["another message", {}, "n"],
  ])("is not continued by %s", async (_, options, messageId) => {
    const checkpoints = memoryCheckpoints();
    const source = file(5_000_000);
    await interrupt(source, { checkpoints, file: "/home/ada/report.pdf" });
    const { upload } = await attachToMessage(
      source,
      { checkpoints, file: "/home/ada/report.pdf", ...options },
      messageId,
    );
    expect(upload).not.toHaveProperty("resumedFrom");
    expect(await sessionStates()).toEqual(["open", "completed"]);
    expect(await checkpoints.list()).toHaveLength(1);
  });

  test("begins anew with other content, and its session is deleted", async () => {
    const checkpoints = memoryCheckpoints();
    await interrupt(file(9_000_000), { checkpoints });
    const changed = file(9_000_000);
    await attachToMessage(changed, { checkpoints });
    expect(await sessionStates()).toEqual(["deleted", "completed"]);
    expect(await attached()).toEqual([changed.sha256]);
  });

  test("is found attached by what was listed when it began, whatever came since", async () => {
    const checkpoints = memoryCheckpoints();
    const twin = file(5_000_000);
    await attachToMessage(twin, { file: "twin" });
    const source = file(4_000_000);
    await loseLastReply(source, { checkpoints });
    const { item } = await attachToMessage(source, { checkpoints });
    expect(await attached()).toEqual([twin.sha256, source.sha256]);
    expect(item.id).toBe((await emulator.attachments("/users/u/messages/m"))[1]?.id);
  });

  test("stays ambiguous when nobody knew what was attached before", async () => {
    const checkpoints = memoryCheckpoints();
    const source = file(4_000_000);
    emulator.addFaults([
      { match: { operation: "listAttachments" }, action: { status: 403, code: "ErrorAccessDenied" } },
    ]);
    await loseLastReply(source, { checkpoints });
    await expect(attachToMessage(source, { checkpoints })).rejects.toMatchObject({ code: "ambiguous" });
    expect(await attached()).toEqual([source.sha256]);
  });

  test("is locked for others meanwhile", async () => {
    const checkpoints = memoryCheckpoints();
    const source = file(5_000_000);
    const both = [attachToMessage(source, { checkpoints }), attachToMessage(source, { checkpoints })];
    const settled = await Promise.allSettled(both);
    const reasons = settled.map((each) =>
      each.status === "rejected" ? (each.reason as { code: string }).code : "done",
    );
    expect(reasons.toSorted()).toEqual(["done", "locked"]);
    expect(await attached()).toEqual([source.sha256]);
  });
});

test.each(["signal", "pause"])("%s ends a small file with its reason", async (name) => {
  const reason = new Error("enough");
  const call = attachToMessage(file(10), { [name]: AbortSignal.abort(reason) });
  await expect(call).rejects.toBe(reason);
  expect(await attached()).toEqual([]);
});

test("a deadline keeps what has arrived", async () => {
  const checkpoints = memoryCheckpoints();
  emulator.addFaults([{ match: { nth: 2 }, action: { status: 503, headers: { "Retry-After": "100" } } }]);
  const source = file(9_000_000);
  const call = attachToMessage(source, { checkpoints, deadline: Date.now() + 50_000 });
  await expect(call).rejects.toMatchObject({ code: "deadlineExceeded", resumable: true });
  expect(await checkpoints.list()).toHaveLength(1);
});

test("uploads to one mailbox wait for each other, to one item they follow each other", async () => {
  const entered: string[] = [];
  const admitted = new Set<string>();
  const politeness = {
    enter: async (item: string) => {
      entered.push(item);
      return () => {};
    },
    admit: async (mailbox: string) => {
      admitted.add(mailbox);
      return () => {};
    },
  };
  await attachToMessage(file(4_000_000), { politeness });
  expect(entered).toEqual([`${emulator.baseUrl}/users/u/messages/m`]);
  await uploadFile(ours(), taskTarget, { task: "t" }, file(10), { ...quick, politeness });
  expect(entered[1]).toBe(`${emulator.baseUrl}/me/todo/lists/l/tasks/t`);
  expect([...admitted]).toEqual([`${emulator.baseUrl}/users/u`, `${emulator.baseUrl}/me`]);
});

describe("a task", () => {
  const task = "/me/todo/lists/l/tasks/t";

  test.each([
    ["ours", ours],
    ["Kiota's", kiotas],
  ])("takes a file through %s adapter, with the token at every upload request", async (_, adapter) => {
    const source = file(5_000_000, "list.txt");
    const { item, upload } = await uploadFile(adapter(), taskTarget, { task: "t" }, source, quick);
    expect(upload).toMatchObject({ wireBytes: 5_000_000, requests: 3 });
    expect(item).toMatchObject({ id: expect.any(String) as unknown, name: "list.txt" });
    expect(await attached(task)).toEqual([source.sha256]);
    const { authLeaks, refusals } = await emulator.ledger();
    expect([authLeaks, refusals]).toEqual([0, {}]);
  });

  test("takes a file of one byte in a range too", async () => {
    const source = file(1);
    const { upload } = await uploadFile(ours(), taskTarget, { task: "t" }, source, quick);
    expect([upload?.bytes, await attached(task)]).toEqual([1, [source.sha256]]);
  });

  test("does not give the token to another host", async () => {
    const seen: (string | undefined)[] = [];
    const answer = { uploadUrl: "https://graph.microsoft.us/v1.0/x", expirationDateTime: "2099-01-01T00:00:00Z" };
    const adapter = createGraphAdapter({ accessToken: token, fetch: async () => Response.json(answer) });
    const spy = {
      ...transport,
      send: async ({ headers }: { headers: Record<string, string> }) => {
        seen.push(headers["Authorization"]);
        throw new Error("not reached");
      },
    };
    const cloud = { uploadHosts: { todo: ["graph.microsoft.us"] } };
    const call = uploadFile(adapter, taskTarget, { task: "t" }, file(10), { ...quick, transport: spy as never, cloud });
    await expect(call).rejects.toMatchObject({ code: "uploadUrlRefused" });
    expect(seen).toEqual([]);
  });

  test("is nothing inline", async () => {
    const call = uploadFile(ours(), taskTarget, { task: "t" }, file(10), { ...quick, contentId: "c" });
    await expect(call).rejects.toMatchObject({ code: "invalidOption" });
    expect((await emulator.ledger()).requests).toBe(0);
  });
});

const cancel = (checkpoint: Checkpoint) =>
  cancelUpload(checkpoint, ours(), { transport, signal: new AbortController().signal });

describe("cancelUpload", () => {
  let kept: Checkpoint;
  beforeEach(async () => {
    const checkpoints = memoryCheckpoints();
    await interrupt(file(9_000_000), { checkpoints });
    kept = (await checkpoints.list())[0]!.checkpoint!;
  });

  test("deletes the session, without a token, and once more does no harm", async () => {
    await cancel(kept);
    await cancel(kept);
    expect(await sessionStates()).toEqual(["deleted"]);
    expect((await emulator.ledger()).authLeaks).toBe(0);
  });

  test.each([
    [503, "unavailable"],
    [400, "unavailable"],
  ])("tells of a %i", async (status, code) => {
    emulator.addFaults([{ match: { method: "DELETE" }, action: { status } }]);
    await expect(cancel(kept)).rejects.toMatchObject({ code, status });
  });

  test("sends nothing to a host that is not the service's, nor for a foreign checkpoint", async () => {
    await expect(cancel({ ...kept, uploadUrl: "https://evil.example/x?authtoken=canary" })).rejects.toMatchObject({
      code: "uploadUrlRefused",
      message: expect.not.stringContaining("canary") as unknown,
    });
    await expect(cancel({ ...kept, data: null })).rejects.toMatchObject({ code: "invalidOption" });
    await expect(cancel({ ...kept, dialect: "tape" })).rejects.toMatchObject({ code: "invalidOption" });
    expect(await sessionStates()).toEqual(["open"]);
  });
});
