import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../runtime/emulator/server.js";
import { type Fetch, createGraphAdapter } from "../../../runtime/graph/adapter.js";
import { type UploadFileOptions, uploadFile } from "../../../runtime/graph/upload-file.js";
import { type Clock, UploadError, type UploadProgress } from "../../../runtime/upload/index.js";
import { nodeTransport } from "../../../runtime/upload/node/index.js";
import { kiotaAdapter } from "./kiota-adapter.js";
import { type MemorySource, memorySource } from "./memory-source.js";
import { messageTarget } from "./seed.js";

const transport = nodeTransport();
const noWaits = { backoffMs: 0, maximumBackoffMs: 0 };
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator();
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  transport.close();
  await emulator.close();
});

function attach(source: MemorySource, options: Partial<UploadFileOptions> = {}, service = emulator) {
  const adapter = createGraphAdapter({ accessToken: service.token, baseUrl: service.baseUrl });
  const all = { transport, retry: noWaits, ...options };
  return uploadFile(adapter, messageTarget, { messageId: "m1" }, source, all);
}

const stored = (service = emulator) => service.attachments("/users/u/messages/m1");

/** what was asked of the service, requests of the session after those to Graph itself */
async function operations(service = emulator): Promise<(string | undefined)[]> {
  const { exchanges, sessions } = await service.ledger();
  return [exchanges, ...sessions.map((session) => session.exchanges)].flat().map(({ operation }) => operation);
}

async function withEmulator(options: EmulatorOptions, use: (service: Emulator) => Promise<void>): Promise<void> {
  const service = await startEmulator(options);
  try {
    await use(service);
  } finally {
    await service.close();
  }
}

describe("a small file", () => {
  test.each([1, 2, 3, 23_999, 24_000, 24_001, 2_999_999])("of %i bytes goes in one request", async (size) => {
    const source = memorySource(size);
    const { item, upload } = await attach(source);
    expect(upload).toBeUndefined();
    expect(await operations()).toEqual(["addAttachment"]);
    expect(await stored()).toMatchObject([
      { id: item.id, name: "report.pdf", contentType: "application/pdf", length: size, sha256: source.sha256 },
    ]);
    expect(item).toEqual({
      id: expect.any(String),
      name: "report.pdf",
      contentType: "application/pdf",
      size: expect.any(Number),
      isInline: false,
      lastModifiedDateTime: expect.any(String),
    });
  });

  test("is described as the caller says", async () => {
    const description = { name: "b.png", contentType: "image/x", isInline: true, contentId: "cid" };
    await attach(memorySource(10), description);
    expect(await stored()).toMatchObject([description]);
  });

  test("reports where it is", async () => {
    const seen: UploadProgress[] = [];
    await attach(memorySource(10), { onProgress: (progress) => seen.push(progress) });
    expect(seen).toEqual([
      { state: "sending", bytes: 0, size: 10 },
      { state: "done", bytes: 10, size: 10 },
    ]);
  });

  test("that changes while it is read is not attached", async () => {
    const source = Object.assign(memorySource(10), { isChanged: true });
    await expect(attach(source)).rejects.toMatchObject({ code: "sourceChanged" });
    expect(await operations()).toEqual([]);
  });
});

