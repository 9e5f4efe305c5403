import { createHash, randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../runtime/emulator/server.js";
import { createGraphAdapter, type Fetch } from "../../../runtime/graph/adapter.js";
import { uploadFile, type UploadFileOptions, type UploadTarget } from "../../../runtime/graph/upload-file.js";
import { memoryCheckpoints, type UploadSource, type UploadTransport } from "../../../runtime/upload/index.js";
import { nodeTransport } from "../../../runtime/upload/node/index.js";
import { uploadCommand } from "../shell/fixture/upload-commands.js";

const transport = nodeTransport();
const token = "emulator-canary-c10e";
const size = 2_000_000;
const rangeSize = 3 * 320 * 1024;
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ token });
});
beforeEach(() => emulator.reset());
afterAll(async () => {
  transport.close();
  await emulator.close();
});

interface File extends UploadSource {
  readonly sha256: string;
}

function file(length = size, name: string | undefined = "q3.bin"): File {
  const bytes = randomBytes(length);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const read = async (position: number, target: Uint8Array) => bytes.copy(target, 0, position);
  const source = { size: length, sha256, fingerprint: sha256, read, changed: async () => false, close: async () => {} };
  return { ...source, ...(name !== undefined && { name }) };
}

type Options = Partial<UploadFileOptions> & { fetch?: Fetch; deferCommit?: boolean };

/** Uploads to `/drives/{drive}/{place}`. */
function upload(place: string, source: UploadSource, { fetch, deferCommit, ...options }: Options = {}, drive = "d") {
  const path = `/drives/{drive-id}/${place}`;
  const { upload: target } = uploadCommand({ name: "New-MgTest", apiVersion: "v1.0", dialect: "drive", path });
  const adapter = createGraphAdapter({ accessToken: token, baseUrl: emulator.baseUrl, ...(fetch && { fetch }) });
  const parameters = { driveId: drive, ...(deferCommit !== undefined && { deferCommit }) };
  return uploadFile(adapter, target as UploadTarget<object>, parameters, source, {
    transport,
    rangeSize,
    retry: { backoffMs: 0, maximumBackoffMs: 0 },
    clock: { now: Date.now, sleep: async () => {} },
    ...options,
  });
}

/** Puts a file there with another client. */
async function put(place: string, content = "before"): Promise<{ id: string; parentReference: { id: string } }> {
  const reply = await fetch(`${emulator.baseUrl}/drives/d/${place}:/content`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/octet-stream" },
    body: content,
  });
  return (await reply.json()) as { id: string; parentReference: { id: string } };
}

/** SHA-256 of the files by path. */
async function stored(drive = "d"): Promise<Record<string, string>> {
  const files = await emulator.files(`/drives/${drive}`);
  return Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]));
}

const sessions = async () => (await emulator.ledger()).sessions.map(({ state, wireBytes }) => [state, wireBytes]);
const before = createHash("sha256").update("before").digest("hex");
const lost = { match: { last: true }, action: { completeSilently: true } } as const;

