import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromBytes } from "../../runtime/upload/bytes-source.js";
import { upload } from "../../runtime/upload/engine.js";
import { memoryCheckpoints } from "../../runtime/upload/memory-checkpoints.js";
import { openFile } from "../../runtime/upload/node/source.js";
import { nodeTransport } from "../../runtime/upload/node/transport.js";
import type { UploadOptions, UploadResult } from "../../runtime/upload/options.js";
import { canary } from "./canary.js";
import { all } from "./cases/shorthand.js";
import { createSession, destinations, findItem } from "./destination.js";
import { print } from "./run-trial.js";
import { type Service, Workbench } from "./workbench.js";

const workbench = new Workbench();
afterAll(() => workbench.close());

/** The upload of the workbench's content to a destination of the table, with options of its own. */
async function send(
  dialect: (typeof all)[number],
  { emulator, clock }: Service,
  more: Partial<UploadOptions>,
): Promise<UploadResult> {
  const destination = destinations[dialect];
  const transport = nodeTransport();
  try {
    return await upload({
      dialect: destination.dialect,
      source: fromBytes(workbench.content),
      transport,
      createSession: () => createSession(destination, emulator),
      verify: () => findItem(destination, emulator),
      authorize: async () => emulator.token,
      allowedHosts: ["127.0.0.1"],
      politeness: false,
      clock,
      ...more,
    });
  } finally {
    transport.close();
  }
}

describe("a server that is not the service", () => {
  const heard: string[] = [];
  const decoy = createServer((request, response) => {
    heard.push(`${request.method} ${request.headers.authorization}`);
    response.end();
  });
  beforeAll(() => once(decoy.listen(0, "127.0.0.1"), "listening"));
  afterAll(() => void decoy.close());
  const address = () => `http://127.0.0.1:${(decoy.address() as AddressInfo).port}/x?authtoken=${canary}`;

  test.each(all)("%s is not led to it by a redirect", async (dialect) => {
    const service = await workbench.service();
    service.emulator.addFaults([{ match: { times: 9 }, action: { status: 307, headers: { Location: address() } } }]);
    await expect(send(dialect, service, {})).rejects.toMatchObject({ code: "unexpectedRedirect" });
    expect(heard).toEqual([]);
  });

  test.each(all)("%s is not led to it by a checkpoint", async (dialect) => {
    const service = await workbench.service();
    const store = memoryCheckpoints();
    const checkpoint = { store, key: "k" };
    const pause = AbortSignal.abort();
    await expect(send(dialect, service, { checkpoint, pause })).rejects.toMatchObject({ code: "paused" });
    const record = await store.open("k");
    await record.write({
      dialect,
      uploadUrl: address().replace("127.0.0.1", "localhost"),
      size: workbench.content.length,
      fingerprint: fromBytes(workbench.content).fingerprint ?? "",
      rangeSize: 1024,
      position: 1024,
      mayBeComplete: false,
      recreations: 0,
      createdAt: service.clock.now(),
      updatedAt: service.clock.now(),
    });
    await record.close();
    expect(await send(dialect, service, { checkpoint })).toMatchObject({ bytes: workbench.content.length });
    expect([heard, await store.list()]).toEqual([[], []]);
  });
});

describe("one item, one upload at a time (F13, F19)", () => {
  test.each(all)("%s: a second call for the same checkpoint is refused while the first runs", async (dialect) => {
    const service = await workbench.service();
    const checkpoint = { store: memoryCheckpoints(), key: "k" };
    const results = await Promise.allSettled([1, 2].map(() => send(dialect, service, { checkpoint })));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "locked" } });
    expect((await service.emulator.ledger()).sessions.map(({ commits }) => commits)).toEqual([1]);
  });

  test("outlook: uploads to one message wait for each other", async () => {
    const service = await workbench.service();
    const item = "/me/messages/AAMkA=";
    const uploads = [1, 2, 3].map(() => send("outlook", service, { politeness: undefined, item, mailbox: "/me" }));
    expect(await Promise.all(uploads)).toHaveLength(3);
    const { sessions, refusals } = await service.emulator.ledger();
    expect([sessions.map(({ commits }) => commits), refusals]).toEqual([[1, 1, 1], {}]);
  });
});

describe("what is no file to upload", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "no-file-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each<[string, (path: string) => unknown, string]>([
    ["nothing", () => {}, "sourceMissing"],
    ["a directory", (path) => mkdir(path), "sourceNotRegularFile"],
    ["a named pipe", (path) => execFileSync("mkfifo", [path]), "sourceNotRegularFile"],
    ["a socket", (path) => once(socket.listen(path), "listening"), "sourceNotRegularFile"],
    ["a link to a device", (path) => symlink("/dev/zero", path), "sourceNotRegularFile"],
    ["a file nobody may read", (path) => writeFile(path, "x").then(() => chmod(path, 0)), "sourceUnreadable"],
    ["an empty file", (path) => writeFile(path, ""), "emptySource"],
  ])("%s", async (name, make, code) => {
    const path = join(folder, name.replaceAll(" ", "-"));
    await make(path);
    await chmod(folder, 0o755);
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65_534);
    const error: unknown = await openFile(path).catch((reason: unknown) => reason);
    if (root) process.seteuid?.(0);
    expect(error).toMatchObject({ name: "UploadError", code, retryable: false });
    expect(print(error)).not.toContain(canary);
  });

  const socket = createSocket();
  afterAll(() => void socket.close());
});
