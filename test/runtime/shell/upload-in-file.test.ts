import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startEmulator, type Emulator } from "../../../runtime/emulator/server.js";
import { failureId, ids, runSeed, type Surroundings } from "./fixture/run-shell.js";

const post = "/groups/g/conversations/c/threads/t/posts/p";
const large = randomBytes(8_000_000);

let folder: string;
let emulator: Emulator;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mg-attach-"));
  writeFileSync(join(folder, "photo.jpg"), large);
  writeFileSync(join(folder, "note.txt"), "hello");
  writeFileSync(join(folder, "\u001b[31mred\u202e.bin"), large.subarray(0, 3_500_000));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  emulator = await startEmulator({ token: "emulator-canary-5d1e" });
});
afterEach(() => emulator.close());

const attach = (args: string[], surroundings: Surroundings = {}) =>
  runSeed([...(surroundings.stdin === undefined ? ids : []), ...args], {
    cwd: folder,
    env: { GRAPH_BASE_URL: emulator.url, GRAPH_ACCESS_TOKEN: emulator.token, GRAPH_STATE_DIR: "state" },
    ...surroundings,
  });

const identity = (postId: string): string =>
  JSON.stringify({ groupId: "g", conversationId: "c", conversationThreadId: "t", postId });

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

describe("-InFile", () => {
  it.each<[string, Uint8Array, string[], object]>([
    ["photo.jpg", large, [], { name: "photo.jpg", contentType: "image/jpeg" }],
    ["note.txt", Buffer.from("hello"), [], { name: "note.txt", contentType: "text/plain" }],
    [
      "photo.jpg",
      large,
      ["-AttachmentItem", "@{Name='flower';ContentType='image/png';IsInline=$true;ContentId='c'}"],
      { name: "flower", contentType: "image/png", isInline: true },
    ],
  ])("%s goes up whole and comes back as an attachment", async (file, bytes, args, want) => {
    const outcome = await attach(["-InFile", file, ...args]);
    expect(outcome.code).toBe(0);
    expect(outcome.json()).toMatchObject({ id: expect.any(String) as unknown, ...want });
    const [stored] = await emulator.attachments(post);
    expect(stored).toMatchObject({ name: (want as { name: string }).name });
    const reply = await fetch(
      `${emulator.baseUrl}${post}/attachments/${(outcome.json() as { id: string }).id}/$value`,
      {
        headers: { authorization: `Bearer ${emulator.token}` },
      },
    );
    expect(sha256(new Uint8Array(await reply.arrayBuffer()))).toBe(sha256(bytes));
  });

  it("goes to each object on stdin", async () => {
    const { code, stdout } = await attach(["-InFile", "note.txt"], { stdin: `${identity("p")}\n${identity("q")}` });
    expect([code, stdout.trim().split("\n").length]).toEqual([0, 2]);
    for (const each of ["p", "q"]) {
      expect(await emulator.attachments(`/groups/g/conversations/c/threads/t/posts/${each}`)).toHaveLength(1);
    }
  });

  it("-Verbose has a line for each request, -Debug no secret", async () => {
    const { stderr, stdout } = await attach(["-InFile", "photo.jpg", "-Debug"]);
    const lines = stderr.split("\n").filter((line) => line.startsWith("VERBOSE: "));
    expect(lines.filter((line) => /PUT .+#sha256:[\da-f]{8} bytes \d+-\d+ -> 20[01], /.test(line))).toHaveLength(3);
    expect(lines.some((line) => line.includes("/createUploadSession -> 201"))).toBe(true);
    for (const text of [stdout, stderr]) {
      expect(text).not.toContain(emulator.token);
      expect(text).not.toContain("authtoken=");
      expect(text).not.toContain("AttachmentSessions(");
    }
  });

  it("too large a file is refused before any request", async () => {
    const sparse = join(folder, "large.bin");
    writeFileSync(sparse, "");
    truncateSync(sparse, 160 * 1024 * 1024);
    const outcome = await attach(["-InFile", "large.bin", "-Verbose"]);
    expect([failureId(outcome), outcome.code]).toEqual(["tooLarge", 2]);
    expect(outcome.stderr).not.toContain("VERBOSE");
  });

  it("a refused session is one line", async () => {
    const env = { GRAPH_BASE_URL: emulator.url, GRAPH_ACCESS_TOKEN: "wrong" };
    const outcome = await attach(["-InFile", "photo.jpg"], { env });
    expect(outcome.code).toBe(4);
    expect(outcome.stderr).toContain("401");
    expect(outcome.stderr).not.toMatch(/\n +at /);
  });
});

describe("progress", () => {
  it("a line for each tenth when nobody watches", async () => {
    const { stderr } = await attach(["-InFile", "photo.jpg"]);
    const lines = stderr.trim().split("\n");
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.length).toBeLessThanOrEqual(12);
    for (const line of lines) expect(line).toMatch(/^photo\.jpg {2}[ \d]{3} % {2}\d\.\d\/8\.0 MB/);
    expect(lines.at(-1)).toContain("100 %");
  });

  it("a bar on a terminal, gone at the end", async () => {
    const { stderr, stdout } = await attach(["-InFile", "photo.jpg"], { terminal: true });
    const frames = stderr.split("\r\u001b[K");
    expect(frames.length).toBeGreaterThan(2);
    expect(frames.at(-1)).toBe("");
    for (const frame of frames.slice(0, -1)) {
      expect(frame.length).toBeLessThan(80);
      expect(frame).toMatch(/^photo\.jpg {2}\[=* *\] [ \d]{3} %/);
    }
    expect(stdout).toMatch(/^name +: photo\.jpg$/m);
  });

  it("JSON lines", async () => {
    const { stderr } = await attach(["-InFile", "photo.jpg", "--progress", "json"]);
    const events = stderr
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { event: string; offset: number; size: number });
    expect(events[0]).toMatchObject({ event: "created", offset: 0, size: 8_000_000 });
    expect(events.filter(({ event }) => event === "range").map(({ offset }) => offset)).toEqual([
      3_932_160, 7_864_320, 8_000_000,
    ]);
    expect(events.at(-1)).toMatchObject({ event: "done", offset: 8_000_000 });
  });

  it("waits are shown with their reason", async () => {
    emulator.addFaults([{ match: { nth: 2 }, action: { status: 503, headers: { "Retry-After": "1" } } }]);
    const { code, stderr } = await attach(["-InFile", "photo.jpg"]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/photo\.jpg .+ waiting 1 s: /);
  });

  it.each([[["--progress", "none"]], [["-ProgressAction", "SilentlyContinue"]]])("none with %j", async (args) => {
    expect((await attach(["-InFile", "photo.jpg", ...args])).stderr).toBe("");
  });

  it("a file name that steers a terminal is shown, not obeyed", async () => {
    const { stderr } = await attach(["-InFile", "\u001b[31mred\u202e.bin"]);
    expect(stderr).toContain("\\u{1b}[31mred\\u{202e}.bin");
    expect(stderr).not.toMatch(/[\u001b\u202e]/);
  });
});
