import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startEmulator, type Emulator, type Fault } from "../../../runtime/emulator/server.js";
import { mailProgram as program } from "./fixture/mail-commands.js";
import { failureId, run, type Outcome } from "./fixture/run-shell.js";
import { startScriptedServer } from "./fixture/scripted-server.js";

let folder: string;
let emulator: Emulator;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mg-content-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await emulator.close();
});

const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(300_000, "photo")]);

async function start(...faults: Fault[]): Promise<void> {
  emulator = await startEmulator({ faults });
}

function mg(cmdlet: string, args: readonly string[], signal?: AbortSignal): Promise<Outcome> {
  const env = { GRAPH_BASE_URL: emulator.baseUrl, GRAPH_ACCESS_TOKEN: emulator.token };
  return run([cmdlet, "-UserId", "me", ...args], { env, program, cwd: folder, ...(signal && { signal }) });
}
const save = (...args: string[]): Promise<Outcome> => mg("Get-MgUserPhotoContent", args);
const send = (...args: string[]): Promise<Outcome> => mg("Set-MgUserPhotoContent", args);
const path = (name: string): string => join(folder, name);

/** the photo lies at the service, the folder is empty */
async function upload(): Promise<void> {
  writeFileSync(path("me.jpg"), jpeg);
  expect(await send("-InFile", "me.jpg")).toMatchObject({ code: 0, stdout: "", stderr: "" });
  rmSync(path("me.jpg"));
}

describe("-InFile", () => {
  it("sends the file with its length and the type its name tells, and again when throttled", async () => {
    await start({ match: { method: "PUT" }, action: { status: 429, headers: { "Retry-After": "0" } } });
    writeFileSync(path("me.jpg"), jpeg);
    const outcome = await send("-InFile", "me.jpg", "-PassThru", "-Debug");
    expect([outcome.code, outcome.stdout]).toEqual([0, "true\n"]);
    expect(outcome.stderr).toContain("> content-type: image/jpeg\n");
    expect(outcome.stderr.match(/, 300004 B sent/g)).toHaveLength(2);
    expect(await save("-OutFile", "back.jpg")).toMatchObject({ code: 0, stdout: "" });
    expect(readFileSync(path("back.jpg")).equals(jpeg)).toBe(true);
  });

  it("tells the length beforehand", async () => {
    await start();
    const server = await startScriptedServer({ status: 204 });
    writeFileSync(path("me.jpg"), jpeg);
    const env = { GRAPH_BASE_URL: server.baseUrl, GRAPH_ACCESS_TOKEN: "token" };
    const args = ["Set-MgUserPhotoContent", "-UserId", "me", "-InFile", "me.jpg"];
    expect(await run(args, { env, program, cwd: folder })).toMatchObject({ code: 0 });
    server.close();
    const headers = server.requests[0]?.headers;
    expect([headers?.["content-length"], headers?.["transfer-encoding"]]).toEqual(["300004", undefined]);
  });

  it.each([
    ["missing.jpg", "sourceMissing"],
    ["empty.jpg", "emptySource"],
    [".", "sourceNotRegularFile"],
    ["", "ParameterArgumentValidationErrorEmptyStringNotAllowed"],
  ])("%j is refused, and nothing is sent", async (name, id) => {
    await start();
    writeFileSync(path("empty.jpg"), "");
    const outcome = await send("-InFile", name, "-Verbose");
    expect([outcome.code, failureId(outcome)]).toEqual([2, id]);
    expect(outcome.stderr).not.toContain("VERBOSE");
  });

  it("-WhatIf shows what would go", async () => {
    await start();
    writeFileSync(path("me.png"), "12345");
    expect((await send("-InFile", "me.png", "-WhatIf")).json()).toMatchObject({
      method: "PUT",
      headers: { "Content-Type": "image/png" },
      body: "… 5 bytes of me.png",
    });
  });

  it("a stream is nothing to write on a command line", async () => {
    await start();
    expect(failureId(await send("-BodyParameter", "x", "-InFile", "y"))).toBe("NamedParameterNotFound");
    expect((await run(["Set-MgUserPhotoContent", "--help"], { program })).stdout).not.toContain("BodyParameter");
  });
});

describe("-OutFile", () => {
  it("replaces a file, through a link too, and leaves nothing else", async () => {
    await start();
    await upload();
    writeFileSync(path("real.jpg"), "old");
    symlinkSync("real.jpg", path("link.jpg"));
    expect(await save("-OutFile", "link.jpg", "-PassThru")).toMatchObject({ code: 0, stdout: "true\n" });
    expect(statSync(path("real.jpg")).size).toBe(jpeg.length);
    expect(readdirSync(folder).toSorted()).toEqual(["link.jpg", "real.jpg"]);
  });

  it("- is stdout, and a device is written to itself", async () => {
    await start();
    await upload();
    expect((await save("-OutFile", "-")).stdout).toBe(jpeg.toString());
    expect(await save("-OutFile", "/dev/null")).toMatchObject({ code: 0 });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  it("what cannot be written is refused before anything is sent", async () => {
    await start();
    mkdirSync(path("folder"));
    for (const name of ["folder", "no/file.jpg"]) {
      const outcome = await save("-OutFile", name, "-Verbose");
      expect([outcome.code, failureId(outcome)]).toEqual([2, "ParameterArgumentValidationError"]);
      expect(outcome.stderr).not.toContain("VERBOSE");
    }
  });

  it.each<[string, Fault["action"], string]>([
    ["a refusal", { status: 404 }, "ErrorItemNotFound"],
    ["a reply that breaks off", { truncateReply: 1000 }, "UND_ERR_SOCKET"],
  ])("%s leaves the file that was there", async (_, action, id) => {
    await start({ match: { method: "GET" }, action });
    await upload();
    writeFileSync(path("me.jpg"), "old");
    const outcome = await save("-OutFile", "me.jpg", "-PassThru");
    expect([outcome.code, outcome.stdout, failureId(outcome)]).toEqual([1, "", id]);
    expect(readFileSync(path("me.jpg"), "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["me.jpg"]);
  });

  it("Ctrl-C leaves the file that was there", async () => {
    await start({ match: { method: "GET" }, action: { stallReply: 1000 } });
    await upload();
    writeFileSync(path("me.jpg"), "old");
    const controller = new AbortController();
    const ended = mg("Get-MgUserPhotoContent", ["-OutFile", "me.jpg"], controller.signal);
    const isUnderWay = (): boolean =>
      readdirSync(folder).some((name) => name.endsWith(".part") && statSync(path(name)).size === 1000);
    await expect.poll(isUnderWay).toBe(true);
    controller.abort();
    const outcome = await ended;
    expect([outcome.code, failureId(outcome)]).toEqual([130, "Interrupted"]);
    expect(readdirSync(folder)).toEqual(["me.jpg"]);
    expect(readFileSync(path("me.jpg"), "utf8")).toBe("old");
  });

  it("a full disk is no failure of the network", async () => {
    await start();
    await upload();
    const outcome = await save("-OutFile", "/dev/full");
    expect([outcome.code, failureId(outcome)]).toEqual([1, "OutFileUnwritable"]);
    expect(outcome.stderr).toContain("Cannot write /dev/full: ENOSPC.");
  });
});
