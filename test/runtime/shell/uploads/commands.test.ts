import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { UploadCheckpointData } from "../../../../runtime/graph/upload-checkpoint.js";
import type { Checkpoint } from "../../../../runtime/upload/checkpoint.js";
import { fileCheckpoints, openFile } from "../../../../runtime/upload/node/index.js";
import { showTable } from "../../../../runtime/shell/table.js";
import { showAge, showTime } from "../../../../runtime/shell/units.js";
import { uploadsDirectory } from "../../../../runtime/shell/uploads/state-directory.js";
import { uploadId } from "../../../../runtime/shell/uploads/upload-id.js";
import { failureId, run, seedName, type Surroundings } from "../fixture/run-shell.js";

const canary = "canary-9e1f";
const hour = 3_600_000;
let folder: string;
let photo: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mg-uploads-"));
  photo = join(folder, "photo.jpg");
  writeFileSync(photo, Buffer.alloc(100_000, 7));
});
afterEach(() => rmSync(folder, { recursive: true }));

const uploads = (args: string[], surroundings: Surroundings = {}) =>
  run(["uploads", ...args], { env: { GRAPH_STATE_DIR: folder }, ...surroundings });

/** Puts an upload into the store, as `-InFile` leaves it. */
async function keep(key: string, changes: Partial<Checkpoint> = {}, data: Partial<UploadCheckpointData> = {}) {
  const source = await openFile(photo);
  await source.close();
  const record = await fileCheckpoints(join(folder, "uploads")).open(key);
  const note = { cmdlet: seedName, parameterSet: "CreateExpanded", parameters: { InFile: "photo.jpg", GroupId: "g" } };
  const now = Date.now();
  await record.write({
    dialect: "outlook",
    uploadUrl: `https://outlook.office.com/x?authtoken=${canary}`,
    expires: now + hour,
    size: source.size,
    fingerprint: source.fingerprint ?? "",
    rangeSize: 3_932_160,
    position: 40_000,
    mayBeComplete: false,
    recreations: 0,
    createdAt: now - 2 * hour,
    updatedAt: now,
    data: { file: photo, name: "photo.jpg", item: "https://graph.microsoft.com/v1.0/me/messages/m", note, ...data },
    ...changes,
  });
  await record.close();
  return uploadId(key);
}

const states = async () =>
  ((await uploads(["list"])).json() as { id: string; state: string }[]).map(({ id, state }) => [id, state]);

describe("list", () => {
  it("tells the state of each", async () => {
    const waiting = await keep("waiting");
    const expired = await keep("expired", { expires: Date.now() - hour, createdAt: 1 });
    const changed = await keep("changed", { fingerprint: "other", createdAt: 2 });
    const missing = await keep("missing", { createdAt: 3 }, { file: join(folder, "nothing.jpg") });
    const foreign = await keep("foreign", { data: "of another program", createdAt: 4 });
    const running = await keep("running", { createdAt: Date.now() });
    const lock = await fileCheckpoints(join(folder, "uploads")).open("running");
    expect(await states()).toEqual([
      [foreign, "unreadable"],
      [expired, "expired"],
      [changed, "file changed"],
      [missing, "file missing"],
      [waiting, "waiting"],
      [running, "running"],
    ]);
    await lock.close();
  });

  it("is a table on a terminal, as wide as that", async () => {
    const id = await keep("waiting", {}, { item: `https://graph.microsoft.com/v1.0/me/messages/${"A".repeat(150)}` });
    const { stdout } = await uploads(["list"], { terminal: true });
    const [heading = "", row = ""] = stdout.split("\n");
    expect(heading).toMatch(/^ID +FILE +TO +PROGRESS +AGE +STATE$/);
    expect(row).toMatch(new RegExp(`^${id} +….*photo\\.jpg +…A+ +40 % of 0\\.1 MB +2 h +waiting$`));
    expect(row.length).toBeLessThanOrEqual(80);
    expect((await uploads(["list", "--output", "none"])).stdout).toBe("");
  });

  it("of nothing", async () => {
    expect(await uploads(["list"])).toMatchObject({ code: 0, stdout: "[]\n", stderr: "" });
    expect(await uploads(["list"], { terminal: true })).toMatchObject({ code: 0, stdout: "" });
    expect((await uploads(["list"], { env: {} })).json()).toEqual([]);
  });

  it("of a damaged checkpoint, whose id stays", async () => {
    const id = await keep("waiting");
    const { stdout } = await uploads(["show", id]);
    expect(stdout).toContain("waiting");
    const directory = join(folder, "uploads");
    const name = readdirSync(directory).find((each) => each.startsWith(id)) ?? "";
    writeFileSync(join(directory, name), "graphlet-checkpoint 1 00000000\n{}");
    expect(await states()).toEqual([[id, "unreadable"]]);
    expect((await uploads(["resume", id])).stderr).toContain("cannot be read");
    expect((await uploads(["clean"])).stderr).toContain(`${id}  removed, unreadable`);
    expect(await states()).toEqual([]);
  });

  it("of a folder that others may enter is refused with what helps", async () => {
    await keep("waiting");
    chmodSync(join(folder, "uploads"), 0o777);
    const outcome = await uploads(["list"]);
    expect([outcome.code, failureId(outcome)]).toEqual([1, "checkpointFailed"]);
  });
});

