import {
  createGraphAdapter,
  createGraphClient,
  newMgGroupConversationThreadPostAttachmentUploadSession as newUploadSession,
} from "@graphlet/microsoft-graph";
import {
  type NewMgGroupConversationThreadPostAttachmentUploadSessionParameters as Parameters,
  toNewMgGroupConversationThreadPostAttachmentUploadSessionRequestInformation as toRequestInformation,
} from "@graphlet/microsoft-graph/cmdlets/new-mg-group-conversation-thread-post-attachment-upload-session";
import { type Emulator, startEmulator } from "@graphlet/runtime/emulator";
import type { AuthenticationProvider, RequestAdapter } from "@microsoft/kiota-abstractions";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kiotaAdapter } from "../runtime/graph/kiota-adapter.js";

const ids = { groupId: "g", conversationId: "c", conversationThreadId: "t", postId: "p" };
const attachmentItem = { attachmentType: "file", name: "flower", size: 3483322 } as const;

let emulator: Emulator;
let adapters: Record<"ours" | "Kiota's", RequestAdapter>;

beforeAll(async () => {
  emulator = await startEmulator();
  const { token, baseUrl } = emulator;
  adapters = {
    ours: createGraphAdapter({ accessToken: token, baseUrl }),
    "Kiota's": kiotaAdapter(baseUrl, bearer(token)),
  };
});
afterAll(() => emulator.close());

function bearer(token: string): AuthenticationProvider {
  return { authenticateRequest: async ({ headers }) => void headers.add("Authorization", `Bearer ${token}`) };
}

function posts(adapter: RequestAdapter) {
  return createGraphClient(adapter)
    .groups.byGroupId("g")
    .conversations.byConversationId("c")
    .threads.byConversationThreadId("t")
    .posts.byPostId("p");
}

describe.each(["ours", "Kiota's"] as const)("through %s request adapter", (kind) => {
  test("the chain opens an upload session", async () => {
    const session = await posts(adapters[kind]).attachments.createUploadSession.post({ attachmentItem });
    expect(session?.uploadUrl).toContain("/AttachmentSessions(");
    expect(session?.nextExpectedRanges).toEqual(["0-"]);
    expect(session?.expirationDateTime).toBeInstanceOf(Date);
  });

  test("the cmdlet function opens one", async () => {
    const session = await newUploadSession(adapters[kind], { ...ids, attachmentItem });
    expect(session?.uploadUrl).toContain("/AttachmentSessions(");
  });

  test("a refusal is an Error with the service's code, status and request id", async () => {
    const refused = newUploadSession(adapters[kind], { ...ids, postId: "missing-1", attachmentItem });
    await expect(refused).rejects.toBeInstanceOf(Error);
    await expect(refused).rejects.toMatchObject({
      code: "ErrorItemNotFound",
      status: 404,
      requestId: expect.any(String),
    });
  });
});

describe("one request from every parameter set", () => {
  const inputObject = ids;
  const bodyParameter = { attachmentItem };
  test.each<[string, Parameters]>([
    ["CreateExpanded", { ...ids, attachmentItem }],
    ["Create", { ...ids, bodyParameter }],
    ["CreateViaIdentityExpanded", { inputObject, attachmentItem }],
    ["CreateViaIdentity", { inputObject, bodyParameter }],
  ])("%s", (_, parameters) => {
    const { URL, httpMethod, content } = toRequestInformation(adapters.ours, parameters);
    expect(httpMethod).toBe("POST");
    expect(URL).toBe(`${emulator.baseUrl}/groups/g/conversations/c/threads/t/posts/p/attachments/createUploadSession`);
    expect(JSON.parse(new TextDecoder().decode(content))).toEqual({
      AttachmentItem: { attachmentType: "file", name: "flower", size: 3483322 },
    });
  });
});

test("additional properties keep their names, whatever they are", () => {
  const additionalProperties = { 'x"y': 1, "@odata.type": "#t", __proto__x: null };
  const { content } = toRequestInformation(adapters.ours, { ...ids, attachmentItem, additionalProperties });
  expect(JSON.parse(new TextDecoder().decode(content))).toMatchObject(additionalProperties);
});

test("a raw URL takes the place of the template", () => {
  const url = "https://graph.microsoft.com/v1.0/me/messages/m/attachments/createUploadSession";
  const { createUploadSession } = posts(adapters.ours).attachments;
  expect(createUploadSession.withUrl(url).toPostRequestInformation({ attachmentItem }).URL).toBe(url);
});

describe("refused by the compiler and, for JavaScript, at run time with PowerShell's wording", () => {
  const adapter = createGraphAdapter({ accessToken: "token" });

  test("a mix of parameter sets", async () => {
    // @ts-expect-error -- attachmentItem and bodyParameter are of different sets
    const mixed = newUploadSession(adapter, { ...ids, attachmentItem, bodyParameter: { attachmentItem } });
    await expect(mixed).rejects.toThrow("Parameter set cannot be resolved using the specified named parameters.");
  });

  test("a missing mandatory parameter", async () => {
    // @ts-expect-error -- postId is missing
    const lacking = newUploadSession(adapter, { groupId: "g", conversationId: "c", conversationThreadId: "t" });
    await expect(lacking).rejects.toThrow("missing mandatory parameters: PostId.");
  });

  test("an unknown parameter", async () => {
    // @ts-expect-error -- there is no groupID
    const unknown = newUploadSession(adapter, { ...ids, groupID: "g" });
    await expect(unknown).rejects.toThrow("A parameter cannot be found that matches parameter name 'groupID'.");
  });

  test("an identity without a field of the path", async () => {
    const lacking = newUploadSession(adapter, { inputObject: { groupId: "g" }, attachmentItem });
    await expect(lacking).rejects.toThrow("InputObject has null value for InputObject.ConversationId");
  });

  test("a value that is none of the enumeration", () => {
    // @ts-expect-error -- attachments are files, items or references
    expect(toRequestInformation(adapter, { ...ids, attachmentItem: { attachmentType: "folder" } }).URL).toBeTruthy();
  });
});

test("an empty body is not sent", async () => {
  await emulator.reset();
  await expect(posts(adapters.ours).attachments.createUploadSession.post({})).rejects.toThrow("AttachmentItem");
  expect((await emulator.ledger()).exchanges).toEqual([]);
});