describe("a place", () => {
  test("root: a new file in it", async () => {
    const source = file();
    const { item } = await upload("root", source);
    expect(item).toEqual({
      id: expect.any(String) as unknown,
      name: "q3.bin",
      size,
      lastModifiedDateTime: expect.any(String) as unknown,
    });
    expect(await stored()).toEqual({ "/q3.bin": source.sha256 });
  });

  test("a folder: a new file in it, called as the caller says", async () => {
    const { parentReference } = await put("root:/Reports/old.bin");
    const source = file();
    await upload(`items/${parentReference.id}`, source, { name: "new 100%.bin" });
    expect(await stored()).toEqual({ "/Reports/old.bin": before, "/Reports/new 100%.bin": source.sha256 });
  });

  test("a personal drive: the same", async () => {
    const source = file();
    const { item } = await upload("root:/Reports/q3.bin:", source, {}, "personal-1");
    expect([item.name, await stored("personal-1")]).toEqual(["q3.bin", { "/Reports/q3.bin": source.sha256 }]);
    expect((await emulator.ledger()).sessions[0]?.exchanges.at(-1)?.path).toMatch(/^\/odc\/up\//);
  });

  test("a file: new content, the same name", async () => {
    const { id } = await put("root:/Reports/old.bin");
    const source = file();
    const { item } = await upload(`items/${id}`, source);
    expect(item).toMatchObject({ id, name: "old.bin", size });
    expect(await stored()).toEqual({ "/Reports/old.bin": source.sha256 });
  });

  test("a path in place of an id: a new file there", async () => {
    const source = file();
    await upload("items/root%3A%2FReports%2Fnew.bin%3A", source);
    expect(await stored()).toEqual({ "/Reports/new.bin": source.sha256 });
  });

  test.each([
    [".gitignore", "/.gitignore"],
    ["..", "/file"],
    ["/tmp/a\u202Eb.txt", "/ab.txt"],
    [undefined, "/file"],
  ])("a source called %j is stored as %s", async (name, path) => {
    await upload("root", { ...file(10), name } as File);
    expect(Object.keys(await stored())).toEqual([path]);
  });
});

describe("a name that is taken", () => {
  test("is found out before anything is sent", async () => {
    await put("root:/q3.bin");
    await expect(upload("root", file())).rejects.toMatchObject({
      code: "conflict",
      message: /^there is a file called q3\.bin already/,
    });
    expect([await sessions(), await stored()]).toEqual([[], { "/q3.bin": before }]);
  });

  test("is refused for an empty file too", async () => {
    await put("root:/q3.bin");
    await expect(upload("root", file(0))).rejects.toMatchObject({ status: 409, code: "nameAlreadyExists" });
    await upload("root", file(0), { conflictBehavior: "replace" });
    expect(Object.keys(await stored())).toEqual(["/q3.bin"]);
  });

  test.each([
    ["replace", ["/q3.bin"]],
    ["rename", ["/q3 1.bin", "/q3.bin"]],
  ] as const)("and may be: %s", async (conflictBehavior, paths) => {
    await put("root:/q3.bin");
    const { item } = await upload("root", file(), { conflictBehavior });
    expect(Object.keys(await stored()).toSorted()).toEqual(paths);
    expect(`/${item.name}`).toBe(paths[0]);
  });

  test.each([
    ["replace", 1],
    ["rename", 2],
  ] as const)(
    "by the time all is sent: the same call with %s ends it and sends nothing more",
    async (conflictBehavior, count) => {
      const checkpoints = memoryCheckpoints();
      const source = file();
      const first = upload("root", source, { checkpoints, transport: meanwhile() });
      await expect(first).rejects.toMatchObject({ code: "conflict", status: 409, resumable: true });
      const again = upload("root", source, { checkpoints });
      await expect(again).rejects.toMatchObject({ code: "conflict", resumable: true });
      const { upload: result, item } = await upload("root", source, { checkpoints, conflictBehavior });
      expect(result).toMatchObject({ wireBytes: 0, resumedFrom: size });
      const files = await stored();
      expect(Object.keys(files)).toHaveLength(count);
      expect(files[`/${item.name}`]).toBe(source.sha256);
      expect([await sessions(), await checkpoints.list()]).toEqual([[["completed", size]], []]);
    },
  );

  test("by the time all is sent, and the caller has said what then", async () => {
    const source = file();
    await upload("root", source, { conflictBehavior: "replace", transport: meanwhile() });
    expect(await stored()).toEqual({ "/q3.bin": source.sha256 });
  });
});

describe("a last reply that is lost", () => {
  test("a new file is found", async () => {
    emulator.addFaults([lost]);
    const source = file();
    const { item } = await upload("root", source);
    expect([item.name, await stored(), await sessions()]).toEqual([
      "q3.bin",
      { "/q3.bin": source.sha256 },
      [["completed", size]],
    ]);
  });

  test("new content of an old file is found", async () => {
    const { id } = await put("root:/q3.bin");
    emulator.addFaults([lost]);
    const source = file();
    const { item } = await upload(`items/${id}`, source);
    expect([item.id, await stored()]).toEqual([id, { "/q3.bin": source.sha256 }]);
  });

  test("by the size alone where the service tells no hash", async () => {
    emulator.addFaults([lost]);
    const { item } = await upload("root", file(), { fetch: withoutHash });
    expect([item.name, (await sessions()).length]).toEqual(["q3.bin", 1]);
  });

  test("a stranger's file of that name is not taken for it", async () => {
    emulator.addFaults([{ match: { last: true }, action: { discardSession: true, resetAfterBody: true } }]);
    await expect(upload("root", file(), { transport: meanwhile() })).rejects.toMatchObject({ code: "ambiguous" });
    expect(await stored()).toEqual({ "/q3.bin": before });
  });

  test("under another name it cannot be found", async () => {
    await put("root:/q3.bin");
    emulator.addFaults([lost]);
    await expect(upload("root", file(), { conflictBehavior: "rename" })).rejects.toMatchObject({ code: "ambiguous" });
  });

  test("a session that was lost with it is begun anew when nothing is there", async () => {
    emulator.addFaults([{ match: { last: true }, action: { discardSession: true, resetAfterBody: true } }]);
    const source = file();
    await upload("root", source);
    expect([await stored(), (await sessions()).map(([state]) => state)]).toEqual([
      { "/q3.bin": source.sha256 },
      ["discarded", "completed"],
    ]);
  });

  test("of an empty file: it is not sent twice", async () => {
    let puts = 0;
    const losing: Fetch = async (url, init) => {
      const reply = await fetch(url, init);
      if (init?.method !== "PUT" || ++puts > 1) return reply;
      throw Object.assign(new TypeError("fetch failed"), {
        cause: Object.assign(new Error("x"), { code: "ECONNRESET" }),
      });
    };
    const { item } = await upload("root", file(0), { fetch: losing });
    expect([item.name, puts, Object.keys(await stored())]).toEqual(["q3.bin", 1, ["/q3.bin"]]);
  });
});

describe("deferCommit", () => {
  test("a business drive makes the item at the upload URL", async () => {
    const source = file();
    await upload("root", source, { deferCommit: true });
    expect(await stored()).toEqual({ "/q3.bin": source.sha256 });
    const [session] = (await emulator.ledger()).sessions;
    expect(session?.exchanges.map(({ operation }) => operation)).toContain("commitUpload");
  });

  test("a personal drive makes it by a request to Graph", async () => {
    const source = file();
    await upload("root", source, { deferCommit: true, drive: "personal" }, "personal-1");
    expect(await stored("personal-1")).toEqual({ "/q3.bin": source.sha256 });
    const { exchanges } = await emulator.ledger();
    expect(exchanges.map(({ operation }) => operation)).toContain("putDriveItem");
  });

  test("an item that is there gets its content so as well", async () => {
    const { id } = await put("root:/Reports/q3.bin");
    const source = file();
    await upload(`items/${id}`, source, { deferCommit: true, drive: "business" });
    expect(await stored()).toEqual({ "/Reports/q3.bin": source.sha256 });
  });

  test("a name taken meanwhile is a conflict there too", async () => {
    const checkpoints = memoryCheckpoints();
    const source = file();
    const first = upload("root", source, { deferCommit: true, checkpoints, transport: meanwhile() });
    await expect(first).rejects.toMatchObject({ code: "conflict", resumable: true });
    await upload("root", source, { deferCommit: true, checkpoints, conflictBehavior: "replace" });
    expect(await stored()).toEqual({ "/q3.bin": source.sha256 });
  });
});

test("a full drive is told before anything is sent", async () => {
  const full = await startEmulator({ token, driveQuota: 1_000_000 });
  try {
    const { upload: target } = uploadCommand({
      name: "New-MgTest",
      apiVersion: "v1.0",
      dialect: "drive",
      path: "/drives/{drive-id}/root",
    });
    const adapter = createGraphAdapter({ accessToken: token, baseUrl: full.baseUrl });
    const call = uploadFile(adapter, target as UploadTarget<object>, { driveId: "d" }, file(), { transport });
    await expect(call).rejects.toMatchObject({ status: 507, code: "quotaLimitReached" });
    expect((await full.ledger()).sessions).toEqual([]);
  } finally {
    await full.close();
  }
});

test("what the body is told", async () => {
  const bodies: unknown[] = [];
  const spy: Fetch = (url, init) => {
    if (init?.method === "POST") bodies.push(JSON.parse(new TextDecoder().decode(init.body as ArrayBuffer)));
    return fetch(url, init);
  };
  const properties = { description: "third quarter", additionalData: { "@odata.type": "#x" } };
  await upload("root", file(), { fetch: spy });
  await upload("root", file(), { fetch: spy, name: "b.bin", conflictBehavior: "rename", properties }).catch(() => {});
  expect(bodies).toEqual([
    { item: { fileSize: size } },
    {
      item: {
        name: "b.bin",
        fileSize: size,
        description: "third quarter",
        "@odata.type": "#x",
        "@microsoft.graph.conflictBehavior": "rename",
      },
    },
  ]);
});

/** A transport at whose first range another client puts a file of the same name there. */
function meanwhile(): UploadTransport {
  let other: Promise<unknown> | undefined;
  return {
    ...transport,
    send: async (request) => {
      if (request.method === "PUT") await (other ??= put("root:/q3.bin"));
      return transport.send(request);
    },
  };
}

/** As of a service that tells no hashes. */
const withoutHash: Fetch = async (url, init) => {
  const reply = await fetch(url, init);
  if (!url.includes("$select") && !url.includes("%24select")) return reply;
  return new Response((await reply.text()).replace(/"file":\{.*?\}\}/, '"file":{}'), reply);
};