describe("a large file", () => {
  test.each([3_000_000, 8_388_608])("of %i bytes goes in ranges", async (size) => {
    const source = memorySource(size);
    const { item, upload } = await attach(source);
    expect(upload).toMatchObject({ itemId: item.id, bytes: size, wireBytes: size });
    expect(await stored()).toMatchObject([{ id: item.id, length: size, sha256: source.sha256 }]);
    expect(item).toEqual({
      id: expect.any(String),
      name: "report.pdf",
      contentType: "application/pdf",
      size: expect.any(Number),
      isInline: false,
      lastModifiedDateTime: expect.any(String),
    });
    expect(await operations()).toEqual([
      "listAttachments",
      "getAttachment",
      "createUploadSession",
      ...Array.from({ length: Math.ceil(size / 3_932_160) }, () => "uploadRange"),
    ]);
    expect(await emulator.ledger()).toMatchObject({ refusals: {}, authLeaks: 0, orphanSessions: [] });
  });

  test("is described as the caller says", async () => {
    const description = { name: "b.png", contentType: "image/x", isInline: true, contentId: "cid" };
    await attach(memorySource(3_000_000), description);
    expect(await stored()).toMatchObject([description]);
  });

  test("goes through an adapter that is not ours", async () => {
    const source = memorySource(3_500_000);
    const adapter = kiotaAdapter(emulator.baseUrl);
    Object.assign(adapter.authenticationProvider, {
      authenticateRequest: async (request: { headers: { add(name: string, value: string): void } }) => {
        request.headers.add("Authorization", `Bearer ${emulator.token}`);
      },
    });
    await uploadFile(adapter, messageTarget, { messageId: "m1" }, source, { transport });
    expect(await stored()).toMatchObject([{ sha256: source.sha256 }]);
  });

  test("whose last reply is lost is found, and not attached twice", async () => {
    const other = memorySource(4_500_000);
    await attach(other);
    emulator.addFaults([{ match: { last: true }, action: { completeSilently: true } }]);
    const source = memorySource(4_000_000);
    const { item } = await attach(source);
    expect((await stored()).map(({ sha256 }) => sha256)).toEqual([other.sha256, source.sha256]);
    expect(item.id).toBe((await stored())[1]!.id);
  });

  test("whose last reply is lost is found by a second look when the list lags behind", async () => {
    emulator.addFaults([{ match: { last: true }, action: { completeSilently: true } }]);
    let looks = 0;
    const lagging: Fetch = (url, init) =>
      url.includes("/attachments?") && ++looks === 2 ? Promise.resolve(Response.json({ value: [] })) : fetch(url, init);
    const waits: number[] = [];
    const clock: Clock = { now: Date.now, sleep: async (ms) => void waits.push(ms) };
    const adapter = createGraphAdapter({ accessToken: emulator.token, baseUrl: emulator.baseUrl, fetch: lagging });
    const source = memorySource(4_000_000);
    await uploadFile(adapter, messageTarget, { messageId: "m1" }, source, { transport, retry: noWaits, clock });
    expect((await stored()).map(({ sha256 }) => sha256)).toEqual([source.sha256]);
    expect(looks).toBe(3);
    expect(waits).toContain(3000);
  });

  test("is not waited for where nobody listens", async () => {
    const gone = await startEmulator();
    await gone.close();
    const seen: UploadProgress[] = [];
    const attaching = attach(memorySource(8_000_000), { onProgress: (progress) => seen.push(progress) }, gone);
    await expect(attaching).rejects.toMatchObject({ code: "ECONNREFUSED" });
    expect(seen).toEqual([]);
  });

  test("whose last reply is lost is ambiguous when the list before was refused", async () => {
    emulator.addFaults([
      { match: { operation: "listAttachments" }, action: { status: 403, code: "ErrorAccessDenied" } },
      { match: { last: true }, action: { completeSilently: true } },
    ]);
    await expect(attach(memorySource(3_000_000))).rejects.toMatchObject({ code: "ambiguous" });
  });

  test("is attached although it cannot be described afterwards", async () => {
    emulator.addFaults([{ match: { operation: "getAttachment" }, action: { status: 403, code: "ErrorAccessDenied" } }]);
    const { item } = await attach(memorySource(3_000_000), { isInline: true, contentId: "c" });
    expect(item).toEqual({
      id: (await stored())[0]!.id,
      name: "report.pdf",
      contentType: "application/pdf",
      isInline: true,
    });
  });

  test("is retried by the engine alone when the session is throttled", async () => {
    const reasons: (string | undefined)[] = [];
    emulator.addFaults([
      {
        match: { operation: "createUploadSession", times: 2 },
        action: { status: 429, headers: { "Retry-After": "0" } },
      },
    ]);
    const { upload } = await attach(memorySource(3_000_000), {
      onProgress: ({ state, reason }) => state === "waiting" && reasons.push(reason),
    });
    expect(upload).toMatchObject({ retries: 2 });
    expect(reasons).toHaveLength(2);
  });

  test("ends with its signal", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const onProgress = ({ state }: UploadProgress) => state === "sending" && controller.abort(reason);
    await expect(attach(memorySource(8_000_000), { signal: controller.signal, onProgress })).rejects.toBe(reason);
    expect(await stored()).toEqual([]);
    expect(await operations()).toContain("cancelUpload");
  });

  test("is uploaded to hosts of its cloud only", async () => {
    // what the service answers is out of its control here: a fetch of our own stands for it
    const answer = { uploadUrl: "https://evil.example/x?authtoken=s", nextExpectedRanges: ["0-"] };
    const adapter = createGraphAdapter({ accessToken: "token", fetch: async () => Response.json(answer) });
    const cloud = { uploadHosts: { outlook: ["outlook.office365.us"] } };
    const call = uploadFile(adapter, messageTarget, { messageId: "m1" }, memorySource(3_000_000), { transport, cloud });
    await expect(call).rejects.toMatchObject({ code: "uploadUrlRefused" });
  });
});

