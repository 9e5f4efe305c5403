import { format, inspect } from "node:util";
import { HttpMethod } from "@microsoft/kiota-abstractions";
import { describe, expect, test } from "vitest";
import { createGraphAdapter } from "../../../runtime/graph/adapter.js";
import { RequestBuilder } from "../../../runtime/graph/request-builder.js";
import { requestInformation } from "../../../runtime/graph/request-information.js";
import { kiotaAdapter } from "./kiota-adapter.js";
import { GraphClient, body, onePost } from "./seed.js";

const adapter = createGraphAdapter({ accessToken: "token" });
const graph = "https://graph.microsoft.com/v1.0";

test("a chain makes the request of its last step", () => {
  const chain = new GraphClient(adapter).groups.byGroupId("a/b=").posts.byPostId("p?");
  const request = chain.toPostRequestInformation(body);
  expect(request.URL).toBe(`${graph}/groups/a%2Fb%3D/posts/p%3F/attachments/createUploadSession`);
  expect(request.httpMethod).toBe("POST");
  expect(request.headers.tryGetValue("Accept")).toEqual(["application/json"]);
  expect(request.headers.tryGetValue("Content-Type")).toEqual(["application/json"]);
  expect(JSON.parse(new TextDecoder().decode(request.content))).toEqual({
    AttachmentItem: { attachmentType: "file", name: "flower", size: 3483322 },
  });
});

test("a request takes headers and options, and the URL is whole with any adapter", () => {
  const option = { getKey: () => "option" };
  const request = onePost(kiotaAdapter(graph)).toPostRequestInformation(body, {
    headers: { accept: "text/plain", prefer: ["a", "b"] },
    options: [option],
  });
  expect(request.URL).toBe(`${graph}/groups/g/posts/p/attachments/createUploadSession`);
  expect(request.headers.tryGetValue("accept")).toEqual(["text/plain"]);
  expect(request.headers.tryGetValue("prefer")).toEqual(["a", "b"]);
  expect(request.getRequestOptions()["option"]).toBe(option);
});

test("steps share nothing: two items of one collection are two requests", () => {
  const groups = new GraphClient(adapter).groups;
  const urls = ["a", "b"].map((id) => groups.byGroupId(id).posts.byPostId("p").toPostRequestInformation(body).URL);
  expect(urls).toEqual(urls.map((_, index) => expect.stringContaining(`/groups/${"ab"[index]}/`)));
});

test("withUrl takes a URL as it is", () => {
  const raw = `${graph}/elsewhere?x=%24y#z`;
  expect(onePost(adapter).withUrl(raw).toPostRequestInformation(body).URL).toBe(raw);
});

test.each([undefined, null, "", ".", ".."])("%j is no id", (id) => {
  const chain = new GraphClient(adapter).groups.byGroupId(id as string).posts.byPostId("p");
  expect(() => chain.toPostRequestInformation(body)).toThrow(
    new TypeError(`The path parameter 'group-id' is '${id ?? ""}', which is no id.`),
  );
});

test("a template may have query parameters, which need no value", () => {
  const request = requestInformation(adapter, { id: 5 }, HttpMethod.GET, "{+baseurl}/a/{id}{?%24select,%24top}", {
    queryParameters: { "%24top": 3 },
  });
  expect(request.URL).toBe(`${graph}/a/5?%24top=3`);
});

describe("an unknown member", () => {
  type Loose = Record<string, (() => unknown) & Record<string, unknown>>;
  const loose = (builder: RequestBuilder): Loose => builder as unknown as Loose;

  test.each<[string, () => unknown, string]>([
    [
      "at the end of a chain",
      () => loose(onePost(adapter))["pst"],
      "CreateUploadSessionRequestBuilder has no member 'pst'. Did you mean 'post'?",
    ],
    [
      "in the middle",
      () => loose(new GraphClient(adapter))["group"]?.["byGroupId"],
      "GraphClient has no member 'group'. Did you mean 'groups'?",
    ],
    [
      "like nothing there is",
      () => loose(new GraphClient(adapter).groups)["attachments"],
      "GroupsRequestBuilder has no member 'attachments'. It has byGroupId.",
    ],
    [
      "of a step without members",
      () => loose(new RequestBuilder(adapter))["get"],
      "RequestBuilder has no member 'get'. It has none.",
    ],
  ])("%s is one clear error", (_, read, message) => {
    expect(read).toThrow(new TypeError(message));
  });

  test("costs nobody a working console, promise or test runner", async () => {
    const builder = onePost(adapter);
    expect(await builder).toBe(builder);
    expect(builder).toEqual(builder);
    expect(builder).not.toEqual({});
    expect(() => expect(builder).toBe(5)).toThrow("to be 5");
    expect(JSON.stringify(builder)).not.toContain("token");
    expect(builder instanceof Object).toBe(true);
    expect("pst" in builder).toBe(false);
    expect(builder.hasOwnProperty("pst")).toBe(false);
    expect(Object.keys(builder)).toEqual(["requestAdapter", "pathParameters"]);
  });

  test("is refused of builders only", () => {
    expect((Object.prototype as Record<string, unknown>)["pst"]).toBeUndefined();
  });
});

test("a builder shows as its class and ids, without adapter and secrets", () => {
  const chain = new GraphClient(adapter).groups.byGroupId("42").posts.byPostId("p");
  expect(String(chain)).toBe("CreateUploadSessionRequestBuilder(group-id=42, post-id=p)");
  expect(inspect(chain)).toBe(String(chain));
  expect(format("%s", new GraphClient(adapter))).toContain("GraphClient()");
  const raw = chain.withUrl("https://user:pass@outlook.office.com/x?authtoken=secret");
  expect(String(raw)).toBe("CreateUploadSessionRequestBuilder(https://outlook.office.com/x?authtoken=***)");
});
