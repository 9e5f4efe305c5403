import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { type BrowserContext, type Page, chromium } from "playwright-core";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../runtime/emulator/server.js";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with a profile of its own. */
export class Browser {
  private constructor(
    readonly folder: string,
    public context: BrowserContext,
  ) {}

  static async start(): Promise<Browser> {
    const folder = await mkdtemp(join(tmpdir(), "graphlet-browser-"));
    return new Browser(folder, await launch(folder));
  }

  /** Ends the browser and starts it again with the same profile. */
  async restart(): Promise<void> {
    await this.context.close();
    this.context = await launch(this.folder);
  }

  /** Closes all tabs but the empty one that keeps the browser alive. */
  async closeTabs(): Promise<void> {
    for (const tab of this.context.pages().slice(1)) await tab.close();
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function launch(folder: string): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: flags,
  });
  context.setDefaultTimeout(90_000);
  return context;
}

/** What a page has said and asked for, and what must never be seen in it. */
export interface Watch {
  /** console messages and uncaught errors */
  readonly said: string[];
  readonly secrets: Set<string>;
}

/** An emulator and a server of pages: two origins, which no other test has used. */
export interface World {
  readonly emulator: Emulator;
  readonly origin: string;
  /** paths that pages have asked their own server for */
  readonly requested: readonly string[];
  /** Opens a page in a new tab; by default the one that uploads. */
  open(path?: string): Promise<Page>;
  watch(page: Page): Watch;
  close(): Promise<void>;
}

export async function openWorld(browser: Browser, options: EmulatorOptions = {}): Promise<World> {
  const emulator = await startEmulator(options);
  const settings = JSON.stringify({ baseUrl: emulator.baseUrl, accessToken: emulator.token });
  const files = new Map(await bundled).set("/settings.json", { type: "application/json", content: settings });
  const policy = `default-src 'self'; img-src data:; connect-src 'self' ${emulator.url}`;
  const requested: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://localhost");
    requested.push(pathname);
    const file = files.get(pathname);
    if (file === undefined) return void response.writeHead(404).end();
    response.setHeader("Content-Security-Policy", policy).setHeader("Content-Type", file.type).end(file.content);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const watches = new Map<Page, Watch>();
  return {
    emulator,
    origin,
    requested,
    async open(path = "") {
      const page = await browser.context.newPage();
      watches.set(page, watch(page, emulator.token));
      await page.goto(`${origin}/${path}`);
      return page;
    },
    watch: (page) => watches.get(page)!,
    async close() {
      await browser.closeTabs();
      server.close();
      server.closeAllConnections();
      await emulator.close();
    },
  };
}

interface PageFile {
  readonly type: string;
  readonly content: string;
}

const blank = `<!doctype html><title>blank</title><link rel="icon" href="data:,"><script type="module" src="checkpoints.js"></script>`;
const bundled = bundle(resolve(import.meta.dirname, "page"));

/** The files of the pages by path, the programs bundled as a web application would. */
async function bundle(folder: string): Promise<Map<string, PageFile>> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "main.ts"), join(folder, "checkpoints.ts")],
    outdir: "/",
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
  });
  const html = await readFile(join(folder, "index.html"), "utf8");
  return new Map([
    ...outputFiles.map(({ path, text }): [string, PageFile] => [path, { type: "text/javascript", content: text }]),
    ["/", { type: "text/html", content: html }],
    ["/style.css", { type: "text/css", content: await readFile(join(folder, "style.css"), "utf8") }],
    ["/blank.html", { type: "text/html", content: blank }],
  ]);
}

function watch(page: Page, token: string): Watch {
  const said: string[] = [];
  const secrets = new Set([token]);
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => {
    const secret = new URL(request.url()).searchParams.get("authtoken");
    if (secret !== null) secrets.add(secret);
  });
  return { said, secrets };
}

/** A file as a test wrote it. */
export interface WrittenFile {
  readonly path: string;
  /** bytes */
  readonly size: number;
  readonly sha256: string;
}

/** Writes a file of pseudo-random bytes. */
export async function writeRandomFile(path: string, size: number, seed: number): Promise<WrittenFile> {
  const words = new Uint32Array(Math.ceil(size / 4));
  let state = seed;
  for (let i = 0; i < words.length; i++) words[i] = state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  const bytes = new Uint8Array(words.buffer, 0, size);
  await writeFile(path, bytes);
  return { path, size, sha256: createHash("sha256").update(bytes).digest("hex") };
}
