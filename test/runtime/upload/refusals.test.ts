import { describe, expect, it } from "vitest";
import { outlook } from "../../../runtime/upload/dialects.js";
import type { UploadOptions } from "../../../runtime/upload/options.js";
import type { UploadSource } from "../../../runtime/upload/source.js";
import { bufferSource, content, play, rangeSize, size } from "./scenario.js";
import { errorBody, type Fault } from "./scripted-server.js";

function ofSize(bytes: number): UploadSource {
  return { ...bufferSource(content), size: bytes };
}

describe("refused before any request (F16)", () => {
  it.each<[string, Partial<UploadOptions>, string]>([
    ["an empty source", { source: ofSize(0), dialect: outlook }, "emptySource"],
    ["under 3 MB", { source: ofSize(2_999_999), dialect: outlook }, "tooSmall"],
    ["over 150 MiB", { source: ofSize(157_286_401), dialect: outlook }, "tooLarge"],
    ["a range size of 4 MB", { rangeSize: 4_000_000 }, "invalidOption"],
    ["a range size of 0", { rangeSize: 0 }, "invalidOption"],
  ])("%s", async (_, options, code) => {
    const { source = bufferSource(content), ...rest } = options;
    let created = 0;
    const createSession = async () => ++created;
    const { error, server, progress } = await play({
      ...rest,
      createSession,
      source: { ...source, read: () => Promise.reject(new Error("not to be read")) },
    });
    expect(error).toMatchObject({ name: "UploadError", code, retryable: false });
    expect([created, server.requests, progress]).toEqual([0, [], []]);
  });
});

describe("a session answer that is of no use", () => {
  it.each<[string, unknown, string]>([
    ["nothing", undefined, "protocol"],
    ["no URL", { expirationDateTime: "2026-11-22T12:00:00Z" }, "protocol"],
    ["not a URL", { uploadUrl: "canary" }, "protocol"],
    ["http", { uploadUrl: "http://outlook.office.com/x?authtoken=canary" }, "uploadUrlRefused"],
    ["a foreign host", { uploadUrl: "https://evil.test/x?authtoken=canary" }, "uploadUrlRefused"],
    ["another loopback host", { uploadUrl: "http://localhost:1/x?authtoken=canary" }, "uploadUrlRefused"],
  ])("%s", async (_, answer, code) => {
    const { error, server } = await play({ createSession: async () => answer });
    expect(error).toMatchObject({ name: "UploadError", code, retryable: false });
    expect(String(error)).not.toContain("canary");
    expect(server.requests).toEqual([]);
  });
});

describe("refused by the service: no retry, nothing left behind", () => {
  it.each<[string, Fault, object, number]>([
    ["413", { status: 413 }, { code: "tooLarge", status: 413 }, 1],
    ["message size", { status: 400, body: errorBody("ErrorMessageSizeExceeded") }, { code: "tooLarge" }, 1],
    ["507", { status: 507 }, { code: "rejected", status: 507 }, 1],
    [
      "item type",
      { status: 405, body: errorBody("ErrorAttachmentSessionIsSupportedOnlyForFileAttachments") },
      { code: "rejected" },
      1,
    ],
    [
      "virus",
      { status: 403, body: errorBody("virusSuspicious") },
      { code: "rejected", serviceCode: "virusSuspicious" },
      1,
    ],
    ["malformed", { status: 400, body: errorBody("fragmentLengthMismatch") }, { code: "protocol" }, 1],
    ["unreadable ranges", { body: '{"nextExpectedRanges":["bytes 5-"]}' }, { code: "protocol" }, 1],
    ["401", { status: 401 }, { code: "unauthorized", status: 401 }, 0],
    [
      "403 mailbox",
      { status: 403, body: errorBody("ErrorAccessDenied") },
      { code: "forbidden", serviceCode: "ErrorAccessDenied" },
      0,
    ],
  ])("%s", async (_, fault, want, deletes) => {
    const { error, server, clock } = await play({ script: { 1: fault } });
    expect(error).toMatchObject({ name: "UploadError", retryable: false, ...want });
    expect((error as Error).message).not.toMatch(/\n/);
    expect([server.count("PUT"), server.count("DELETE"), server.count("GET"), clock.slept]).toEqual([
      1,
      deletes,
      0,
      [],
    ]);
    expect(server.items).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])("a %i redirect is not followed, its session kept", async (status) => {
    const { error, server } = await play({
      script: { 2: { status, headers: { Location: "http://127.0.0.1:1/elsewhere?authtoken=canary" } } },
    });
    expect(error).toMatchObject({ code: "unexpectedRedirect", status, retryable: false });
    expect([server.count("PUT"), server.count("DELETE"), server.openSessions]).toEqual([2, 0, 1]);
  });

  it("an answer that comes before the body is taken", async () => {
    const { error, server } = await play({
      bytes: Buffer.alloc(3_900_000),
      rangeSize: 3_900_000,
      script: { 1: { transport: "answerEarly", status: 413, body: errorBody("ErrorMessageSizeExceeded") } },
    });
    expect(error).toMatchObject({ code: "tooLarge", status: 413, serviceCode: "ErrorMessageSizeExceeded" });
    expect(server.count("PUT")).toBe(1);
  });
});

describe("a source that does not hold still (F17, I10)", () => {
  it.each<[string, Partial<UploadSource>, string]>([
    ["changes", { changed: changedAfter(5) }, "sourceChanged"],
    ["changes within the last range", { changed: changedAfter(11) }, "sourceChanged"],
    ["shrinks", { read: readUntil(5 * rangeSize + 10) }, "sourceChanged"],
    ["fails to read", { read: failing("EIO: i/o error, read") }, "sourceUnreadable"],
    ["fails to look", { changed: () => Promise.reject(new Error("EIO")) }, "sourceUnreadable"],
  ])("%s", async (_, broken, code) => {
    const { error, server } = await play({ source: { ...bufferSource(content), ...broken } });
    expect(error).toMatchObject({ name: "UploadError", code, retryable: false });
    expect(server.items).toEqual([]);
    expect(server.openSessions).toBe(0);
    expect(server.count("DELETE")).toBe(1);
  });

  it("never sends the last bytes of a range after a change", async () => {
    const { server } = await play({ source: { ...bufferSource(content), changed: changedAfter(11) } });
    const sent = server.requests.map(({ bytes }) => bytes);
    expect(sent.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(size);
  });
});

function changedAfter(calls: number): UploadSource["changed"] {
  let count = 0;
  return async () => ++count > calls;
}

function readUntil(end: number): UploadSource["read"] {
  const source = bufferSource(content.subarray(0, end));
  return (position, target) => source.read(position, target);
}

function failing(message: string): UploadSource["read"] {
  const source = bufferSource(content);
  return (position, target) =>
    position > 4 * rangeSize ? Promise.reject(new Error(message)) : source.read(position, target);
}
