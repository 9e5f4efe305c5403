import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import type { UploadResult } from "../../runtime/upload/options.js";
import type { Service } from "./destinations.js";
import type { Job } from "./process/uploader.js";

/** Makes the programs of the processes, in a folder. */
export async function buildPrograms(folder: string): Promise<void> {
  await build({
    entryPoints: ["emulator", "uploader"].map((name) => join(import.meta.dirname, "process", `${name}.ts`)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    format: "esm",
    platform: "node",
    logLevel: "error",
  });
}

/** Starts an emulator in a process of its own. */
export async function startEmulatorProcess(folder: string): Promise<{ service: Service; stop: () => Promise<void> }> {
  const child = spawn(process.execPath, [join(folder, "emulator.mjs")], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const stop = async () => {
    child.stdin.end();
    await ended;
  };
  return { service: JSON.parse(line) as Service, stop };
}

/** Uploads in a process of its own. */
export class UploaderProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<[number | null, NodeJS.Signals | null]>;
  readonly #ready: Promise<unknown>;
  readonly #said: string[] = [];
  #complaint = "";

  constructor(folder: string, job: Job) {
    const child = spawn(process.execPath, [join(folder, "uploader.mjs"), JSON.stringify(job)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#child = child;
    this.#ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
    const lines = createInterface(child.stdout).on("line", (line) => this.#said.push(line));
    this.#ready = Promise.race([once(lines, "line"), this.#ended]);
    child.stderr.on("data", (text: Buffer) => (this.#complaint += text.toString()));
  }

  /** Resolves when the upload begins. */
  async ready(): Promise<void> {
    await this.#ready;
  }

  kill(): void {
    this.#child.kill("SIGKILL");
  }

  /**
   * @returns what it says in the end; undefined = it was killed before
   * @throws what it complains of
   */
  async ended(): Promise<UploadResult | undefined> {
    const [code, signal] = await this.#ended;
    if (this.#complaint !== "" || (signal !== "SIGKILL" && code !== 0)) throw new Error(`${code} ${this.#complaint}`);
    return this.#said[1] === undefined ? undefined : (JSON.parse(this.#said[1]) as UploadResult);
  }
}
