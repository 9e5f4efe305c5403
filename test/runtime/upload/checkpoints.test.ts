import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterAll, describe, expect, it } from "vitest";
import type { CheckpointStore } from "../../../runtime/upload/checkpoint.js";
import { memoryCheckpoints } from "../../../runtime/upload/memory-checkpoints.js";
import { fileCheckpoints } from "../../../runtime/upload/node/file-checkpoints.js";
import { canary, sampleCheckpoint as checkpoint } from "./sample-checkpoint.js";

const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

async function inFolder(): Promise<CheckpointStore> {
  const folder = await mkdtemp(join(tmpdir(), "checkpoints-"));
  folders.push(folder);
  return fileCheckpoints(join(folder, "of", "graphlet"));
}

/** what any store does */
describe.each<[string, () => CheckpointStore | Promise<CheckpointStore>]>([
  ["memoryCheckpoints", memoryCheckpoints],
  ["fileCheckpoints", inFolder],
])("%s", (_, create) => {
  it("gives back what was written, until it is removed", async () => {
    const store = await create();
    const record = await store.open("a");
    expect(await record.read()).toBeUndefined();
    await record.write(checkpoint);
    await record.close();
    const again = await store.open("a");
    expect(await again.read()).toEqual(checkpoint);
    await again.write({ ...checkpoint, position: 3 });
    expect(await again.read()).toEqual({ ...checkpoint, position: 3 });
    await again.remove();
    expect(await again.read()).toBeUndefined();
    await again.close();
    expect(await store.list()).toEqual([]);
  });

  it("gives an upload to one at a time", async () => {
    const store = await create();
    const record = await store.open("a");
    await expect(store.open("a")).rejects.toMatchObject({ name: "UploadError", code: "locked", retryable: true });
    const other = await store.open("b");
    await record.close();
    const next = await store.open("a");
    await record.close(); // must not free it again
    await expect(store.open("a")).rejects.toMatchObject({ code: "locked" });
    await Promise.all([next.close(), other.close()]);
  });

  it("lists what it holds and what is under way", async () => {
    const store = await create();
    for (const key of ["a", "b"]) {
      const record = await store.open(key);
      await record.write(checkpoint);
      if (key === "a") await record.close();
    }
    await store.open("c"); // has nothing to continue
    const list = await store.list();
    expect(list.toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
      { key: "a", checkpoint, locked: false },
      { key: "b", checkpoint, locked: true },
    ]);
  });

  it("refuses a record that was closed", async () => {
    const record = await (await create()).open("a");
    await record.close();
    await record.close(); // harmless
    for (const call of [() => record.read(), () => record.write(checkpoint), () => record.remove()]) {
      await expect(call()).rejects.toMatchObject({ code: "checkpointFailed" });
    }
  });

  it("keeps what was written from being changed", async () => {
    const record = await (await create()).open("a");
    const data = { list: [1] };
    await record.write({ ...checkpoint, data });
    data.list.push(2);
    expect((await record.read())?.data).toEqual({ list: [1] });
  });

  it("lets any text be a key, and keeps keys apart", async () => {
    const store = await create();
    const keys = ["", "../../etc/passwd", "a/b", "A", "a", "\0", "\ud800", "😀".repeat(5000), "unreadable:x"];
    for (const [position, key] of keys.entries()) {
      const record = await store.open(key);
      await record.write({ ...checkpoint, position });
      await record.close();
    }
    for (const [position, key] of keys.entries()) {
      const record = await store.open(key);
      expect(await record.read()).toMatchObject({ position });
      await record.close();
    }
    expect((await store.list()).map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
  });

  it("leaves a removed upload to the next", async () => {
    const store = await create();
    const record = await store.open("a");
    await record.remove(); // of nothing
    await record.write(checkpoint);
    await record.remove();
    await record.write({ ...checkpoint, position: 5 });
    await record.close();
    expect(await store.list()).toMatchObject([{ key: "a", checkpoint: { position: 5 } }]);
  });

  it("stores writes in the order they come", async () => {
    const record = await (await create()).open("a");
    await Promise.all(Array.from({ length: 20 }, (_, position) => record.write({ ...checkpoint, position })));
    expect(await record.read()).toMatchObject({ position: 19 });
    await record.close();
  });

  it("prints no upload URL", async () => {
    const store = await create();
    const record = await store.open("a");
    await record.write(checkpoint);
    const read = await record.read();
    const shown = inspect([store, record, read, await store.list()], { depth: 9, showHidden: true });
    expect(shown).toContain("https://outlook.office.com/…#sha256:");
    expect(shown).not.toContain(canary);
    expect(read?.uploadUrl).toBe(checkpoint.uploadUrl);
  });
});
