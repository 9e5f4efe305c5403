import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import type { EmulatorOptions, ExchangeRecord, Fault, SessionReport } from "../../runtime/emulator/server.js";
import { Browser, type World, type WrittenFile, openWorld, writeRandomFile } from "./world.js";

const item = "/users/me/messages/draft-1";
const size = 20_000_000;
const rangeSize = 3_932_160;
const screenshots = resolve(import.meta.dirname, "../../node_modules/.cache/graphlet-browser");

/** Every range takes a while, so that there is time to disturb the upload. */
const slowly: Fault = { match: { method: "PUT", times: 1000 }, action: { stallHeaders: 1000 } };
/** The third range is stored, and its reply held back for longer than any test waits. */
const held: Fault = { match: { method: "PUT", nth: 3 }, action: { stallHeaders: 100_000 } };

let browser: Browser;
let world: World;
let file: WrittenFile;

beforeAll(async () => {
  browser = await Browser.start();
});
afterEach(() => world.close());
afterAll(() => browser.close());

async function begin(options: EmulatorOptions = {}): Promise<Page> {
  world = await openWorld(browser, options);
  file = await writeRandomFile(join(browser.folder, "report.pdf"), size, 1);
  return world.open();
}

const button = (page: Page, name: string): Locator => page.getByRole("button", { name });
const state = (page: Page): Locator => page.getByRole("status");

async function choose(page: Page, path = file.path): Promise<void> {
  await page.getByLabel(/file|report/i).setInputFiles(path);
}

async function start(page: Page): Promise<void> {
  await choose(page);
  await button(page, "Upload").click();
}

/** Waits until the page shows a state that begins with `text`. */
async function reach(page: Page, text: string): Promise<void> {
  await state(page).filter({ hasText: text }).waitFor();
}

/** Waits until `count` ranges have been answered and the next is under way, and as wanted. */
async function sending(count: number, wanted: (put: ExchangeRecord) => boolean = () => true): Promise<void> {
  const isReached = async () => {
    const puts = (await world.emulator.ledger()).sessions.flatMap(({ exchanges }) => exchanges).filter(isPut);
    const last = puts[count];
    return last !== undefined && last.outcome === undefined && wanted(last);
  };
  while (!(await isReached())) await new Promise((resolve) => setTimeout(resolve, 10));
}

const isPut = ({ method }: { method: string }): boolean => method === "PUT";

/** What must hold at every good end. @returns the session that became the attachment */
async function expectAttached(page: Page, sha256 = file.sha256): Promise<SessionReport> {
  await reach(page, "Attached");
  const { sessions, authLeaks, foreignHeaders } = await world.emulator.ledger();
  expect({ authLeaks, foreignHeaders }).toEqual({ authLeaks: 0, foreignHeaders: {} });
  const attachments = await world.emulator.attachments(item);
  expect(attachments.map((attachment) => [attachment.name, attachment.sha256])).toEqual([["report.pdf", sha256]]);
  const committed = sessions.filter(({ commits }) => commits > 0);
  expect(committed.map(({ commits, sha256 }) => [commits, sha256])).toEqual([[1, sha256]]);
  expect(await stored(page)).toEqual([]);
  await expectDiscreet(page);
  return committed[0]!;
}

/** Nothing secret is shown or said; nothing is said at all but what the browser says of failed requests. */
async function expectDiscreet(page: Page): Promise<void> {
  const { said, secrets } = world.watch(page);
  expect(secrets.size).toBeGreaterThan(0);
  const seen = [await page.content(), ...said].join("\n");
  expect([...secrets].filter((secret) => seen.includes(secret))).toEqual([]);
  expect(said.filter((text) => !text.startsWith("Failed to load resource:"))).toEqual([]);
}

/** What IndexedDB holds. */
function stored(page: Page): Promise<unknown[]> {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open("graphlet-uploads");
        opening.addEventListener("error", () => reject(opening.error as Error));
        opening.addEventListener("success", () => {
          const asked = opening.result.transaction("checkpoints").objectStore("checkpoints").getAll();
          asked.addEventListener("success", () => {
            opening.result.close();
            resolve(asked.result);
          });
        });
      }),
  );
}

