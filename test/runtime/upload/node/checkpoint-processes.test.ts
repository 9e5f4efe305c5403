import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fileCheckpoints } from "../../../../runtime/upload/node/file-checkpoints.js";
import { sampleCheckpoint } from "../sample-checkpoint.js";

let folder: string;
let script: string;
const running = new Set<CheckpointProcess>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "checkpoint-processes-"));
  script = join(folder, "process.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "fixture", "checkpoint-process.ts")],
    outfile: script,
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
});

afterEach(() => Promise.all([...running].map((each) => each.kill())));

afterAll(() => rm(folder, { recursive: true }));

class CheckpointProcess {
  readonly #child;
  readonly #lines: Interface;
  readonly #ended: Promise<unknown>;
  /** the last line it said */
  last = "";

  constructor(directory: string) {
    this.#child = spawn(process.execPath, [script, directory], { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface(this.#child.stdout).on("line", (line) => (this.last = line));
    this.#ended = once(this.#child, "close");
    running.add(this);
  }

  /** @returns the next line it says */
  async command(text: string): Promise<string> {
    const answer = once(this.#lines, "line") as Promise<[string]>;
    this.#child.stdin.write(`${text}\n`);
    return (await answer)[0];
  }

  async kill(): Promise<void> {
    running.delete(this);
    this.#child.kill("SIGKILL");
    await this.#ended;
  }
}

describe("kill -9", () => {
  it("while a process writes leaves the old checkpoint or the new one, and the upload to the next process", async () => {
    const kills = process.env["GRAPHLET_LONG"] === undefined ? 20 : 100;
    const workers = 4;
    let writes = 0;
    const work = async (_: unknown, worker: number) => {
      const directory = join(folder, `killed-${worker}`);
      let known = -1;
      for (let count = 0; count < kills / workers; count++) {
        const child = new CheckpointProcess(directory);
        const [answer, position] = (await child.command("open upload")).split(" ");
        expect([answer, [known, known + 1].includes(Number(position))]).toEqual(["opened", true]);
        await child.command(`write ${Number(position) + 1}`);
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
        await child.kill();
        known = Number(child.last.split(" ")[1]);
        writes += known - Number(position);
      }
      const store = fileCheckpoints(directory);
      const record = await store.open("upload");
      expect(await record.read()).toEqual({ ...sampleCheckpoint, position: expect.any(Number) });
      await record.remove();
      await record.close();
      expect(await readdir(directory)).toEqual([]);
    };
    await Promise.all(Array.from({ length: workers }, work));
    expect(writes).toBeGreaterThan(kills); // nobody was killed before he began
  });
});

/** Locks of a dead process on all uploads. */
async function plantDeadLocks(directory: string, pid: number): Promise<void> {
  const store = fileCheckpoints(directory);
  const names = new Set<string>();
  for (let i = 0; i < 10; i++) {
    const record = await store.open(`upload-${i}`);
    for (const name of await readdir(directory)) if (name.endsWith(".lock")) names.add(name);
    await record.close();
  }
  const owner = JSON.stringify({ nonce: "planted", pid, host: hostname() });
  for (const name of names) await writeFile(join(directory, name), owner, { mode: 0o600 });
}

describe("twenty processes", () => {
  it("race for a free lock, for a dead process's and for what a killed winner leaves: one wins each time", async () => {
    const directory = join(folder, "raced");
    const deadPid = spawnSync(process.execPath, ["-e", ""]).pid;
    let contenders = Array.from({ length: 20 }, () => new CheckpointProcess(directory));
    await Promise.all(contenders.map((each) => each.command("close"))); // all are up
    for (let round = 0; round < 20; round++) {
      const key = `upload-${round % 10}`;
      if (round === 5) await plantDeadLocks(directory, deadPid);
      const answers = await Promise.all(contenders.map((each) => each.command(`open ${key}`)));
      const winners = contenders.filter((_, i) => answers[i]?.startsWith("opened"));
      expect([round, winners.length]).toEqual([round, 1]);
      expect(answers.filter((answer) => answer === "locked")).toHaveLength(contenders.length - 1);
      if (round % 2 === 0) {
        await winners[0]?.command("close");
        continue;
      }
      await winners[0]?.kill();
      contenders = contenders.filter((each) => each !== winners[0]);
    }
    expect(contenders).toHaveLength(10);
  });
});