it("clean forgets what is over, and says so first; what may be attached stays", async () => {
  const waiting = await keep("waiting");
  const expired = await keep("expired", { expires: 1 });
  const complete = await keep("complete", { expires: 1, mayBeComplete: true });
  const whatIf = await uploads(["clean", "-WhatIf"]);
  expect(whatIf.stderr).toContain('What if: Performing the operation "Clean"');
  expect(await states()).toHaveLength(3);
  const { code, stderr } = await uploads(["clean"]);
  expect(code).toBe(0);
  expect(stderr).toContain(`${expired}  removed, expired: ${photo} to /me/messages/m`);
  expect(stderr).toContain(`${complete}  kept: resume it to find out whether the file is there`);
  expect((await states()).map(([id]) => id).toSorted()).toEqual([waiting, complete].toSorted());
});

it("cancel of an expired one asks nobody", async () => {
  const id = await keep("expired", { expires: 1 });
  expect(await uploads(["cancel", id])).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("cancelled") as unknown,
  });
  expect(await states()).toEqual([]);
});

it("cancel sends nothing to a host that is not the service's", async () => {
  const id = await keep("evil", { uploadUrl: `https://evil.example/?authtoken=${canary}` });
  const outcome = await uploads(["cancel", id]);
  expect([outcome.code, failureId(outcome)]).toEqual([1, "uploadUrlRefused"]);
  expect(await states()).toHaveLength(1);
});

it("resume needs a token", async () => {
  const id = await keep("waiting");
  expect(await uploads(["resume", id])).toMatchObject({ code: 4 });
});

describe("misuse", () => {
  it.each<[string[], string, string]>([
    [[], "CommandMissing", "list, show, resume, cancel, clean"],
    [["--all"], "CommandMissing", "list, show, resume, cancel, clean"],
    [["lst"], "CommandNotFoundException", "did you mean list?"],
    [["toString"], "CommandNotFoundException", "the commands are"],
    [["show"], "UploadMissing", "give the id"],
    [["resume"], "UploadMissing", "or --all"],
    [["show", "abc"], "UploadNotFound", "none is kept"],
    [["show", "a", "b"], "PositionalParameterNotFound", "'b'"],
    [["show", "--all"], "NamedParameterNotFound", "'all'"],
    [["list", "abc"], "PositionalParameterNotFound", "'abc'"],
    [["cancel", "--all", "abc"], "PositionalParameterNotFound", "'abc'"],
    [["list", "--output", "xml"], "ParameterArgumentValidationError", "json, table, none"],
  ])("%j is refused with %s", async (args, id, text) => {
    const outcome = await uploads(args);
    expect([outcome.code, failureId(outcome), outcome.stdout]).toEqual([2, id, ""]);
    expect(outcome.stderr).toContain(text);
  });

  it("an id that is not there, or begins several", async () => {
    const [one, other] = [await keep("one"), await keep("other")];
    expect((await uploads(["show", "zz"])).stderr).toContain(one);
    const outcome = await uploads(["show", ""]);
    expect([outcome.code, failureId(outcome)]).toEqual([2, "UploadNotFound"]);
    expect(one).not.toBe(other);
  });
});