describe("about 3 MB", () => {
  const limits = { outlook: { sessionMinimum: 3_145_728, postMaximum: 3_145_728 } };

  test("a session that is refused as too small gives way to the single request", () =>
    withEmulator({ limits }, async (service) => {
      const source = memorySource(3_100_000);
      const { upload } = await attach(source, {}, service);
      expect(upload).toBeUndefined();
      expect(await operations(service)).toEqual(["listAttachments", "createUploadSession", "addAttachment"]);
      expect(await stored(service)).toMatchObject([{ sha256: source.sha256 }]);
    }));

  test("but only there", () =>
    withEmulator({ limits: { outlook: { sessionMinimum: 5_000_000 } } }, async (service) => {
      await expect(attach(memorySource(4_000_000), {}, service)).rejects.toMatchObject({
        code: "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize",
      });
      expect(await operations(service)).not.toContain("addAttachment");
    }));
});

describe("before any request", () => {
  test.each<[string, number, string]>([
    ["an empty file", 0, "emptySource"],
    ["a file above 150 MiB", 150 * 1024 * 1024 + 1, "tooLarge"],
  ])("%s is refused", async (_, size, code) => {
    const source = { ...memorySource(0), size };
    const error: unknown = await attach(source).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UploadError);
    expect(error).toMatchObject({ code });
    expect(await operations()).toEqual([]);
  });

  test("identifiers that do not fit are refused", async () => {
    const adapter = createGraphAdapter({ accessToken: emulator.token, baseUrl: emulator.baseUrl });
    const call = uploadFile(adapter, messageTarget, { messageId: ".." }, memorySource(5), { transport });
    await expect(call).rejects.toThrow("The path parameter 'message-id' is '..'");
    expect(await operations()).toEqual([]);
  });
});

test.each([
  [401, "InvalidAuthenticationToken"],
  [403, "ErrorAccessDenied"],
  [404, "ErrorItemNotFound"],
  [413, "ErrorMessageSizeExceeded"],
])("a refusal with %i comes as it is", async (status, code) => {
  for (const size of [10, 3_000_000]) {
    emulator.addFaults([
      { match: { operation: "addAttachment" }, action: { status, code } },
      { match: { operation: "createUploadSession" }, action: { status, code } },
    ]);
    await expect(attach(memorySource(size))).rejects.toMatchObject({ name: "GraphError", status, code });
    await emulator.reset();
  }
});
