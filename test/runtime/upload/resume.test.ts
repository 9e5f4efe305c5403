import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import type { Checkpoint, CheckpointRecord, CheckpointStore } from "../../../runtime/upload/checkpoint.js";
import { UploadError } from "../../../runtime/upload/errors.js";
import { memoryCheckpoints } from "../../../runtime/upload/memory-checkpoints.js";
import type { UploadOptions } from "../../../runtime/upload/options.js";
import type { UploadSource } from "../../../runtime/upload/source.js";
import {
  bufferSource,
  content,
  expectDone,
  play,
  rangeSize,
  size,
  type Scenario,
  type ScenarioOptions,
} from "./scenario.js";
import type { Fault, ScriptedServer } from "./scripted-server.js";

const known: UploadSource = { ...bufferSource(content), fingerprint: "the same" };
const puts = Math.ceil(size / rangeSize);
type Query = ScriptedServer["statusQuery"];

/** Pauses once `count` ranges have been answered. */
function pauseAfter(count: number): Pick<ScenarioOptions, "pause" | "onExchange"> {
  const pause = new AbortController();
  let seen = 0;
  return {
    pause: pause.signal,
    onExchange: ({ method }) => {
      if (method === "PUT" && ++seen === count) pause.abort();
    },
  };
}

function checkpointed(store: CheckpointStore = memoryCheckpoints()): Pick<ScenarioOptions, "source" | "checkpoint"> {
  return { source: known, checkpoint: { store, key: "here" } };
}

/** A store whose process dies with the nth write: from then on nothing is written, removed or closed. */
function dyingStore(inner: CheckpointStore, writes: number, die: () => void): CheckpointStore {
  const dead = new Promise<never>(() => {});
  return {
    list: () => inner.list(),
    async open(key) {
      const record = await inner.open(key);
      let written = 0;
      const dying: CheckpointRecord = {
        read: () => record.read(),
        async write(checkpoint) {
          await record.write(checkpoint);
          if (++written < writes) return;
          await record.close(); // a lock dies with its process
          die();
          await dead;
        },
        remove: () => record.remove(),
        close: () => record.close(),
      };
      return dying;
    },
  };
}

describe.each<[string, Query]>([
  ["a service that cannot be asked", "none"],
  ["a service that can be asked", "ranges"],
])("an upload continued (I9), %s", (_, statusQuery) => {
  const prepare = (server: ScriptedServer) => void (server.statusQuery = statusQuery);

  it.each([1, 2, 5, puts - 1])("after a pause at range %i sends only what is missing", async (count) => {
    const shared = checkpointed();
    const first = await play({ ...shared, ...pauseAfter(count), prepare });
    expect(first.error).toMatchObject({ code: "paused", retryable: true, resumable: true });
    expect(first.server.openSessions).toBe(1);
    const second = await play({ on: first, ...shared });
    expect(expectDone(second)).toMatchObject({ resumedFrom: count * rangeSize, wireBytes: size - count * rangeSize });
    expect(second.progress[0]).toMatchObject({ state: "reattaching", bytes: count * rangeSize });
    expect(second.server.sessionsCreated).toBe(1);
    expect(await shared.checkpoint?.store.list()).toEqual([]);
  });

  it.each(Array.from({ length: puts + 1 }, (_, index) => index + 1))(
    "by another process after a death at checkpoint %i: one item, one range sent twice at most (F18)",
    async (writes) => {
      const store = memoryCheckpoints();
      const first = await new Promise<Scenario>((resolve) => {
        let started: Scenario | undefined;
        void play({
          ...checkpointed(dyingStore(store, writes, () => resolve(started as Scenario))),
          prepare,
          onStart: (scenario) => (started = scenario),
        });
      });
      const second = await play({ on: first, ...checkpointed(store) });
      expectDone(second);
      expect(first.server.sessionsCreated).toBe(1);
      const wire = first.server.requests.reduce((sum, { method, bytes }) => sum + (method === "PUT" ? bytes : 0), 0);
      expect(wire).toBeLessThanOrEqual(size + rangeSize);
    },
  );

  it("whose last reply was lost with the process finds the item", async () => {
    const shared = checkpointed();
    const lost = { verify: () => Promise.reject(new Error("signed out")) };
    const last: Fault = { transport: "resetAfterBody" };
    const first = await play({ ...shared, prepare, script: { [puts]: last }, ...lost });
    expect(first.error).toMatchObject({ message: "signed out" });
    const second = await play({ on: first, ...shared });
    expect(expectDone(second).resumedFrom).toBe(size - (size % rangeSize));
    expect(first.server.sessionsCreated).toBe(1);
  });

  it("that was paused with its last range on the way looks for the item, though the session has expired meanwhile", async () => {
    const shared = checkpointed();
    const pause = new AbortController();
    const first = await play({
      ...shared,
      pause: pause.signal,
      script: { [puts]: { transport: "hang" } },
      prepare: (server) => {
        prepare(server);
        server.whenHanging(() => pause.abort());
      },
    });
    expect(first.error).toMatchObject({ code: "paused", resumable: true });
    first.clock.time += 2 * 3_600_000;
    expectDone(await play({ on: first, ...shared }));
    expect(first.server.sessionsCreated).toBe(1);
  });

  it("whose session is gone after the last range looks for the item, with the data of its beginning", async () => {
    const store = memoryCheckpoints();
    const beginning = { source: known, checkpoint: { store, key: "here", data: { before: ["a"] } } };
    const first = await play({
      ...beginning,
      prepare,
      script: { [puts]: { transport: "resetAfterBody", forget: true } },
      verify: () => Promise.reject(new Error("signed out")),
    });
    const told: unknown[] = [];
    const verify: UploadOptions["verify"] = async (_signal, data) => void told.push(data);
    const again = { source: known, checkpoint: { store, key: "here", data: { before: ["b"] } }, verify };
    const result = expectDone(await play({ on: first, ...again }));
    expect(told).toEqual([{ before: ["a"] }]);
    expect(result.resumedFrom).toBeUndefined();
    expect(first.server.sessionsCreated).toBe(2);
  });
});

