import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ids, seedName } from "../fixture/run-shell.js";
import { buildShell, type ShellProcess, type ShellProgramFile } from "../fixture/shell-process.js";
import { rangeSize, secrets, size, UploadBench } from "./upload-process.js";

let shell: ShellProgramFile;
let bench: UploadBench;
beforeAll(async () => {
  shell = await buildShell();
});
afterAll(() => shell.remove());
beforeEach(async () => {
  bench = await UploadBench.open(shell);
});
afterEach(() => bench.emulator.close());

async function end(running: ShellProcess) {
  const ended = await running.ended;
  for (const text of [ended.stdout, ended.stderr]) {
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
  return ended;
}

async function kill(running: ShellProcess, signal: "SIGINT" | "SIGTERM" | "SIGKILL") {
  running.child.kill(signal);
  return end(running);
}

/** The file is attached once and whole, at the cost of one range at most, and nothing is left anywhere. */
async function expectAttached(sessions: string[] = ["completed"]): Promise<void> {
  const ledger = await bench.ledger();
  expect(ledger).toMatchObject({ attached: [bench.sha256], sessions, acceptedOnce: true, authLeaks: 0 });
  expect(ledger.orphanSessions).toEqual([]);
  // a session given up costs what it had
  expect(ledger.wireBytes).toBeLessThanOrEqual(size + rangeSize + (sessions.length - 1) * 5 * rangeSize);
  expect(bench.stored()).toEqual([]);
}

describe("the same command again", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("continues what %s interrupted", async (signal) => {
    const first = await kill(await bench.attachHalf(), signal);
    expect([first.code, first.stdout]).toEqual([75, ""]);
    expect(first.stderr).toMatch(/^mg: Interrupted at 7\.9 of 20\.0 MB; what has arrived is kept\.$/m);
    expect(first.stderr).toMatch(/^ {2}the same command continues it, also: mg uploads resume [\da-f]{8}$/m);
    const second = await end(bench.attach());
    expect(second.stderr).toMatch(/^photo\.jpg {2}continuing at \d+\.\d of 20\.0 MB, begun \d\d:\d\d$/m);
    expect([second.code, JSON.parse(second.stdout)]).toMatchObject([0, { name: "photo.jpg" }]);
    await expectAttached();
  });

  it("continues what kill -9 ended, and as often as it takes", async () => {
    expect(await kill(await bench.attachHalf(), "SIGKILL")).toMatchObject({ code: null, stdout: "" });
    const again = bench.attach("--progress", "json");
    await again.said(/"event":"resumed"/);
    await again.said(/"event":"range"/);
    await kill(again, "SIGKILL");
    const last = await end(bench.attach());
    expect([last.code, last.stderr]).toEqual([0, expect.stringContaining("continuing at") as unknown]);
    const { wireBytes, ...ledger } = await bench.ledger();
    expect(ledger).toMatchObject({ attached: [bench.sha256], sessions: ["completed"], acceptedOnce: true });
    expect(wireBytes).toBeLessThanOrEqual(size + 2 * rangeSize);
  });

  it.each(["SIGKILL", "SIGINT"] as const)(
    "finds the file attached when %s lost only the last reply",
    async (signal) => {
      bench.emulator.addFaults([{ match: { last: true }, action: { keep: true, stallHeaders: 600_000 } }]);
      const running = bench.attach("--progress", "json");
      await bench.hasStruck();
      while ((await bench.ledger()).attached.length === 0) await setTimeout(20);
      await kill(running, signal);
      expect((await end(bench.attach())).code).toBe(0);
      await expectAttached();
    },
  );

  it("begins anew when the file has changed, and deletes the session of the old one", async () => {
    await kill(await bench.attachHalf(), "SIGINT");
    bench.writeFile();
    const { code, stderr } = await end(bench.attach());
    expect(stderr).toMatch(
      /^WARNING: photo\.jpg has changed since its upload began, \d\d:\d\d; it is uploaded anew\.$/m,
    );
    expect(code).toBe(0);
    await expectAttached(["deleted", "completed"]);
  });

  it("begins anew when the session is gone", async () => {
    await kill(await bench.attachHalf(), "SIGINT");
    bench.emulator.addFaults([{ action: { discardSession: true } }]);
    const { code } = await end(bench.attach());
    expect(code).toBe(0);
    await expectAttached(["discarded", "completed"]);
  });

  it("is another one when it describes the file otherwise", async () => {
    await kill(await bench.attachHalf(), "SIGINT");
    const { code, stderr } = await end(bench.attach("-AttachmentItem", "@{IsInline=$true}"));
    expect([code, stderr]).toEqual([0, expect.not.stringContaining("continuing") as unknown]);
    expect((await bench.ledger()).sessions).toEqual(["open", "completed"]);
  });

  it("is refused while the first is under way", async () => {
    const running = await bench.attachHalf();
    const { code, stderr } = await end(bench.attach());
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^mg: .*another process.*\n\+ locked,/im) as unknown]);
    await kill(running, "SIGINT");
    expect((await end(bench.attach())).code).toBe(0);
    await expectAttached();
  });

  it("keeps nothing with --no-persist: Ctrl-C deletes the session", async () => {
    const { code, stderr } = await kill(await bench.attachHalf("--no-persist"), "SIGINT");
    expect([code, stderr]).toEqual([130, expect.stringContaining("mg: interrupted") as unknown]);
    expect(await bench.ledger()).toMatchObject({ sessions: ["deleted"], attached: [] });
  });

  it("goes on without keeping where nothing can be kept", async () => {
    appendFileSync(`${bench.state}/uploads`, "a file where the folder should be");
    const { code, stderr } = await end(bench.attach());
    expect([code, stderr]).toEqual([
      0,
      expect.stringMatching(
        /^WARNING: The upload cannot be continued should it be interrupted: .*not a directory/m,
      ) as unknown,
    ]);
    expect((await bench.ledger()).attached).toEqual([bench.sha256]);
  });

  it("a service that has enough for now keeps what it has", async () => {
    bench.emulator.addFaults([{ match: { nth: 3 }, action: { status: 429, headers: { "Retry-After": "3000" } } }]);
    const { code, stderr } = await end(bench.attach());
    expect(code).toBe(75);
    expect(stderr).toMatch(/^\+ throttled,/m);
    expect(stderr).toMatch(/^ {2}7\.9 of 20\.0 MB have arrived and are kept; the same command continues it/m);
  });
});

