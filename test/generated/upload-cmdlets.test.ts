import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startEmulator, type Emulator } from "../../runtime/emulator/server.js";
import { createGraphAdapter } from "../../runtime/graph/adapter.js";
import { uploadFile } from "../../runtime/graph/upload-file.js";
import type { Command } from "../../runtime/shell/command.js";
import { nodeTransport, openFile } from "../../runtime/upload/node/index.js";

const generated = join(import.meta.dirname, "../../generated/commands");
const size = 10_000_000;
const transport = nodeTransport();
let emulator: Emulator;
let folder: string;
let path: string;
let sha256: string;

beforeAll(async () => {
  emulator = await startEmulator({ token: "emulator-canary-0dd5" });
  folder = mkdtempSync(join(tmpdir(), "upload-cmdlets-"));
  path = join(folder, "film.bin");
  const bytes = randomBytes(size);
  writeFileSync(path, bytes);
  sha256 = createHash("sha256").update(bytes).digest("hex");
});
afterAll(async () => {
  transport.close();
  await emulator.close();
  rmSync(folder, { recursive: true });
});

/** Identifiers of a cmdlet by name; a drive item is a new one, told by its path. */
function identifiers({ cmdlet }: Command): Record<string, string> {
  const named = cmdlet.parameters.filter((parameter) => parameter.path !== undefined);
  return Object.fromEntries(
    named.map(({ name }) => [
      name.replace(/^./, (letter) => letter.toLowerCase()),
      name === "DriveItemId" ? "root:/Films/film.bin:" : name.toLowerCase(),
    ]),
  );
}

const files = readdirSync(generated).filter((name) => name.endsWith("-upload-session.ts"));

test("the family is complete", () => {
  expect(files.filter((name) => name.startsWith("new-mg-") && !name.startsWith("new-mg-beta-"))).toHaveLength(18);
});

describe.each(files)("%s", (name) => {
  test("takes a file of 10 MB where its path leads", async () => {
    await emulator.reset();
    const { command } = (await import(join(generated, name))) as { command: Command };
    const { cmdlet, upload } = command;
    const adapter = createGraphAdapter({
      accessToken: emulator.token,
      baseUrl: `${emulator.url}/${cmdlet.apiVersion}`,
    });
    const source = await openFile(path);
    try {
      const { item } = await uploadFile(adapter, upload!, identifiers(command) as never, source, {
        transport,
        politeness: false,
      });
      expect(item).toMatchObject({ id: expect.any(String) as unknown });
    } finally {
      await source.close();
    }
    const { sessions, authLeaks, exchanges } = await emulator.ledger();
    expect(sessions).toMatchObject([{ state: "completed", sha256, commits: 1 }]);
    expect(authLeaks).toBe(0);
    expect(new Set(exchanges.map((each) => each.path.split("/")[1]))).toEqual(new Set([cmdlet.apiVersion]));
  });
});