it("no command shows the upload URL", async () => {
  const id = await keep("waiting", { mayBeComplete: true });
  for (const args of [["list"], ["show", id], ["list", "--output", "table"], ["show", id, "--output", "table"]]) {
    const { stdout, stderr } = await uploads(args);
    expect(stdout + stderr).not.toContain(canary);
  }
  const { uploadUrl } = (await uploads(["show", id])).json() as { uploadUrl: string };
  expect(uploadUrl).toMatch(/^https:\/\/outlook\.office\.com\/…#sha256:[\da-f]{8}$/);
});

describe("where uploads are kept", () => {
  it.each<[Record<string, string>, NodeJS.Platform, string | undefined]>([
    [{ GRAPH_STATE_DIR: "/s", HOME: "/h" }, "linux", "/s/uploads"],
    [{ GRAPH_STATE_DIR: "s" }, "linux", "/cwd/s/uploads"],
    [{ GRAPH_STATE_DIR: " ", HOME: "/h" }, "linux", "/h/.local/state/graphlet/uploads"],
    [{ XDG_STATE_HOME: "/x", HOME: "/h" }, "linux", "/x/graphlet/uploads"],
    [{ XDG_STATE_HOME: "x", HOME: "/h" }, "linux", "/h/.local/state/graphlet/uploads"],
    [{ HOME: "/Users/a" }, "darwin", "/Users/a/Library/Application Support/graphlet/uploads"],
    [{ LOCALAPPDATA: "C:\\Users\\a\\AppData\\Local" }, "win32", "C:\\Users\\a\\AppData\\Local\\graphlet\\uploads"],
    [{}, "linux", undefined],
    [{}, "win32", undefined],
  ])("%j on %s: %s", (env, platform, want) => {
    expect(uploadsDirectory({ env, cwd: "/cwd" }, platform)).toBe(want);
  });
});

it("a table that does not fit shows the ends of the widest columns", () => {
  const rows = [["1", "/home/ada/pictures/photo.jpg", "x"]];
  expect(showTable(["ID", "FILE", "TO"], rows)).toBe(
    "ID  FILE                          TO\n1   /home/ada/pictures/photo.jpg  x",
  );
  expect(showTable(["ID", "FILE", "TO"], rows, 20)).toBe(
    "ID  FILE          TO\n1   …/photo.jpg  x".replace("…/p", "…s/p"),
  );
  expect(showTable(["A"], [["\u001b[31m"]])).toBe("A\n\\u{1b}[31m");
});

it.each([
  [999, "0 s"],
  [59_000, "59 s"],
  [61_000, "1 min"],
  [2 * hour, "2 h"],
  [49 * hour, "2 d"],
  [-5, "0 s"],
])("an age of %i ms is %s", (ms, want) => {
  expect(showAge(1e12, 1e12 + ms)).toBe(want);
});

it("a time of another day has its date", () => {
  const [time, now] = [new Date(2026, 0, 2, 3, 4), new Date(2026, 0, 2, 23, 0)];
  expect(showTime(time.getTime(), now.getTime())).toBe("03:04");
  expect(showTime(time.getTime(), now.getTime() + 2 * hour)).toBe("2026-01-02 03:04");
});
