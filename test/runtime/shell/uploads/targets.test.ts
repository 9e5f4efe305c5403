import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulator, type Emulator } from "../../../../runtime/emulator/server.js";
import { buildShell, startShell, type ShellProcess, type ShellProgramFile } from "../fixture/shell-process.js";

const token = "emulator-canary-8a44";
/** three ranges of the longest default there is */
const size = 24_000_000;

const kinds = [
  ["UserMessageAttachment", ["-UserId", "u", "-MessageId", "m"], { name: "film.bin", isInline: false }],
  ["UserTodoListTaskAttachment", ["-UserId", "u", "-TodoTaskListId", "l", "-TodoTaskId", "t"], { name: "film.bin" }],
  ["UserDriveRoot", ["-UserId", "u", "-DriveId", "d"], { name: "film.bin", size }],
  ["DriveItem", ["-DriveId", "d", "-DriveItemId", "root:/Films/one.bin:"], { name: "one.bin", size }],
  [
    "PrintPrinterJobDocument",
    ["-PrinterId", "p", "-PrintJobId", "j", "-PrintDocumentId", "d"],
    { displayName: "film.bin", size },
  ],
] as const;
const versions = ["v1.0", "beta"] as const;
const cases = versions.flatMap((version) =>
  kinds.map(([noun, ids, item]) => {
    const name = `New-Mg${version === "beta" ? "Beta" : ""}${noun}UploadSession`;
    return { name, args: [name, ...ids], item, version, noun };
  }),
);

let shell: ShellProgramFile;
let emulator: Emulator;
let state: string;
let path: string;
let sha256: string;

beforeAll(async () => {
  shell = await buildShell("uploads-bin");
});
afterAll(() => shell.remove());
beforeEach(async () => {
  emulator = await startEmulator({ token, limits: { todo: { sessionMaximum: 30_000_000 } } });
  state = mkdtempSync(join(shell.folder, "state-"));
  path = join(state, "film.bin");
  sha256 = write(size);
});
afterEach(() => emulator.close());

function write(length: number): string {
  const bytes = randomBytes(length);
  writeFileSync(path, bytes);
  return createHash("sha256").update(bytes).digest("hex");
}

function start(...args: string[]): ShellProcess {
  const variables = { GRAPH_BASE_URL: emulator.url, GRAPH_ACCESS_TOKEN: token, GRAPH_STATE_DIR: state };
  return startShell(shell, args, variables);
}

async function end(running: ShellProcess) {
  const ended = await running.ended;
  for (const text of [ended.stdout, ended.stderr]) expect(text).not.toMatch(/canary|authtoken=|tempauth|%7BuploadUrl/);
  return { ...ended, json: () => JSON.parse(ended.stdout) as unknown };
}

async function run(...args: string[]) {
  return end(start(...args));
}

/** Uploads until the first range has arrived, then sends the signal. */
async function interrupt(args: readonly string[], signal: "SIGKILL" | "SIGINT") {
  emulator.addFaults([{ match: { nth: 2 }, action: { stallHeaders: 600_000 } }]);
  const running = start(...args, "-InFile", path);
  while (emulator.faults().some(({ fired }) => fired === 0)) await setTimeout(20);
  running.child.kill(signal);
  return end(running);
}

const stored = (): string[] => readdirSync(join(state, "uploads"));

/** The file is there once and whole, and nothing is left anywhere. */
async function expectUploaded(states = ["completed"]): Promise<void> {
  const { sessions, authLeaks, foreignHeaders, orphanSessions } = await emulator.ledger();
  expect(sessions.map((session) => session.state)).toEqual(states);
  expect(sessions.at(-1)).toMatchObject({ commits: 1, sha256 });
  expect({ authLeaks, foreignHeaders, orphanSessions }).toEqual({
    authLeaks: 0,
    foreignHeaders: {},
    orphanSessions: [],
  });
  expect(stored()).toEqual([]);
}

describe.each(cases)("$name -InFile", ({ args, item, version }) => {
  it("uploads the file and prints what it has become", async () => {
    const { code, json } = await run(...args, "-InFile", path);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ id: expect.any(String) as unknown, ...item });
    await expectUploaded();
    const paths = (await emulator.ledger()).exchanges.map((exchange) => exchange.path);
    expect(new Set(paths.map((each) => each.split("/")[1]))).toEqual(new Set([version]));
  });

  it("goes on after kill -9", async () => {
    expect(await interrupt(args, "SIGKILL")).toMatchObject({ code: null, stdout: "" });
    const { code, json, stderr } = await run(...args, "-InFile", path);
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(/^film\.bin {2}continuing at \d+\.\d of 24\.0 MB/m) as unknown,
    ]);
    expect(json()).toMatchObject(item);
    await expectUploaded();
  });
});