it("a second Ctrl-C ends at once", async () => {
  // deleting the session would take the first one a second
  bench.emulator.addFaults([{ match: { method: "DELETE" }, action: { stallHeaders: 600_000 } }]);
  const running = bench.attach("--progress", "json", "--no-persist");
  await running.said(/"range"/);
  running.child.kill("SIGINT");
  await bench.hasStruck();
  running.child.kill("SIGINT");
  expect(await once(running.child, "exit")).toEqual([null, "SIGINT"]);
});

describe("mg uploads resume", () => {
  it("continues without the command, from anywhere", async () => {
    const { stderr: interrupted } = await kill(await bench.attachHalf(), "SIGINT");
    const [, id = ""] = /resume ([\da-f]{8})/.exec(interrupted) ?? [];
    const { code, stdout, stderr } = await end(bench.uploads("resume", id.slice(0, 5)));
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { name: "photo.jpg" }]);
    expect(stderr).toContain(`${id}  ${bench.path} to /groups/g/conversations/c/threads/t/posts/p\n`);
    expect(stderr).toContain("continuing at");
    await expectAttached();
  });

  it("continues all, among them one whose identifiers came through stdin", async () => {
    bench.emulator.addFaults([{ match: { nth: 3 }, action: { stallHeaders: 600_000 } }]);
    const running = bench.start(seedName, "-InFile", bench.path, "--progress", "json");
    running.child.stdin.end('{"groupId":"g","conversationId":"c","conversationThreadId":"t","postId":"p"}\n');
    await bench.hasStruck();
    const { code, stderr } = await kill(running, "SIGINT");
    expect([code, stderr]).toEqual([75, expect.stringMatching(/^ {2}continue it with: mg uploads resume/m) as unknown]);
    expect((await end(bench.uploads("resume", "--all"))).code).toBe(0);
    await expectAttached();
  });

  it("does not take an upload to another service", async () => {
    await kill(await bench.attachHalf(), "SIGINT");
    const other = await UploadBench.open(shell);
    const environment = { GRAPH_STATE_DIR: bench.state };
    const { code, stderr } = await end(other.startWith(environment, "uploads", "resume", "--all"));
    await other.emulator.close();
    expect([code, stderr]).toEqual([2, expect.stringContaining(`goes to ${bench.emulator.baseUrl}`) as unknown]);
    expect((await other.emulator.ledger()).requests).toBe(0);
  });
});

