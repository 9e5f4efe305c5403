import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  type Emulator,
  type EmulatorOptions,
  type FamilyName,
  type Strictness,
  startEmulator,
} from "../../../runtime/emulator/server.js";
import { type Answer, type Request, createContent, send, sha256 } from "./client.js";
import { type Upload, openUpload, placeOf } from "./uploads.js";

const content = createContent(100);
const strictnesses: Strictness[] = ["lenient", "service", "strict"];
// a file of 100 bytes in ranges of at most 50, which on drives end at multiples of ten
const small = { rangeMaximum: 50, sessionMinimum: 1 };
const smallFiles: NonNullable<EmulatorOptions["limits"]> = {
  todo: small,
  "onedrive-business": { ...small, rangeAlignment: 10 },
  "onedrive-personal": { ...small, rangeAlignment: 10 },
  print: small,
};

type Send = (upload: Upload) => Promise<Answer>;

const put =
  (start: number, end: number, change?: Request): Send =>
  (upload) =>
    upload.put(content, start, end, change);

const withHeaders = (headers: Request["headers"]): Send => put(10, 19, { headers: { ...headers } });

const announce = (contentRange: string): Send => withHeaders({ "Content-Range": contentRange });

/** PUT of bytes 10-19 to another URL. */
const putTo =
  (edit: (uploadUrl: string) => string, headers: Request["headers"] = {}): Send =>
  ({ uploadUrl }) =>
    send("PUT", edit(uploadUrl), {
      headers: { "Content-Length": 10, "Content-Range": "bytes 10-19/100", ...headers },
      body: content.subarray(10, 20),
    });

interface Refused {
  status: number;
  code: string;
  innerCode?: string;
  /** the mildest strictness that refuses it; default all do */
  from?: Strictness;
}

const families: FamilyName[] = ["todo", "onedrive-business", "onedrive-personal", "print"];
const drives: FamilyName[] = ["onedrive-business", "onedrive-personal"];
const anonymous: FamilyName[] = [...drives, "print"];
const ordered: FamilyName[] = ["todo", ...drives];
const octets = { "Content-Type": "application/octet-stream" };
const invalid: Refused = { status: 400, code: "invalidRequest" };

