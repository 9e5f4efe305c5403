import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulator, type Emulator } from "../../../runtime/emulator/server.js";
import { ids, seedName } from "./fixture/run-shell.js";
import { buildShell, startShell, type ShellProcess, type ShellProgramFile } from "./fixture/shell-process.js";

const item = ["-AttachmentItem", '{"attachmentType":"file","name":"flower","size":3483322}'];
const identity = '{"groupId":"g","conversationId":"c","conversationThreadId":"t","postId":"p"}';

let shell: ShellProgramFile;
let emulator: Emulator;
beforeAll(async () => {
  shell = await buildShell();
  writeFileSync(join(shell.folder, "photo.jpg"), randomBytes(8_000_000));
  writeFileSync(join(shell.folder, "odd.json"), '[{"action":{"sattus":503}}]');
  writeFileSync(join(shell.folder, "plan.json"), '[{"match":{"nth":2},"action":{"status":503}}]');
});
afterAll(() => shell.remove());
beforeEach(async () => {
  emulator = await startEmulator({ token: "emulator-canary-83ac" });
});
afterEach(() => emulator.close());

const start = (...args: string[]): ShellProcess =>
  startShell(shell, args, { GRAPH_BASE_URL: emulator.baseUrl, GRAPH_ACCESS_TOKEN: emulator.token });

describe("signals", () => {
  it.each<["SIGINT" | "SIGTERM", number]>([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ])("%s during an upload deletes the session and ends with %i", async (signal, code) => {
    emulator.addFaults([{ match: { nth: 2 }, action: { stallHeaders: 60_000 } }]);
    const running = start(seedName, ...ids, "-InFile", "photo.jpg", "--progress", "json");
    await running.said(/"range"/);
    running.child.kill(signal);
    const { code: ended, stdout, stderr } = await running.ended;
    expect([ended, stdout]).toEqual([code, ""]);
    expect(stderr).toContain("mg: interrupted");
    expect(stderr).not.toContain(emulator.token);
    expect(JSON.stringify(await emulator.ledger())).toContain("DELETE");
    expect(await emulator.attachments("/groups/g/conversations/c/threads/t/posts/p")).toEqual([]);
  });

  it("SIGINT while waiting for stdin", async () => {
    const running = start(seedName, ...item, "-Verbose");
    await running.said(/reading objects from stdin/);
    running.child.kill("SIGINT");
    expect((await running.ended).code).toBe(130);
  });
});

describe("streams", () => {
  it("objects are bound while stdin is still open", async () => {
    const running = start(seedName, ...item);
    running.child.stdin.write(`${identity}\n`);
    await running.said(/uploadUrl/);
    running.child.stdin.end(`${identity}\n`);
    const { code, stdout } = await running.ended;
    expect([code, stdout.trim().split("\n").length]).toEqual([0, 2]);
  });

  it("a complete command does not wait for an open stdin", async () => {
    expect((await start(seedName, ...ids, ...item).ended).code).toBe(0);
  });

  it("a body comes from stdin", async () => {
    const running = start(seedName, ...ids, "-AttachmentItem", "-");
    running.child.stdin.end(item[1]);
    expect((await running.ended).code).toBe(0);
  });

  it.each([[[seedName, ...ids, ...item]], [["--help"]]])(
    "a reader of stdout that went away is no failure: %j",
    async (args) => {
      const running = start(...args);
      running.child.stdout.destroy();
      const { code, stderr } = await running.ended;
      expect([code, stderr]).toEqual([0, ""]);
    },
  );

  it("and ends a stream of objects", async () => {
    const running = start(seedName, ...item);
    running.child.stdout.destroy();
    running.child.stdin.write(`${identity}\n`);
    expect((await running.ended).code).toBe(0);
  });
});

