import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contents } from "../write/folder.js";

const main = resolve("dist/main.js");
const specs = resolve("specs");

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "graphlet-process-"));
  out = join(folder, "out");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function graphlet(args: string[], { env = {}, cwd = ".", node = [] as string[] } = {}) {
  return spawnSync(process.execPath, [...node, main, ...args], {
    encoding: "utf8",
    cwd,
    env: { ...process.env, ...env },
  });
}

test("check writes nothing, as Node's permission model proves", () => {
  const permission = ["--permission", "--experimental-permission"].find((flag) =>
    process.allowedNodeEnvironmentFlags.has(flag),
  );
  const node = [permission ?? "", "--allow-fs-read=*", "--allow-addons"];
  const { status, stdout, stderr } = graphlet(["generate", "--check"], { node });
  expect([status, stderr.includes("ERR_"), stdout]).toEqual([0, false, expect.stringContaining("generated is fresh")]);
  const { status: refused, stderr: reason } = graphlet(["generate", "--specs", specs, "--out", out], { node });
  expect([refused === 0, reason]).toEqual([false, expect.stringContaining("ERR_ACCESS_DENIED")]);
});

test("other time zone, locale and folder, same bytes", async () => {
  graphlet(["generate", "--specs", specs, "--out", out]);
  const env = { TZ: "Asia/Kolkata", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", HOME: folder, NO_COLOR: "1" };
  expect(graphlet(["generate", "--specs", specs, "--out", "other"], { cwd: folder, env }).status).toBe(0);
  expect(await contents(join(folder, "other"))).toEqual(await contents(out));
  expect(await readFile(join(folder, "other/MANIFEST.json"))).toEqual(await readFile(join(out, "MANIFEST.json")));
});

test("killed at any time, the next run makes it whole", async () => {
  graphlet(["generate", "--specs", specs, "--out", join(folder, "whole")]);
  const whole = await contents(join(folder, "whole"));
  for (const milliseconds of [250, 300, 350, 400, 450, 500]) {
    const child = spawn(process.execPath, [main, "generate", "--specs", specs, "--out", out], { stdio: "ignore" });
    const ended = once(child, "exit");
    await Promise.race([delay(milliseconds), ended]);
    child.kill("SIGKILL");
    await ended;
  }
  expect(graphlet(["generate", "--specs", specs, "--out", out]).status).toBe(0);
  expect(await contents(out)).toEqual(whole);
});