describe("mg uploads cancel", () => {
  it("deletes the session and forgets it", async () => {
    await kill(await bench.attachHalf(), "SIGKILL");
    expect((await end(bench.uploads("cancel", "--all", "-WhatIf"))).stderr).toMatch(/^What if: /);
    expect(bench.stored()).not.toEqual([]);
    const { code, stderr } = await end(bench.uploads("cancel", "--all"));
    expect([code, stderr]).toEqual([0, expect.stringContaining("cancelled: ") as unknown]);
    expect(await bench.ledger()).toMatchObject({ sessions: ["deleted"], attached: [], authLeaks: 0 });
    expect(bench.stored()).toEqual([]);
  });

  it("leaves alone what another process has", async () => {
    const running = await bench.attachHalf();
    const { code, stderr } = await end(bench.uploads("cancel", "--all"));
    expect([code, stderr]).toEqual([1, expect.stringContaining("+ locked,") as unknown]);
    expect((await kill(running, "SIGINT")).code).toBe(75);
  });

  it("keeps what the service did not delete", async () => {
    await kill(await bench.attachHalf(), "SIGINT");
    bench.emulator.addFaults([{ match: { method: "DELETE" }, action: { status: 503 } }]);
    const { code, stderr } = await end(bench.uploads("cancel", "--all"));
    expect([code, stderr]).toEqual([1, expect.stringContaining("it answered 503") as unknown]);
    expect(bench.stored()).toHaveLength(1);
  });
});

it("a command line for each: list, show, clean", async () => {
  await kill(await bench.attachHalf(), "SIGINT");
  const list = JSON.parse((await end(bench.uploads("list"))).stdout) as Record<string, unknown>[];
  expect(list).toEqual([
    {
      id: expect.stringMatching(/^[\da-f]{8}$/) as unknown,
      state: "waiting",
      file: bench.path,
      name: "photo.jpg",
      item: `${bench.emulator.baseUrl}/groups/g/conversations/c/threads/t/posts/p`,
      cmdlet: seedName,
      bytes: 2 * rangeSize,
      size,
      begun: expect.stringMatching(/Z$/) as unknown,
      updated: expect.stringMatching(/Z$/) as unknown,
      expires: expect.stringMatching(/Z$/) as unknown,
    },
  ]);
  const shown = await end(bench.uploads("show", String(list[0]?.["id"])));
  expect(JSON.parse(shown.stdout)).toMatchObject({
    ...list[0],
    parameterSet: "CreateExpanded",
    parameters: { InFile: bench.path, GroupId: ids[1] },
    dialect: "outlook",
    attachmentsBefore: 0,
    uploadUrl: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/…#sha256:[\da-f]{8}$/) as unknown,
  });
  const clean = await end(bench.uploads("clean"));
  expect([clean.code, clean.stderr, bench.stored().length]).toEqual([0, "There is nothing to clean.\n", 1]);
});
