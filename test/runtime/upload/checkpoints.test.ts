import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { Checkpoint } from "../../../runtime/upload/checkpoint.js";
import { memoryCheckpoints } from "../../../runtime/upload/memory-checkpoints.js";

const secret = "canary-7f3a";

const checkpoint: Checkpoint = {
  dialect: "outlook",
  uploadUrl: `https://outlook.office.com/api/v2.0/Users('${secret}')/AttachmentSessions('x')?authtoken=${secret}`,
  expires: 1_800_000_000_000,
  size: 4_000_000,
  fingerprint: "1-2-3",
  rangeSize: 1_000_000,
  position: 2_000_000,
  mayBeComplete: false,
  recreations: 0,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_001,
  data: { path: "/me/messages/1", ids: ["a", null, true] },
};

describe("memoryCheckpoints", () => {
  it("gives back what was written, until it is removed", async () => {
    const store = memoryCheckpoints();
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
    const store = memoryCheckpoints();
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
    const store = memoryCheckpoints();
    for (const key of ["a", "b"]) {
      const record = await store.open(key);
      await record.write(checkpoint);
      if (key === "a") await record.close();
    }
    await store.open("c");
    expect(await store.list()).toEqual([
      { key: "a", checkpoint, locked: false },
      { key: "b", checkpoint, locked: true },
      { key: "c", locked: true },
    ]);
  });

  it("refuses a record that was closed", async () => {
    const record = await memoryCheckpoints().open("a");
    await record.close();
    for (const call of [() => record.read(), () => record.write(checkpoint), () => record.remove()]) {
      await expect(call()).rejects.toMatchObject({ code: "checkpointFailed" });
    }
  });

  it("keeps what was written from being changed", async () => {
    const record = await memoryCheckpoints().open("a");
    const data = { list: [1] };
    await record.write({ ...checkpoint, data });
    data.list.push(2);
    expect((await record.read())?.data).toEqual({ list: [1] });
  });

  it("prints no upload URL", async () => {
    const store = memoryCheckpoints();
    const record = await store.open("a");
    await record.write(checkpoint);
    const read = await record.read();
    const shown = inspect([store, record, read, await store.list()], { depth: 9, showHidden: true });
    expect(shown).toContain("https://outlook.office.com/…#sha256:");
    expect(shown).not.toContain(secret);
    expect(read?.uploadUrl).toBe(checkpoint.uploadUrl);
  });
});
