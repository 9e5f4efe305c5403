import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createGraphAdapter } from "../../../runtime/graph/adapter.js";
import { startService } from "../../runtime/graph/local-service.js";
import { librarySpecs } from "./library.js";
import { formatted, printedSpecs } from "./printed.js";

type Cmdlet = (adapter: object, parameters: object, configuration?: object) => Promise<unknown>;
type Pages = (adapter: object, parameters: object) => AsyncIterable<{ value?: object[]; odataCount?: number }>;

interface Builder {
  toGetRequestInformation(configuration?: object): { URL: string };
}
interface Shelf {
  books: Builder & { count: Builder; delta: Builder; byBookId(id: string): { content: Builder } };
  findWithTitleWithLimit(limit: number, title: string): Builder;
}

let folder: string;
let files: ReadonlyMap<string, string>;
let cmdlets: Record<string, Cmdlet>;
let client: (adapter: object) => { shelves: { byShelfId(id: string): Shelf } };

beforeAll(async () => {
  files = await printedSpecs(librarySpecs);
  folder = await mkdtemp(join(tmpdir(), "graphlet-library-"));
  for (const [path, text] of files) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  await promisify(execFile)(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", folder]);
  const index = (await import(pathToFileURL(join(folder, "dist/index.js")).href)) as Record<string, unknown>;
  cmdlets = index as Record<string, Cmdlet>;
  client = index["createGraphClient"] as typeof client;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** One call against a real server: what came over the wire, and what the function made of the answer. */
async function call(name: string, parameters: object, ...answers: (object | string)[]) {
  const replies = answers.map((body) => (body === "" ? { status: 204 } : { body }));
  const { origin, received } = await startService(...(replies.length > 0 ? replies : [{ status: 204 }]));
  const adapter = createGraphAdapter({ accessToken: "t", baseUrl: `${origin}/v1.0` });
  const result = await cmdlets[name]!(adapter, parameters);
  const requests = received.map(({ method, path, body }) => [`${method} ${decodeURIComponent(path)}`, body]);
  return { result, received, requests, first: requests[0] };
}

const book = { shelfId: "s", bookId: "b" };

test("everything is as prettier would write it", async () => {
  expect(await formatted(files)).toEqual(Object.fromEntries(files));
});

describe("a request is the one of its operation", () => {
  test.each<[string, object, string, string]>([
    ["getMgShelfBook", book, "GET /v1.0/shelves/s/books/b", ""],
    ["getMgShelfBook", { ...book, property: ["id", "title"] }, "GET /v1.0/shelves/s/books/b?$select=id,title", ""],
    ["getMgShelfBook", { readerId: "r", bookId: "b" }, "GET /v1.0/readers/r/books/b", ""],
    ["getMgShelfBook", { inputObject: { ...book, readerId: "" } }, "GET /v1.0/shelves/s/books/b", ""],
    ["getMgShelfBook", { inputObject: { readerId: "r", bookId: "b" } }, "GET /v1.0/readers/r/books/b", ""],
    ["getMgBetaShelfBook", { ...book, property: ["id"] }, "GET /beta/shelves/s/books/b?$select=id", ""],
    ["updateMgShelfBook", { ...book, title: "T" }, "PATCH /v1.0/shelves/s/books/b", '{"title":"T"}'],
    ["updateMgShelfBook", { ...book, bodyParameter: { pages: 3 } }, "PATCH /v1.0/shelves/s/books/b", '{"pages":3}'],
    ["removeMgShelfBook", book, "DELETE /v1.0/shelves/s/books/b", ""],
    [
      "newMgShelfBookReaderByRef",
      { ...book, odataId: "https://x/readers/1" },
      "POST /v1.0/shelves/s/books/b/readers/$ref",
      '{"@odata.id":"https://x/readers/1"}',
    ],
    [
      "findMgShelfBook",
      { shelfId: "s", title: "it's", limit: 2 },
      "GET /v1.0/shelves/s/find(title='it''s',limit=2)",
      "",
    ],
    ["getMgShelfBookDelta", { shelfId: "s" }, "GET /v1.0/shelves/s/books/delta()", ""],
    [
      "moveMgShelfBook",
      { ...book, target: "t", when: new Date(0), additionalProperties: { x: 1 } },
      "POST /v1.0/shelves/s/books/b/move",
      '{"target":"t","when":"1970-01-01T00:00:00.000Z","x":1}',
    ],
    ["testMgShelfBook", { ...book, iPAddress: "::1" }, "POST /v1.0/shelves/s/books/b/get", '{"ipAddress":"::1"}'],
    ["getMgShelfPrinter", { inputObject: { shelfId: "s", iPAddressId: "p" } }, "GET /v1.0/shelves/s/printers/p", ""],
  ])("%s %j", async (name, parameters, request, body) => {
    expect((await call(name, parameters)).first).toEqual([request, body]);
  });

  test("what a model inherits goes first, each property once, with binary, date, enum, list and open ones", async () => {
    const { first } = await call("newMgShelfBook", {
      shelfId: "s",
      id: "1",
      title: "T",
      coverInputFile: new Uint8Array([1, 2, 255]),
      genre: "travel",
      authors: [{ name: "A", wrote: [{ title: "B" }] }],
      labels: { additionalData: { red: true } },
      additionalProperties: { extra: [1] },
    });
    expect(JSON.parse(first?.[1] ?? "")).toEqual({
      id: "1",
      title: "T",
      cover: "AQL/",
      genre: "travel",
      labels: { red: true },
      extra: [1],
      authors: [{ name: "A", wrote: [{ title: "B" }] }],
    });
    expect(first?.[1]?.match(/extra/g)).toHaveLength(1);
  });

  test("headers", async () => {
    const removed = await call("removeMgShelfBook", { ...book, ifMatch: 'W/"1"' });
    expect(removed.received[0]?.headers).toMatchObject({ "if-match": 'W/"1"', accept: "application/json" });
    const counted = await call("getMgShelfBookCount", { shelfId: "s", consistencyLevel: "eventual" }, "42");
    expect(counted.first?.[0]).toBe("GET /v1.0/shelves/s/books/$count");
    expect(counted.received[0]?.headers).toMatchObject({ consistencylevel: "eventual" });
    expect(counted.result).toBe(42);
  });

  test("the content of files", async () => {
    const sent = await call("setMgShelfBookContent", { ...book, bodyParameter: new TextEncoder().encode("%PDF") });
    expect(sent.first).toEqual(["PUT /v1.0/shelves/s/books/b/$value", "%PDF"]);
    expect(sent.received[0]?.headers["content-type"]).toBe("application/pdf");
    const got = await call("getMgShelfBookContent", book, "%PDF");
    expect(got.first?.[0]).toBe("GET /v1.0/shelves/s/books/b/$value");
    expect(got.received[0]?.headers.accept).toBe("application/pdf, application/json");
    expect(new TextDecoder().decode(got.result as ArrayBuffer)).toBe("%PDF");
    await expect(call("setMgShelfBookContent", book)).rejects.toMatchObject({ id: "MissingMandatoryParameter" });
  });
});

describe("what comes back", () => {
  test("a model, with what it inherits and what nobody knew of", async () => {
    const reply = { id: "1", title: "T", genre: "fiction", sequel: { title: "U" }, more: 1 };
    const { result } = await call("getMgShelfBook", book, reply);
    expect(result).toMatchObject({ id: "1", title: "T", genre: "fiction", sequel: { title: "U" } });
    expect(result).toMatchObject({ additionalData: { more: 1 } });
  });

  test("a value within an object", async () => {
    expect((await call("testMgShelfBook", { ...book, iPAddress: "x" }, { value: true })).result).toEqual({
      value: true,
    });
  });

  test("true, if asked for", async () => {
    expect((await call("removeMgShelfBook", { ...book, passThru: true })).result).toBe(true);
    expect((await call("removeMgShelfBook", book)).result).toBeUndefined();
  });
});

describe("lists", () => {
  const first = "/v1.0/shelves/s/books";

  test.each<[string, object, number, string[]]>([
    ["the first page", {}, 2, [first]],
    ["all pages", { all: true }, 6, [first, "/v1.0/page2", "/v1.0/page3"]],
    ["so many items", { top: 3 }, 3, [`${first}?$top=3`, "/v1.0/page2"]],
    ["no more than so many", { all: true, top: 1 }, 1, [`${first}?$top=1`]],
    ["more than a page may have", { top: 5000 }, 6, [`${first}?$top=999`, "/v1.0/page2", "/v1.0/page3"]],
    ["pages of a size", { pageSize: 2 }, 2, [`${first}?$top=2`]],
    ["so many in pages of a size", { top: 4, pageSize: 2 }, 4, [`${first}?$top=2`, "/v1.0/page2"]],
    [
      "with their number",
      { countVariable: true, filter: "a eq 'b'" },
      2,
      [`${first}?$filter=a%20eq%20%27b%27&$count=true`],
    ],
  ])("%s", async (_, options, count, paths) => {
    const service = await threePages();
    expect(await cmdlets["getMgShelfBook"]!(service.adapter, { shelfId: "s", ...options })).toHaveLength(count);
    expect(service.paths()).toEqual(paths);
  });

  test("page after page", async () => {
    const service = await threePages();
    const pages = cmdlets["getMgShelfBookPages"] as unknown as Pages;
    const counts: unknown[] = [];
    for await (const { value, odataCount } of pages(service.adapter, { shelfId: "s", all: true })) {
      counts.push([value?.length, odataCount, service.paths().length]);
    }
    expect(counts).toEqual([
      [2, 6, 1],
      [2, 6, 2],
      [2, 6, 3],
    ]);
  });

  test.each<[string, (origin: string, number: number) => string, string]>([
    ["another host", () => "https://graph.evil.test/v1.0/page2", "untrustedHost"],
    ["another port", (origin) => `${origin}0/v1.0/page2`, "untrustedHost"],
    ["round in a circle", (origin) => `${origin}/v1.0/page2`, "invalidReply"],
  ])("a link to %s is not followed", async (_, link, code) => {
    const service = await threePages(link);
    const list = cmdlets["getMgShelfBook"]!(service.adapter, { shelfId: "s", all: true });
    await expect(list).rejects.toMatchObject({ code });
    expect(service.paths().length).toBeLessThanOrEqual(2);
  });
});

test("the request builders have the chains of Kiota", () => {
  const adapter = createGraphAdapter({ accessToken: "t" });
  const { shelves } = client(adapter);
  const shelf = shelves.byShelfId("s");
  const root = "https://graph.microsoft.com/v1.0/shelves/s";
  expect(url(shelf.books, { top: 1, select: ["id"] })).toBe(`${root}/books?$top=1&$select=id`);
  expect(url(shelf.books.count)).toBe(`${root}/books/$count`);
  expect(url(shelf.books.byBookId("b").content)).toBe(`${root}/books/b/$value`);
  expect(url(shelf.books.delta)).toBe(`${root}/books/delta()`);
  expect(url(shelf.findWithTitleWithLimit(3, "x"))).toBe(`${root}/find(title='x',limit=3)`);
});

/** A service with a list of three pages of two items. */
async function threePages(link = (origin: string, number: number) => `${origin}/v1.0/page${number}`) {
  const service = await startService((response, { path }) => {
    const number = Number(/page(\d)/.exec(path)?.[1] ?? 1);
    const value = [{ id: `${number}a` }, { id: `${number}b` }];
    const next = number < 3 ? { "@odata.nextLink": link(service.origin, number + 1) } : {};
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ value, "@odata.count": 6, ...next }));
  });
  const adapter = createGraphAdapter({ accessToken: "t", baseUrl: `${service.origin}/v1.0` });
  return { adapter, paths: () => service.received.map(({ path }) => path) };
}

function url(builder: Builder, queryParameters = {}): string {
  return decodeURIComponent(builder.toGetRequestInformation({ queryParameters }).URL);
}