// what is sent after bytes 0-9; to which families; what they answer
const table: readonly [string, readonly FamilyName[], Send, Refused][] = [
  ["a cookie", families, withHeaders({ Cookie: "a=b" }), { ...invalid, from: "strict" }],
  ["gzip", families, withHeaders({ "Content-Encoding": "gzip" }), { ...invalid, status: 415 }],
  ["x-ms-date", families, withHeaders({ "x-ms-date": "1" }), { ...invalid, from: "strict" }],
  ["client-request-id", families, withHeaders({ "client-request-id": "1" }), { ...invalid, from: "strict" }],
  ["bytes=", families, announce("bytes=10-19/100"), { ...invalid, from: "strict" }],
  ["total *", families, announce("bytes 10-19/*"), { ...invalid, from: "service" }],
  ["another total", families, announce("bytes 10-19/101"), { ...invalid, innerCode: "fragmentLengthMismatch" }],
  ["an end past the total", families, announce("bytes 10-100/100"), invalid],
  ["no Content-Range", families, announce(""), invalid],
  ["a span longer than the body", families, announce("bytes 10-20/100"), invalid],
  ["a span shorter than the body", families, announce("bytes 10-18/100"), invalid],
  [
    "a range too long",
    families,
    put(10, 69),
    { status: 413, code: "invalidRequest", innerCode: "maxFragmentLengthExceeded", from: "service" },
  ],
  ["the range before again", families, put(0, 9), { status: 416, code: "invalidRange", innerCode: "fragmentOverlap" }],
  ["an overlap of one byte", families, put(9, 19), { status: 416, code: "invalidRange", innerCode: "fragmentOverlap" }],
  ["a gap of ten bytes", ordered, put(20, 29), { status: 416, code: "invalidRange", innerCode: "fragmentOutOfOrder" }],
  [
    "the last range first",
    ordered,
    put(90, 99),
    { status: 416, code: "invalidRange", innerCode: "fragmentOutOfOrder" },
  ],
  ["an unaligned range", drives, put(10, 18), { ...invalid, from: "strict" }],
  [
    "Authorization",
    anonymous,
    withHeaders({ Authorization: "Bearer x" }),
    { status: 401, code: "unauthenticated", from: "service" },
  ],
  ["another token", anonymous, putTo((url) => `${url}x`), { status: 401, code: "unauthenticated", from: "service" }],
  [
    "no token",
    ["onedrive-business"],
    putTo((url) => url.replace(/&tempauth=.*/, "")),
    { status: 401, code: "unauthenticated", from: "service" },
  ],
  [
    "no token",
    ["print"],
    putTo((url) => url.replace(/\?.*/, "")),
    { status: 401, code: "unauthenticated", from: "service" },
  ],
  [
    "another item",
    ["onedrive-business"],
    putTo((url) => url.replace("/items/", "/items/0")),
    { ...invalid, from: "strict" },
  ],
  ["a query option more", ["onedrive-personal"], putTo((url) => `${url}?a=b`), { ...invalid, from: "strict" }],
  [
    "the other spelling",
    ["onedrive-personal"],
    putTo((url) => url.replace("/up/", "/rup/")),
    { ...invalid, from: "strict" },
  ],
  [
    "another session",
    ["onedrive-business"],
    putTo((url) => url.replace("guid=", "guid=0")),
    { status: 404, code: "itemNotFound", innerCode: "uploadSessionNotFound" },
  ],
  [
    "another session",
    ["onedrive-personal"],
    putTo((url) => url.replace("/up/", "/up/0")),
    { status: 404, code: "itemNotFound", innerCode: "uploadSessionNotFound" },
  ],
  [
    "another session",
    ["print"],
    putTo((url) => url.replace("Sessions/", "Sessions/0")),
    { status: 404, code: "itemNotFound", innerCode: "uploadSessionNotFound" },
  ],
  [
    "POST",
    ["todo", "onedrive-personal", "print"],
    (upload) => upload.send("POST"),
    { status: 405, code: "BadRequest" },
  ],
  [
    "POST of a commit",
    ["onedrive-business"],
    (upload) => upload.send("POST"),
    { ...invalid, innerCode: "uploadSessionIncomplete" },
  ],
  [
    "POST with a body",
    ["onedrive-business"],
    (upload) => upload.send("POST", { headers: { "Content-Length": 1 }, body: "x" }),
    invalid,
  ],
  [
    "no Authorization",
    ["todo"],
    putTo((url) => `${url}/content`, octets),
    { status: 401, code: "InvalidAuthenticationToken" },
  ],
  [
    "no Content-Type",
    ["todo"],
    putTo((url) => `${url}/content`, { Authorization: "Bearer x" }),
    { status: 415, code: "invalidRequest", from: "service" },
  ],
  [
    "text/plain",
    ["todo"],
    withHeaders({ "Content-Type": "text/plain" }),
    { status: 415, code: "invalidRequest", from: "service" },
  ],
  [
    "a PUT without /content",
    ["todo"],
    putTo((url) => url, { ...octets, Authorization: "Bearer x" }),
    { status: 405, code: "BadRequest" },
  ],
  [
    "another task",
    ["todo"],
    putTo((url) => `${url.replace("/tasks/", "/tasks/0")}/content`, { ...octets, Authorization: "Bearer x" }),
    { status: 404, code: "ErrorItemNotFound", innerCode: "uploadSessionNotFound" },
  ],
  [
    "another session",
    ["todo"],
    putTo((url) => `${url}0/content`, { ...octets, Authorization: "Bearer x" }),
    { status: 404, code: "ErrorItemNotFound", innerCode: "uploadSessionNotFound" },
  ],
];

const cases = table.flatMap(([what, to, sent, refused]) => to.map((family) => ({ what, family, sent, refused })));