describe.each(cases.filter(({ version }) => version === "v1.0"))("$name -InFile", ({ args, item }) => {
  it("is listed when interrupted, and resumed by its id", async () => {
    const { code, stderr } = await interrupt(args, "SIGINT");
    expect([code, stderr]).toEqual([75, expect.stringContaining("mg uploads resume ") as unknown]);
    const list = (await run("uploads", "list")).json() as { id: string }[];
    expect(list).toMatchObject([{ state: "waiting", file: path, cmdlet: args[0], size }]);
    const resumed = await run("uploads", "resume", list[0]!.id);
    expect([resumed.code, resumed.json()]).toMatchObject([0, item]);
    await expectUploaded();
  });

  it("is given up by uploads cancel", async () => {
    await interrupt(args, "SIGINT");
    const { code, stderr } = await run("uploads", "cancel", "--all");
    expect([code, stderr]).toEqual([0, expect.stringMatching(/^[\da-f]{8} {2}cancelled: /) as unknown]);
    const { sessions, authLeaks } = await emulator.ledger();
    expect([sessions.map((session) => session.state), authLeaks, stored()]).toEqual([["deleted"], 0, []]);
  });

  it("begins anew when the file has changed", async () => {
    await interrupt(args, "SIGINT");
    sha256 = write(size);
    const { code, stderr, json } = await run(...args, "-InFile", path);
    expect([code, stderr]).toEqual([0, expect.stringContaining("has changed since its upload began") as unknown]);
    expect(json()).toMatchObject(item);
    await expectUploaded(["deleted", "completed"]);
  });

  it("sends nothing for a file that is none", async () => {
    for (const [file, id] of [
      ["missing.bin", "sourceMissing"],
      [".", "sourceNotRegularFile"],
    ] as const) {
      const { code, stderr } = await run(...args, "-InFile", file);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`+ ${id},`) as unknown]);
    }
    expect((await emulator.ledger()).requests).toBe(0);
  });

  it("-WhatIf shows the session and the ranges, and sends nothing", async () => {
    const { code, json } = await run(...args, "-InFile", path, "-WhatIf");
    expect(code).toBe(0);
    expect(json()).toMatchObject({
      method: "POST",
      url: expect.stringMatching(/\/createUploadSession$/) as unknown,
      ranges: { first: expect.stringMatching(/^bytes 0-\d+\/24000000$/) as unknown },
    });
    expect((await emulator.ledger()).requests).toBe(0);
  });
});

describe("a drive", () => {
  const root = ["New-MgUserDriveRootUploadSession", "-UserId", "u", "-DriveId", "d", "-InFile"];
  const rename = ["-Item", "@{'@microsoft.graph.conflictBehavior'='rename'}"];

  it("tells that a name is taken before anything is sent, and how to go on", async () => {
    await put();
    const { code, stderr } = await run(...root, path);
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^mg: There is a file called film\.bin already: nothing was sent\.$/m) as unknown,
    ]);
    expect(stderr).toContain("+ conflict,");
    expect(stderr).toContain("'@microsoft.graph.conflictBehavior'='replace'");
    expect([(await emulator.ledger()).sessions, stored()]).toEqual([[], []]);
    const replaced = await run(...root, path, "-Item", "@{'@microsoft.graph.conflictBehavior'='replace'}");
    expect([replaced.code, await files()]).toEqual([0, [["/film.bin", sha256]]]);
  });

  it("keeps what has arrived when the name was taken meanwhile; the same command with rename ends it", async () => {
    emulator.addFaults([{ match: { nth: 2 }, action: { stallHeaders: 1000 } }]);
    const running = start(...root, path);
    while (emulator.faults().some(({ fired }) => fired === 0)) await setTimeout(20);
    await put();
    const { code, stderr } = await end(running);
    expect([code, stderr]).toEqual([75, expect.stringContaining("+ nameAlreadyExists,") as unknown]);
    expect(stderr).toContain("all has arrived and is kept: the same command with -Item");
    const ended = await run(...root, path, ...rename);
    expect([ended.code, ended.json()]).toMatchObject([0, { name: "film 1.bin" }]);
    const { sessions } = await emulator.ledger();
    expect(sessions.map(({ wireBytes }) => wireBytes)).toEqual([size]);
    expect(await files()).toContainEqual(["/film 1.bin", sha256]);
  });

  it("takes what -Item says of the file, and -DeferCommit", async () => {
    const { code, json } = await run(...root, path, "-DeferCommit", "-Item", "@{Name='two.bin';Description='x'}");
    expect([code, json()]).toMatchObject([0, { name: "two.bin" }]);
    expect(await files()).toEqual([["/two.bin", sha256]]);
  });

  it.each([
    ["@{FileSize=5}", "size is 5, but the file has 24000000 bytes"],
    ["@{'@microsoft.graph.conflictBehavior'='maybe'}", "is one of fail, replace, rename"],
  ])("refuses %s", async (given, why) => {
    const { code, stderr } = await run(...root, path, "-Item", given);
    expect([code, stderr]).toEqual([2, expect.stringContaining(why) as unknown]);
  });

  it("takes an empty file in one request", async () => {
    write(0);
    const planned = (await run(...root, path, "-WhatIf")).json();
    expect(planned).toMatchObject({
      method: "PUT",
      url: expect.stringMatching(/root:\/film\.bin:\/content$/) as unknown,
    });
    const { code, json } = await run(...root, path);
    expect([code, json()]).toMatchObject([0, { name: "film.bin", size: 0 }]);
  });

  it("a help page says what -InFile does there", async () => {
    const { stdout } = await run("New-MgUserDriveRootUploadSession", "--help");
    expect(stdout.replace(/\s+/g, " ")).toContain("What -Item says (name, description, fileSystemInfo) wins.");
  });
});

const files = async () => (await emulator.files("/drives/d")).map((each) => [each.path, each.sha256]);

async function put(): Promise<void> {
  await fetch(`${emulator.baseUrl}/drives/d/root:/film.bin:/content`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" },
    body: "before",
  });
}
