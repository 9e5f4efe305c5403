import { createHash, randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { createGraphAdapter } from "../../../runtime/graph/adapter.js";
import { cancelUpload } from "../../../runtime/graph/cancel-upload.js";
import { uploadFile, type UploadFileOptions, type UploadTarget } from "../../../runtime/graph/upload-file.js";
import { memoryCheckpoints, type UploadSource } from "../../../runtime/upload/index.js";
import { nodeTransport } from "../../../runtime/upload/node/index.js";
import { places, uploadCommand } from "../shell/fixture/upload-commands.js";

const transport = nodeTransport();
const token = "emulator-canary-3b09";
const size = 10_000_000;
// every range a different one, and aligned for drives
const rangeSize = 3_932_160;
const rangeCount = Math.ceil(size / rangeSize);
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ token });
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  transport.close();
  await emulator.close();
});

const bytes = randomBytes(size);

function file(content: Uint8Array = bytes, name = "report.bin"): UploadSource & { sha256: string } {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const read = async (position: number, target: Uint8Array) => {
    target.set(content.subarray(position, position + target.length));
    return Math.min(target.length, content.length - position);
  };
  const { length } = content;
  return { name, size: length, sha256, fingerprint: sha256, read, changed: async () => false, close: async () => {} };
}

type Options = Partial<UploadFileOptions>;

const kinds = (["v1.0", "beta"] as const).flatMap((apiVersion) =>
  places.map(({ dialect, path, ids }) => {
    const target = uploadCommand({ name: "New-MgTest", apiVersion, dialect, path }).upload as UploadTarget<object>;
    const adapter = () => createGraphAdapter({ accessToken: token, baseUrl: `${emulator.url}/${apiVersion}` });
    const upload = (source: UploadSource, options: Options = {}) =>
      uploadFile(adapter(), target, ids, source, {
        transport,
        rangeSize,
        politeness: false,
        retry: { backoffMs: 0, maximumBackoffMs: 0 },
        ...options,
      });
    return { name: `${apiVersion}${path}`, dialect, adapter, upload };
  }),
);

/** Pauses an upload when its first range has arrived. */
async function interrupt(upload: (options: Options) => Promise<unknown>): Promise<void> {
  const pause = new AbortController();
  const onExchange = ({ method }: { method: string }) => method === "PUT" && pause.abort(new Error("not now"));
  await expect(upload({ pause: pause.signal, onExchange })).rejects.toMatchObject({ code: "paused", resumable: true });
}

/** Pauses an upload when all has arrived, and before it is told so. */
async function loseLastReply(upload: (options: Options) => Promise<unknown>): Promise<void> {
  emulator.addFaults([{ match: { last: true }, action: { keep: true, stallHeaders: 60_000 } }]);
  const pause = new AbortController();
  const isThere = async () => (await emulator.ledger()).sessions.at(-1)?.state === "completed";
  const pauseThen = async () => {
    while (!(await isThere())) await setTimeout(10);
    pause.abort();
  };
  const lost = upload({ pause: pause.signal }).catch((thrown: unknown) => thrown);
  const [error] = await Promise.all([lost, pauseThen()]);
  expect(error).toMatchObject({ code: "paused", resumable: true });
}

async function expectStored(sha256: string, states = ["completed"]): Promise<void> {
  const { sessions, authLeaks, foreignHeaders, refusals } = await emulator.ledger();
  expect(sessions.map(({ state }) => state)).toEqual(states);
  expect(sessions.at(-1)?.sha256).toBe(sha256);
  expect(sessions.at(-1)?.accepted.every(({ times }) => times === 1)).toBe(true);
  expect({ authLeaks, foreignHeaders }).toEqual({ authLeaks: 0, foreignHeaders: {} });
  expect(
    Object.keys(refusals).filter((refusal) => !["itemNotFound", "sessionGone", "methodNotAllowed"].includes(refusal)),
  ).toEqual([]);
}