describe.each(strictnesses)("%s", (strictness) => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator({ strictness, limits: smallFiles });
  });
  beforeEach(() => emulator.reset());
  afterAll(() => emulator.close());

  test.each(cases)("$family: $what", async ({ family, sent, refused }) => {
    const upload = await openUpload(emulator, family, content.length);
    expect((await upload.put(content, 0, 9)).status).toBeLessThan(203);
    const reply = await sent(upload);
    const error = reply.json?.["error"];
    const { status, code, innerCode, from = "lenient" } = refused;
    const taken = strictnesses.indexOf(strictness) < strictnesses.indexOf(from);
    const told = [reply.status, error?.["code"], innerCode && error?.["innerError"]?.["code"]];
    expect(taken ? [reply.status] : told).toEqual(taken ? [family === "todo" ? 200 : 202] : [status, code, innerCode]);
    if (taken) return;

    // whatever was refused has stored nothing: the upload goes on where it was
    expect((await upload.put(content, 10, 49)).status).toBeLessThan(203);
    expect((await upload.put(content, 50, 99)).status).toBe(201);
    const { sessions } = await emulator.ledger();
    expect(sessions).toMatchObject([
      { commits: 1, sha256: sha256(content), accepted: [{ start: 0, end: 100, times: 1 }] },
    ]);
  });

  test.each(families)("%s: DELETE and GET pass the same gate", async (family) => {
    const upload = await openUpload(emulator, family, content.length);
    const Authorization = family === "todo" ? "" : "Bearer x";
    const refused = family === "todo" || strictness !== "lenient" ? 401 : 200;
    expect((await upload.send("GET", { headers: { Authorization } })).status).toBe(refused);
    expect((await upload.send("GET")).status).toBe(200);
    expect((await upload.send("DELETE")).status).toBe(204);
    expect((await upload.send("GET")).status).toBe(404);
  });
});

test.each(drives)("%s: at the service, an unaligned upload fails in the end", async (family) => {
  const emulator = await startEmulator({ strictness: "service", limits: smallFiles });
  const upload = await openUpload(emulator, family, 100);
  for (const [start, end] of [
    [0, 14],
    [15, 49],
  ] as const) {
    expect((await upload.put(content, start, end)).status).toBe(202);
  }
  const last = await upload.put(content, 50, 99);
  expect([last.status, last.json?.["error"]?.["code"]]).toEqual([500, "generalException"]);
  expect((await emulator.ledger()).sessions).toMatchObject([{ commits: 0, state: "open" }]);
  await emulator.close();
});

// family, bytes that still go, bytes that do not; at the limits of the real service
const longest: readonly [FamilyName, number, number][] = [
  ["todo", 4_000_000, 4_000_001],
  ["onedrive-business", 191 * 327_680, 62_914_560],
  ["onedrive-personal", 191 * 327_680, 62_914_560],
  ["print", 9_999_999, 10_000_000],
];

test.each(longest)("%s takes ranges of %i bytes and none of %i", async (family, fits, tooLong) => {
  const emulator = await startEmulator({ contents: "counted" });
  const upload = await openUpload(emulator, family, tooLong + 1);
  const announced = await upload.put(Buffer.alloc(tooLong + 1), 0, tooLong - 1, { body: Buffer.alloc(tooLong) });
  expect(announced.status).toBe(413);
  expect((await upload.put(Buffer.alloc(tooLong + 1), 0, fits - 1)).status).toBeLessThan(203);
  await emulator.close();
});

