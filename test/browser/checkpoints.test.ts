import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Checkpoint } from "../../runtime/upload/checkpoint.js";
import type { tools } from "./page/checkpoints.js";
import { Browser, type World, openWorld } from "./world.js";

declare const indexedDbCheckpoints: (typeof tools)["indexedDbCheckpoints"];
declare const outcomeOf: (typeof tools)["outcomeOf"];

const checkpoint = {
  dialect: "outlook",
  uploadUrl: "https://outlook.office.com/api/x?authtoken=canary",
  expires: 1_800_000_000_000,
  size: 20_000_000,
  fingerprint: "f",
  rangeSize: 3_932_160,
  position: 7_864_320,
  mayBeComplete: false,
  recreations: 0,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_001_000,
  data: { name: "report.pdf", before: ["a", "b"] },
} satisfies Checkpoint;

let browser: Browser;
let world: World;
let page: Page;

beforeAll(async () => {
  browser = await Browser.start();
});
beforeEach(async () => {
  world = await openWorld(browser);
  page = await world.open("blank.html");
});
afterEach(() => world.close());
afterAll(() => browser.close());

const nothingLocked = async () => (await navigator.locks.query()).held?.length === 0;

/** Opens `key` in a tab and keeps it. */
const take = (tab: Page, key: string) => tab.evaluate((key) => outcomeOf(indexedDbCheckpoints().open(key)), key);

/** Opens a key and writes a large checkpoint, which the browser cannot make small. */
const write = (tab: Page) =>
  tab.evaluate(async (checkpoint) => {
    const write = async () => {
      const record = await indexedDbCheckpoints().open("key");
      const data = Array.from({ length: 3_000_000 }, () => String.fromCharCode(33 + Math.random() * 90)).join("");
      await record.write({ ...checkpoint, data }).finally(() => record.close());
    };
    return outcomeOf(write());
  }, checkpoint);

const fine = ["none", ""];

describe("a checkpoint", () => {
  test("is read as it was written, by another page too, until it is removed", async () => {
    await page.evaluate(async (checkpoint) => {
      const record = await indexedDbCheckpoints().open("key");
      if ((await record.read()) !== undefined) throw new Error("something is there");
      await record.write({ ...checkpoint, position: 0 });
      await record.write(checkpoint);
      await record.close();
    }, checkpoint);
    const other = await world.open("blank.html");
    const read = () =>
      other.evaluate(async () => {
        const record = await indexedDbCheckpoints().open("key");
        const found = await record.read();
        await record.remove();
        await record.close();
        return found;
      });
    expect(await read()).toEqual(checkpoint);
    expect(await read()).toBeUndefined();
  });

  test("is listed with all others, and whether a tab has it", async () => {
    const entries = await page.evaluate(async (checkpoint) => {
      const store = indexedDbCheckpoints();
      const done = await store.open("done");
      await done.write(checkpoint);
      await done.close();
      const held = await store.open("held");
      await held.write(checkpoint);
      await store.open("new");
      await indexedDbCheckpoints("other").open("elsewhere");
      return store.list();
    }, checkpoint);
    expect([...entries].toSorted((a, b) => a.key.localeCompare(b.key))).toEqual([
      { key: "done", checkpoint, locked: false },
      { key: "held", checkpoint, locked: true },
      { key: "new", locked: true },
    ]);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["a text", "checkpoint"],
    ["a field short", { ...checkpoint, uploadUrl: undefined }],
    ["of other types", { ...checkpoint, size: "20000000" }],
  ])("that is damaged reads as none and is listed without content: %s", async (_, damaged) => {
    const found = await page.evaluate(async (damaged) => {
      const store = indexedDbCheckpoints();
      const record = await store.open("key");
      await record.write(damaged as Checkpoint);
      const read = await record.read();
      await record.close();
      return { read, list: await store.list() };
    }, damaged);
    expect(found).toEqual({ read: undefined, list: [{ key: "key", locked: false }] });
  });

  test("serves nobody after close, which may be called again", async () => {
    const outcome = await page.evaluate(async (checkpoint) => {
      const record = await indexedDbCheckpoints().open("key");
      await record.close();
      await record.close();
      return outcomeOf(record.write(checkpoint));
    }, checkpoint);
    expect(outcome).toEqual(["checkpointFailed", expect.stringContaining("closed")]);
  });
});

describe("a lock", () => {
  test("keeps out the same tab and others, not other keys", async () => {
    const other = await world.open("blank.html");
    expect(await take(page, "key")).toEqual(fine);
    for (const tab of [page, other]) expect(await take(tab, "key")).toEqual(["locked", expect.stringContaining("tab")]);
    expect(await take(other, "another")).toEqual(fine);
  });

  test("goes to one of many", async () => {
    const won = await page.evaluate(async () => {
      const opened = Array.from({ length: 20 }, () => indexedDbCheckpoints().open("key"));
      return (await Promise.allSettled(opened)).filter(({ status }) => status === "fulfilled").length;
    });
    expect(won).toBe(1);
  });

  test("is free as soon as it is closed", async () => {
    const times = await page.evaluate(async () => {
      for (let time = 0; time < 100; time++) await (await indexedDbCheckpoints().open("key")).close();
      return 100;
    });
    expect(times).toBe(100);
  });

  test.each(["reload", "close"] as const)("ends with its tab: %s", async (end) => {
    const other = await world.open("blank.html");
    await take(other, "key");
    await other[end]();
    await page.waitForFunction(nothingLocked);
    expect(await take(page, "key")).toEqual(fine);
  });
});

describe("a browser that cannot keep it: checkpointFailed", () => {
  test("its storage is full", async () => {
    const devtools = await browser.context.newCDPSession(page);
    await devtools.send("Storage.overrideQuotaForOrigin", { origin: world.origin, quotaSize: 1_000_000 });
    expect(await write(page)).toEqual(["checkpointFailed", expect.stringContaining("storage is full")]);
  });

  test("a newer version of the program has been there", async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open("graphlet-uploads", 99);
          opening.addEventListener("success", () => resolve(opening.result.close()));
        }),
    );
    expect(await write(page)).toEqual(["checkpointFailed", expect.stringContaining("newer version")]);
  });

  test("somebody else's database has the name", async () => {
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opening = indexedDB.open("graphlet-uploads", 1);
          opening.addEventListener("success", () => resolve(opening.result.close()));
        }),
    );
    expect((await write(page))[0]).toBe("checkpointFailed");
  });

  test.each([
    ["no Web Locks", "Navigator.prototype", "locks", "Web Locks"],
    ["no IndexedDB", "globalThis", "indexedDB", "has no IndexedDB"],
  ])("%s", async (_, holder, name, why) => {
    await page.evaluate(`Object.defineProperty(${holder}, "${name}", { value: undefined })`);
    expect(await write(page)).toEqual(["checkpointFailed", expect.stringContaining(why)]);
  });
});