describe("a source that changes while it is in doubt whether the last range arrived", () => {
  it.each<[string, Fault, { items: number; code: string | undefined }]>([
    ["and it had", { transport: "resetAfterBody" }, { items: 1, code: undefined }],
    ["and it had not", { transport: "resetAfterBody", keep: "none" }, { items: 0, code: "sourceChanged" }],
  ])("%s", async (_, fault, want) => {
    let lost = false;
    const { result, error, server } = await play({
      source: { ...known, changed: async () => lost },
      script: { [puts]: fault },
      onExchange: ({ method, error }) => void (lost ||= method === "PUT" && error !== undefined),
      hasher: undefined,
    });
    expect({ items: server.items.length, code: (error as UploadError | undefined)?.code }).toEqual(want);
    expect(result?.itemId).toBe(server.items[0]?.id);
  });
});

it("a redirect in place of an answer does not cost an upload its session", async () => {
  const shared = checkpointed();
  const answers = [{ status: 200, body: '{"nextExpectedRanges":["10000"]}' }, { status: 302 }];
  const first = await play({
    ...shared,
    prepare: (server) => void (server.statusQuery = answers),
    script: { 2: { status: 503 }, 3: { status: 503 } },
  });
  expect(first.error).toMatchObject({ code: "unexpectedRedirect", resumable: true });
  first.server.statusQuery = "ranges";
  expectDone(await play({ on: first, ...shared }));
  expect(first.server.sessionsCreated).toBe(1);
});

describe("a reply to the last range that cannot be read", () => {
  it("is no reason to leave without a look", async () => {
    const body = '{"nextExpectedRanges":["junk"]}';
    const found = await play({ script: { [puts]: { body } }, verify: async () => "found" });
    expect(found.result).toMatchObject({ itemId: "found" });
    const missing = await play({ script: { [puts]: { body, keep: "none" } }, verify: async () => undefined });
    expect(missing.error).toMatchObject({ code: "protocol" });
  });
});