// family, size, status, code of createUploadSession
const sizes: readonly [FamilyName, number, number, string][] = [
  ["todo", 0, 400, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize"],
  ["todo", 1, 200, ""],
  ["todo", 25_000_000, 200, ""],
  ["todo", 25_000_001, 413, "ErrorMessageSizeExceeded"],
  ["onedrive-business", 0, 400, "invalidRequest"],
  ["onedrive-business", 1, 200, ""],
  ["onedrive-business", 250_000_000_000, 200, ""],
  ["onedrive-business", 250_000_000_001, 413, "invalidRequest"],
  ["onedrive-personal", 0, 400, "invalidRequest"],
  ["onedrive-personal", 250_000_000_001, 413, "invalidRequest"],
  ["print", 0, 400, "invalidRequest"],
  ["print", -1, 400, "invalidRequest"],
  ["print", 1, 200, ""],
];

test.each(sizes)("%s of %i bytes: %i %s", async (family, size, status, code) => {
  const emulator = await startEmulator();
  const { reply } = await openUpload(emulator, family, size);
  expect([reply.status, reply.json?.["error"]?.["code"] ?? ""]).toEqual([status, code]);
  await emulator.close();
});

// family, what is wrong with the parameters of createUploadSession, body, status, code, whether `service` takes it
const bodies: readonly [FamilyName, string, object, number, string, "taken"?][] = [
  [
    "todo",
    "Pascal case",
    { AttachmentInfo: { attachmentType: "file", name: "a", size: 1 } },
    400,
    "UnableToDeserializePostBody",
    "taken",
  ],
  [
    "todo",
    "Outlook's parameter",
    { AttachmentItem: { attachmentType: "file", name: "a", size: 1 } },
    400,
    "UnableToDeserializePostBody",
  ],
  [
    "todo",
    "isInline",
    { attachmentInfo: { attachmentType: "file", name: "a", size: 1, isInline: true } },
    400,
    "UnableToDeserializePostBody",
  ],
  ["todo", "no size", { attachmentInfo: { attachmentType: "file", name: "a" } }, 400, "ErrorRequiredPropertyMissing"],
  [
    "todo",
    "reference",
    { attachmentInfo: { attachmentType: "reference", name: "a", size: 1 } },
    405,
    "ErrorAttachmentSessionIsSupportedOnlyForFileAttachments",
  ],
  ["onedrive-business", "Pascal case", { Item: {} }, 400, "UnableToDeserializePostBody", "taken"],
  ["onedrive-business", "DeferCommit", { DeferCommit: true }, 400, "UnableToDeserializePostBody", "taken"],
  ["onedrive-business", "deferCommit as text", { deferCommit: "true" }, 400, "UnableToDeserializePostBody"],
  ["onedrive-business", "fileSize as text", { item: { fileSize: "1" } }, 400, "UnableToDeserializePostBody"],
  ["onedrive-business", "another name", { item: { name: "other.bin" } }, 400, "invalidRequest"],
  [
    "onedrive-business",
    "a behavior nobody knows",
    { item: { "@microsoft.graph.conflictBehavior": "merge" } },
    400,
    "UnableToDeserializePostBody",
  ],
  ["onedrive-business", "nothing wrong: null", { item: null, deferCommit: null }, 200, "", "taken"],
  [
    "onedrive-business",
    "nothing wrong: all of it",
    { item: { name: "flower.bin", fileSize: 1, description: "d", fileSystemInfo: {} } },
    200,
    "",
    "taken",
  ],
  [
    "print",
    "Pascal case",
    { Properties: { documentName: "a", contentType: "b", size: 1 } },
    400,
    "UnableToDeserializePostBody",
    "taken",
  ],
  ["print", "no contentType", { properties: { documentName: "a", size: 1 } }, 400, "ErrorRequiredPropertyMissing"],
  ["print", "null", { properties: null }, 400, "UnableToDeserializePostBody"],
];

test.each(bodies)("%s with %s", async (family, _, body, status, code, taken) => {
  for (const strictness of ["strict", "service"] as const) {
    const emulator = await startEmulator({ strictness });
    const { reply } = await openUpload(emulator, family, 1, { body });
    const tolerated = strictness === "service" && taken !== undefined;
    const expected = tolerated ? [200, ""] : [status, code];
    expect([reply.status, reply.json?.["error"]?.["code"] ?? ""]).toEqual(expected);
    await emulator.close();
  }
});

test.each(families)("%s: ids that are missing or denied", async (family) => {
  const emulator = await startEmulator();
  const files = family === "todo" ? ["ErrorItemNotFound", "ErrorAccessDenied"] : ["itemNotFound", "accessDenied"];
  const answers = ["missing-1", "denied-1"].map(async (id) => {
    const { reply } = await openUpload(emulator, family, 1, { path: placeOf(family, id) });
    return [reply.status, reply.json?.["error"]?.["code"]];
  });
  expect(await Promise.all(answers)).toEqual([
    [404, files[0]],
    [403, files[1]],
  ]);
  await emulator.close();
});
