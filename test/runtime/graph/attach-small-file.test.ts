import { expect, test } from "vitest";
import { attachSmallFile } from "../../../runtime/graph/attach-small-file.js";
import { Attachments, attachmentFields } from "../../../runtime/graph/attachments.js";
import { createGraphAdapter } from "../../../runtime/graph/adapter.js";
import { type Answer, reply, startService } from "./local-service.js";

const bytes = new TextEncoder().encode("content");
const file = { name: "a.txt", bytes, body: { name: "a.txt" } };
const created = { id: "new", name: "a.txt" };
const added: Answer = { status: 201, body: { ...created, contentBytes: "Y29udGVudA==" } };
const cut: Answer = (response) => response.destroy();
const listed = (...value: object[]): Answer => ({ body: { value } });

async function attach(...answers: Answer[]) {
  const { origin, received } = await startService(...answers);
  const adapter = createGraphAdapter({ accessToken: "t", baseUrl: origin });
  const attachments = new Attachments(
    adapter,
    `${adapter.baseUrl}/me/messages/m/attachments`,
    attachmentFields.outlook,
  );
  const call = attachSmallFile(attachments, file, undefined);
  const result = await call.catch((error: unknown) => error);
  const path = "/v1.0/me/messages/m/attachments";
  return {
    result,
    requests: received.map((each) => `${each.method} ${each.path.replace(path, "").replace(/\?.*/, "")}`),
  };
}

test.each<[string, Answer[], string[]]>([
  ["at once", [added], ["POST "]],
  ["after a 429", [{ status: 429, headers: { "retry-after": "0" } }, added], ["POST ", "POST "]],
  ["after a lost reply, when it is not there", [cut, listed(), added], ["POST ", "GET ", "POST "]],
  [
    "after a 503, which may have attached it",
    [{ status: 503, headers: { "retry-after": "0" } }, listed(), added],
    ["POST ", "GET ", "POST "],
  ],
  [
    "after a 504 in HTML",
    [{ status: 504, body: "<p>Gateway Timeout" }, listed({ id: "x", name: "b.txt" }), added],
    ["POST ", "GET ", "POST "],
  ],
  [
    "when it is there already",
    [
      cut,
      listed({ id: "old", name: "a.txt" }, { id: "new", name: "a.txt" }),
      { body: "CONTENT" },
      { body: "content" },
      { body: created },
    ],
    ["POST ", "GET ", "GET /old/$value", "GET /new/$value", "GET /new"],
  ],
  [
    "when a 201 says nothing",
    [{ status: 201 }, listed({ id: "new", name: "a.txt" }), { body: "content" }, { body: created }],
    ["POST ", "GET ", "GET /new/$value", "GET /new"],
  ],
  [
    "when another of its name is there",
    [cut, listed({ id: "old", name: "a.txt" }), { body: "other" }, added],
    ["POST ", "GET ", "GET /old/$value", "POST "],
  ],
])("is attached once: %s", async (_, answers, want) => {
  const { result, requests } = await attach(...answers);
  expect(requests).toEqual(want);
  expect(result).toEqual(created);
});

const pageAt =
  (path: string): Answer =>
  (response, { headers }) =>
    reply(response, { body: { value: [], "@odata.nextLink": `http://${headers.host}/v1.0${path}` } });

test("pages of the list are followed", async () => {
  const page = pageAt("/me/messages/m/attachments/page");
  const { requests } = await attach(cut, page, listed(created), { body: "content" }, { body: created });
  expect(requests).toEqual(["POST ", "GET ", "GET /page", "GET /new/$value", "GET /new"]);
});

test("a list without end is an error", async () => {
  const { result, requests } = await attach(cut, pageAt("/next"));
  expect(result).toMatchObject({ code: "ambiguous", message: expect.stringContaining("does not end") });
  expect(requests.length).toBeLessThan(200);
});

test("a list that leads elsewhere gets no token", async () => {
  const { result } = await attach(cut, { body: { value: [], "@odata.nextLink": "https://evil.example/next" } });
  expect(result).toMatchObject({
    message: expect.stringContaining("Refused to send a request to https://evil.example"),
  });
});

test("nobody can tell: that is said, and nothing is sent again", async () => {
  const { result, requests } = await attach(cut, {
    status: 403,
    body: { error: { code: "ErrorAccessDenied", message: "No." } },
  });
  expect(result).toMatchObject({
    name: "UploadError",
    code: "ambiguous",
    message: expect.stringMatching(
      /^the file may or may not have arrived: .* Asking failed too: 403 ErrorAccessDenied: No\.$/,
    ),
  });
  expect(requests).toEqual(["POST ", "GET "]);
});

test("it is tried three times", async () => {
  const { result, requests } = await attach(cut, listed(), cut, listed(), cut, listed(), added);
  expect(result).toMatchObject({ name: "GraphError", retryable: true });
  expect(requests.filter((request) => request === "POST ")).toHaveLength(3);
});

test.each<[string, Answer]>([
  ["400", { status: 400, body: { error: { code: "a", message: "m" } } }],
  ["401", { status: 401 }],
  ["413", { status: 413 }],
  ["429 and an hour's pause", { status: 429, headers: { "retry-after": "3600" } }],
])("a refusal with %s is final", async (_, answer) => {
  const { requests } = await attach(answer, added);
  expect(requests).toEqual(["POST "]);
});