describe("a checkpoint", () => {
  it.each<[string, Partial<Checkpoint>]>([
    ["another content", { fingerprint: "another" }],
    ["another size", { size: size + 1 }],
    ["another dialect", { dialect: "todo" }],
  ])("of %s is not continued, its session is deleted", async (_, change) => {
    const store = memoryCheckpoints();
    const first = await play({ ...checkpointed(store), ...pauseAfter(4) });
    await alter(store, change);
    const second = await play({ on: first, ...checkpointed(store) });
    expect(expectDone(second).resumedFrom).toBeUndefined();
    expect(second.exchanges[0]).toMatchObject({ method: "DELETE", status: 204 });
  });

  it("whose upload URL points elsewhere is ignored, and nothing is sent there", async () => {
    const store = memoryCheckpoints();
    const first = await play({ ...checkpointed(store), ...pauseAfter(2) });
    await alter(store, { uploadUrl: "https://evil.test/x?authtoken=1" });
    const second = await play({ on: first, ...checkpointed(store) });
    expectDone(second);
    expect(second.exchanges.every(({ url }) => !url.includes("evil"))).toBe(true);
  });

  it("is locked while the upload runs", async () => {
    const shared = checkpointed();
    let second: Promise<unknown> | undefined;
    const first: Scenario = await play({ ...shared, onExchange: () => void (second ??= play(shared)) });
    expectDone(first);
    expect(await second).toMatchObject({ error: { code: "locked", retryable: true }, exchanges: [] });
  });

  it("that cannot be written ends the upload before its first range, and leaves no session", async () => {
    const failing: CheckpointStore = {
      list: async () => [],
      open: async () => ({
        read: async () => undefined,
        write: () => Promise.reject(new UploadError("checkpointFailed", "no space left")),
        remove: async () => {},
        close: async () => {},
      }),
    };
    const { error, server } = await play(checkpointed(failing));
    expect(error).toMatchObject({ code: "checkpointFailed" });
    expect([server.count("PUT"), server.openSessions]).toEqual([0, 0]);
  });

  it.each<[string, ScenarioOptions]>([
    ["cancelled", { ...abortAfter(3) }],
    ["refused for good", { script: { 4: { status: 413 } } }],
  ])("of an upload that was %s is forgotten, its session deleted", async (_, options) => {
    const shared = checkpointed();
    const { error, server } = await play({ ...shared, ...options });
    expect(error).toBeDefined();
    expect(server.openSessions).toBe(0);
    expect(await shared.checkpoint?.store.list()).toEqual([]);
  });

  it.each<[string, ScenarioOptions, string]>([
    [
      "a service that stays away",
      { script: { 3: Array.from({ length: 40 }, () => ({ status: 503 })) } },
      "unavailable",
    ],
    ["too long a Retry-After (F4)", { script: { 3: { status: 429, headers: { "Retry-After": "301" } } } }, "throttled"],
    [
      "a deadline",
      { script: { 3: { status: 503, headers: { "Retry-After": "60" } } }, retry: { random: () => 0 } },
      "deadlineExceeded",
    ],
  ])("survives %s", async (_, options, code) => {
    const shared = checkpointed();
    const deadline = code === "deadlineExceeded" ? { deadline: Date.parse("2026-11-22T12:00:59Z") } : {};
    const first = await play({ ...shared, ...options, ...deadline, mayGoUnused: true });
    expect(first.error).toMatchObject({ code, resumable: true });
    expect(first.server.openSessions).toBe(1);
  });

  it("needs a source that can be known again", async () => {
    const shared = checkpointed();
    const { error, server } = await play({ ...shared, source: bufferSource(content), ...pauseAfter(2) });
    expect(error).toMatchObject({ code: "paused" });
    expect(error).not.toHaveProperty("resumable");
    expect(server.openSessions).toBe(0);
  });

  it("leaves no listener on the signals", async () => {
    const { signal } = new AbortController();
    const pause = new AbortController().signal;
    expectDone(await play({ ...checkpointed(), signal, pause }));
    expect([...getEventListeners(signal, "abort"), ...getEventListeners(pause, "abort")]).toEqual([]);
  });
});

async function alter(store: CheckpointStore, change: Partial<Checkpoint>): Promise<void> {
  const record = await store.open("here");
  await record.write({ ...(await record.read())!, ...change });
  await record.close();
}

function abortAfter(count: number): ScenarioOptions {
  const abort = new AbortController();
  let seen = 0;
  return {
    signal: abort.signal,
    onExchange: ({ method }) => {
      if (method === "PUT" && ++seen === count) abort.abort(new Error("enough"));
    },
  };
}