describe.each(kinds)("$name", ({ dialect, adapter, upload }) => {
  test("takes a file of 10 MB", async () => {
    const source = file();
    const { item, upload: result } = await upload(source);
    expect(result).toMatchObject({ bytes: size, wireBytes: size, requests: rangeCount + 1 });
    expect(item).toMatchObject({ id: result?.itemId, size: expect.any(Number) as unknown });
    const nameOf = { outlook: "name", todo: "name", drive: "name", print: "displayName" }[dialect];
    expect(item).toHaveProperty(nameOf);
    await expectStored(source.sha256);
  });

  test("goes on where another call has stopped", async () => {
    const checkpoints = memoryCheckpoints();
    const source = file();
    await interrupt((options) => upload(source, { checkpoints, ...options }));
    const { upload: result } = await upload(source, { checkpoints });
    expect(result).toMatchObject({ resumedFrom: rangeSize, wireBytes: size - rangeSize });
    await expectStored(source.sha256);
    expect(await checkpoints.list()).toEqual([]);
  });

  test("sends another file from its beginning", async () => {
    const checkpoints = memoryCheckpoints();
    await interrupt((options) => upload(file(), { checkpoints, ...options }));
    const other = file(bytes.subarray(1));
    await upload(other, { checkpoints });
    await expectStored(other.sha256, ["deleted", "completed"]);
    expect(await checkpoints.list()).toEqual([]);
  });

  test("finds the file when the last reply was lost", async () => {
    const checkpoints = memoryCheckpoints();
    const source = file();
    await loseLastReply((options) => upload(source, { checkpoints, ...options }));
    const { item, upload: result } = await upload(source, { checkpoints });
    expect(result?.itemId).toBe(item.id);
    // Outlook cannot be asked: it is sent the last range again
    expect(result?.wireBytes).toBe(dialect === "outlook" ? size % rangeSize : 0);
    await expectStored(source.sha256);
  });

  test("gives a session up", async () => {
    const checkpoints = memoryCheckpoints();
    await interrupt((options) => upload(file(), { checkpoints, ...options }));
    const [entry] = await checkpoints.list();
    const { signal } = new AbortController();
    await cancelUpload(entry!.checkpoint!, adapter(), { transport, signal });
    const { sessions, authLeaks } = await emulator.ledger();
    expect([sessions.map(({ state }) => state), authLeaks]).toEqual([["deleted"], 0]);
  });

  test("is cancelled by its signal", async () => {
    const cancel = new AbortController();
    const reason = new Error("enough");
    const onExchange = ({ method }: { method: string }) => method === "PUT" && cancel.abort(reason);
    await expect(upload(file(), { signal: cancel.signal, onExchange })).rejects.toBe(reason);
    expect((await emulator.ledger()).sessions.map(({ state }) => state)).toEqual(["deleted"]);
  });

  test("takes no session of a host that is not the service's", async () => {
    const answer = { uploadUrl: "https://evil.example/x?tempauth=s", expirationDateTime: "2099-01-01T00:00:00Z" };
    const sent: string[] = [];
    const spy = { ...transport, send: async () => Promise.reject(new Error("not reached")) };
    const target = places.findIndex((place) => place.dialect === dialect);
    const place = places[target]!;
    const command = uploadCommand({ name: "New-MgTest", apiVersion: "v1.0", ...place });
    const fetch = async (url: string) => {
      sent.push(url);
      return url.endsWith("createUploadSession") ? Response.json(answer) : Response.json({ id: "x", value: [] });
    };
    const foreign = createGraphAdapter({ accessToken: token, fetch });
    const options = { transport: spy as never, conflictBehavior: dialect === "drive" ? "replace" : undefined } as const;
    const call = uploadFile(foreign, command.upload as UploadTarget<object>, place.ids, file(), options);
    await expect(call).rejects.toMatchObject({ code: "uploadUrlRefused" });
    expect(sent.at(-1)).toMatch(/createUploadSession$/);
  });
});

describe("an empty file", () => {
  test.each(kinds.filter(({ dialect }) => dialect === "drive"))("goes to $name in one request", async ({ upload }) => {
    expect((await upload(file(new Uint8Array()))).item).toMatchObject({ id: expect.any(String) as unknown, size: 0 });
    expect((await emulator.ledger()).sessions).toEqual([]);
  });

  test.each(kinds.filter(({ dialect }) => dialect !== "drive"))("is refused at $name", async ({ upload }) => {
    await expect(upload(file(new Uint8Array()))).rejects.toMatchObject({ code: "emptySource" });
    expect((await emulator.ledger()).requests).toBe(0);
  });
});