describe("undisturbed", () => {
  test("every byte goes out once, and the console stays empty", async () => {
    const page = await begin();
    await start(page);
    const { wireBytes, exchanges } = await expectAttached(page);
    expect([wireBytes, exchanges.filter(isPut).length]).toEqual([size, Math.ceil(size / rangeSize)]);
    expect(world.watch(page).said).toEqual([]);
    expect(await page.locator("#percent").textContent()).toBe("100 %");
    expect(await button(page, "Upload").isEnabled()).toBe(false);
  });

  test.each([
    ["phone", 360, 740, "light"],
    ["desktop", 1280, 800, "dark"],
  ] as const)("the page fits a %s of %i × %i", async (name, width, height, colorScheme) => {
    const page = await begin({ faults: [held] });
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const shoot = async (what: string) => {
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${name}-${what}.png`) });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    };
    await shoot("empty");
    await start(page);
    await sending(2);
    await shoot("uploading");
    await page.reload();
    await shoot("unfinished");
    await start(page);
    await expectAttached(page);
    await shoot("attached");
  });
});

describe("reloaded during a range", () => {
  test.each(["none", "ranges"] as const)("it goes on with the same file; status query: %s", async (statusQuery) => {
    const page = await begin({ statusQuery, faults: [held] });
    await start(page);
    await sending(2);
    await page.reload();
    expect(await page.getByRole("listitem").textContent()).toMatch(/^report\.pdf, .* of 20\.0 MB$/);
    await start(page);
    const { wireBytes } = await expectAttached(page);
    await reach(page, "Attached, continued at");
    expect(wireBytes).toBeLessThanOrEqual(size + rangeSize);
    expect((await world.emulator.ledger()).sessions.length).toBe(1);
  });

  test("while its bytes go out: what had arrived whole is not sent again", async () => {
    const page = await begin({ statusQuery: "ranges" });
    const devtools = await browser.context.newCDPSession(page);
    const speed = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 5_000_000 };
    await devtools.send("Network.emulateNetworkConditions", speed);
    await start(page);
    await sending(2, ({ wireBytes }) => wireBytes > 0 && wireBytes < rangeSize);
    await page.reload();
    await start(page);
    const { wireBytes, exchanges } = await expectAttached(page);
    expect(exchanges.filter(isPut).filter(({ outcome }) => outcome === "aborted").length).toBe(1);
    expect(wireBytes).toBeLessThanOrEqual(size + rangeSize);
  });

  test("a changed file is not mixed in: the old session goes, a new one brings the new content", async () => {
    const page = await begin({ faults: [held] });
    await start(page);
    await sending(2);
    await page.reload();
    const changed = await writeRandomFile(file.path, size, 2);
    await start(page);
    const { wireBytes } = await expectAttached(page, changed.sha256);
    expect(wireBytes).toBe(size);
    const { sessions } = await world.emulator.ledger();
    expect(sessions.map((session) => session.state)).toEqual(["deleted", "completed"]);
  });

  test("and the browser started anew", async () => {
    await start(await begin({ faults: [held] }));
    await sending(2);
    await browser.restart();
    const page = await world.open();
    await start(page);
    const { wireBytes } = await expectAttached(page);
    await reach(page, "Attached, continued at");
    expect(wireBytes).toBeLessThanOrEqual(size + rangeSize);
  });
});

test("a file changed under the page's hands is never attached", async () => {
  const page = await begin({ faults: [slowly] });
  await start(page);
  await sending(2);
  const bytes = await readFile(file.path);
  await writeFile(file.path, bytes.fill(7, size - 1000));
  await reach(page, "Stopped");
  expect(await page.getByRole("alert").textContent()).toMatch(/changed|no longer/);
  const { sessions } = await world.emulator.ledger();
  expect(sessions.map((session) => session.state)).toEqual(["deleted"]);
  expect(await world.emulator.attachments(item)).toEqual([]);
  expect(await stored(page)).toEqual([]);
});

test("a second tab leaves the upload of the first alone, and may have it afterwards", async () => {
  const first = await begin({ faults: [held] });
  await start(first);
  await sending(2);
  const second = await world.open();
  expect(await second.getByRole("listitem").textContent()).toContain("in another tab");
  await start(second);
  await reach(second, "Stopped");
  expect(await second.getByRole("alert").textContent()).toContain("already under way in another tab");
  await first.close();
  await second.waitForFunction(async () => (await navigator.locks.query()).held?.length === 0);
  await button(second, "Resume").click();
  const { wireBytes } = await expectAttached(second);
  expect(wireBytes).toBeLessThanOrEqual(size + rangeSize);
  expect((await world.emulator.ledger()).sessions.length).toBe(1);
});

test("the network may go and come back", async () => {
  const page = await begin({ faults: [slowly] });
  await start(page);
  await sending(2);
  await browser.context.setOffline(true);
  await reach(page, "Waiting: offline");
  await browser.context.setOffline(false);
  const { wireBytes } = await expectAttached(page);
  expect(wireBytes).toBeLessThanOrEqual(size + rangeSize);
});

describe("buttons", () => {
  test("pause keeps what has arrived, resume goes on from there", async () => {
    const page = await begin({ faults: [held] });
    await start(page);
    await sending(2);
    await button(page, "Pause").click();
    await reach(page, "Paused");
    expect((await stored(page)).length).toBe(1);
    expect(await page.getByRole("listitem").count()).toBe(1);
    await button(page, "Resume").click();
    const { wireBytes } = await expectAttached(page);
    expect(wireBytes).toBeLessThanOrEqual(size + rangeSize);
    expect((await world.emulator.ledger()).sessions.length).toBe(1);
  });

  test("cancel leaves nothing behind", async () => {
    const page = await begin({ faults: [held] });
    await start(page);
    await sending(2);
    await button(page, "Cancel").click();
    await reach(page, "Cancelled");
    const { sessions } = await world.emulator.ledger();
    expect(sessions.map((session) => session.state)).toEqual(["deleted"]);
    expect(await world.emulator.attachments(item)).toEqual([]);
    expect(await stored(page)).toEqual([]);
    await expectDiscreet(page);
  });
});

describe("refused", () => {
  test("a redirect is not followed; the upload can be continued", async () => {
    const page = await begin();
    const elsewhere = `${world.origin}/elsewhere`;
    world.emulator.addFaults([{ match: { method: "PUT" }, action: { status: 307, headers: { Location: elsewhere } } }]);
    await start(page);
    await reach(page, "Stopped");
    expect(await page.getByRole("alert").textContent()).toContain("redirect");
    expect(world.requested).not.toContain("/elsewhere");
    await button(page, "Resume").click();
    await expectAttached(page);
  });
});
