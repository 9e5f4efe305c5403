import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../runtime/emulator/server.js";
import {
  oneDriveBusiness,
  oneDrivePersonal,
  outlook,
  print,
  todo,
  type UploadDialect,
} from "../../runtime/upload/dialects.js";
import { upload } from "../../runtime/upload/engine.js";
import { openFile } from "../../runtime/upload/node/source.js";
import { nodeTransport } from "../../runtime/upload/node/transport.js";
import { createSession, destinations, findItem } from "./destination.js";

const mebibyte = 1024 * 1024;
const mailRange = outlook.defaultRangeSize;
const driveRange = oneDriveBusiness.defaultRangeSize;

let emulator: Emulator;
let folder: string;
beforeAll(async () => {
  emulator = await startEmulator({ contents: "counted" });
  folder = await mkdtemp(join(tmpdir(), "sizes-"));
});
afterAll(async () => {
  await emulator.close();
  await rm(folder, { recursive: true });
});

/** Uploads a file of so many bytes, all of them holes, to a service with its real limits. */
async function uploadHoles(dialect: UploadDialect, size: number): Promise<string> {
  await emulator.reset();
  const path = join(folder, "holes");
  await writeFile(path, "");
  await truncate(path, size);
  const transport = nodeTransport();
  try {
    const source = await openFile(path);
    try {
      const { wireBytes } = await upload({
        dialect,
        source,
        transport,
        createSession: () => createSession(destinations[dialect.name], emulator, { size }),
        verify: () => findItem(destinations[dialect.name], emulator),
        authorize: async () => emulator.token,
        allowedHosts: ["127.0.0.1"],
        politeness: false,
      });
      expect(wireBytes).toBe(size);
    } finally {
      await source.close();
    }
    const { sessions } = await emulator.ledger();
    expect(sessions.map(({ commits }) => commits)).toEqual([1]);
    return `${sessions[0]?.exchanges.filter(({ method }) => method === "PUT").length} PUTs`;
  } catch (error) {
    const { requests } = await emulator.ledger();
    const { name, code, status } = error as { name: string; code?: string; status?: number };
    return `${name === "UploadError" ? code : status}, ${requests} requests`;
  } finally {
    transport.close();
  }
}

// bytes of the file, what comes of it
const sizes: readonly (readonly [UploadDialect, number, string])[] = [
  [outlook, 0, "emptySource, 0 requests"],
  [outlook, 1, "tooSmall, 0 requests"],
  [outlook, 2_999_999, "tooSmall, 0 requests"],
  [outlook, 3_000_000, "1 PUTs"],
  [outlook, 3_000_001, "1 PUTs"],
  [outlook, mailRange - 1, "1 PUTs"],
  [outlook, mailRange, "1 PUTs"],
  [outlook, mailRange + 1, "2 PUTs"],
  [outlook, 2 * mailRange + 1, "3 PUTs"],
  [outlook, 149_999_999, "39 PUTs"],
  [outlook, 150_000_000, "39 PUTs"],
  [outlook, 150_000_001, "413, 1 requests"],
  [outlook, 150 * mebibyte, "413, 1 requests"],
  [outlook, 150 * mebibyte + 1, "tooLarge, 0 requests"],
  [todo, 0, "emptySource, 0 requests"],
  [todo, 1, "1 PUTs"],
  [todo, mailRange + 1, "2 PUTs"],
  [todo, 25_000_000, "7 PUTs"],
  [todo, 25_000_001, "413, 1 requests"],
  [todo, 25 * mebibyte + 1, "tooLarge, 0 requests"],
  [oneDriveBusiness, 0, "emptySource, 0 requests"],
  [oneDriveBusiness, 1, "1 PUTs"],
  [oneDriveBusiness, driveRange - 1, "1 PUTs"],
  [oneDriveBusiness, driveRange, "1 PUTs"],
  [oneDriveBusiness, driveRange + 1, "2 PUTs"],
  [oneDriveBusiness, 2 * driveRange + 1, "3 PUTs"],
  [oneDriveBusiness, 250 * 1024 * mebibyte + 1, "tooLarge, 0 requests"],
  [oneDrivePersonal, 0, "emptySource, 0 requests"],
  [oneDrivePersonal, 1, "1 PUTs"],
  [oneDrivePersonal, driveRange + 1, "2 PUTs"],
  [print, 0, "emptySource, 0 requests"],
  [print, 1, "1 PUTs"],
  [print, print.defaultRangeSize - 1, "1 PUTs"],
  [print, print.defaultRangeSize, "1 PUTs"],
  [print, print.defaultRangeSize + 1, "2 PUTs"],
];

describe.each(sizes)("$name", (dialect, size, want) => {
  test(`${size} bytes: ${want}`, async () => expect(await uploadHoles(dialect, size)).toBe(want));
});