describe("mg emulator", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("prints what mg needs, serves, and ends with 0 on %s", async (signal) => {
    const running = startShell(shell, ["emulator"], {});
    const [, GRAPH_BASE_URL = "", GRAPH_ACCESS_TOKEN = ""] = await running.said(
      /^export GRAPH_BASE_URL=(http:\/\/127\.0\.0\.1:\d+\/v1\.0)\nexport GRAPH_ACCESS_TOKEN=(\S+)\n$/,
    );
    const args = [seedName, ...ids, "-InFile", "photo.jpg"];
    const attached = await startShell(shell, args, { GRAPH_BASE_URL, GRAPH_ACCESS_TOKEN }).ended;
    expect([attached.code, JSON.parse(attached.stdout)]).toMatchObject([0, { name: "photo.jpg" }]);
    running.child.kill(signal);
    const { code, stderr } = await running.ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining("Ctrl-C") as unknown]);
  });

  it.each<[string[], string, number]>([
    [["--port", "x"], "CannotConvertArgumentNoMessage", 2],
    [["--port=65536"], "CannotConvertArgumentNoMessage", 2],
    [["--prot", "1"], "NamedParameterNotFound", 2],
    [["--slow", "fast"], "CannotConvertArgumentNoMessage", 2],
    [["--slow", "0"], "CannotConvertArgumentNoMessage", 2],
    [["--messages", "-1"], "CannotConvertArgumentNoMessage", 2],
    [["--session-lifetime", "-1"], "CannotConvertArgumentNoMessage", 2],
    [["--strictness", "lax"], "ParameterArgumentValidationError", 2],
    [["--faults", "missing.json"], "FaultPlanUnreadable", 2],
    [["--faults", "photo.jpg"], "InvalidJson", 2],
    [["--faults", "odd.json"], "InvalidFaultPlan", 2],
    [["1"], "PositionalParameterNotFound", 2],
  ])("%j is refused with %s", async (args, id, want) => {
    const { code, stderr } = await startShell(shell, ["emulator", ...args], {}).ended;
    expect([code, /^\+ (\w+),emulator$/m.exec(stderr)?.[1]]).toEqual([want, id]);
  });

  it("follows a fault plan, and takes its time", async () => {
    const running = startShell(shell, ["emulator", "--faults", "plan.json", "--slow", "16mb"], {});
    const [, GRAPH_BASE_URL = "", GRAPH_ACCESS_TOKEN = ""] = await running.said(/URL=(\S+)\n.*TOKEN=(\S+)\n$/);
    const args = [seedName, ...ids, "-InFile", "photo.jpg", "--no-persist"];
    const { code, stderr } = await startShell(shell, args, { GRAPH_BASE_URL, GRAPH_ACCESS_TOKEN }).ended;
    const plan = await fetch(new URL("/__faults", GRAPH_BASE_URL));
    expect([code, stderr]).toEqual([0, expect.stringContaining("waiting") as unknown]);
    expect(await plan.json()).toMatchObject([{ fired: 1 }, { action: { slowRead: 16 * 1024 ** 2 }, fired: 3 }]);
    running.child.kill("SIGINT");
    expect((await running.ended).code).toBe(0);
  });

  it("holds as many messages as it is told", async () => {
    const running = startShell(shell, ["emulator", "--messages", "35"], {});
    const [, url = "", token = ""] = await running.said(/URL=(\S+)\n.*TOKEN=(\S+)\n$/);
    const count = await fetch(`${url}/me/messages/$count`, { headers: { Authorization: `Bearer ${token}` } });
    expect(await count.text()).toBe("35");
    running.child.kill("SIGINT");
    expect((await running.ended).code).toBe(0);
  });

  it("a port that is taken", async () => {
    const { port } = new URL(emulator.url);
    const { code, stderr } = await startShell(shell, ["emulator", "--port", port], {}).ended;
    expect([code, stderr]).toEqual([
      1,
      expect.stringContaining(`cannot listen on port ${port}: EADDRINUSE`) as unknown,
    ]);
  });
});
