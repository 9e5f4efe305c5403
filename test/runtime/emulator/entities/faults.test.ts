import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Emulator, type FaultMatch, startEmulator } from "../../../../runtime/emulator/server.js";
import { type Answer, graph, postJson } from "../client.js";
import { codeOf, listOf } from "./lists.js";

let emulator: Emulator;
beforeEach(async () => {
  emulator = await startEmulator({ sample: { messages: 25 } });
});
afterEach(() => emulator.close());

const get = (path: string): Promise<Answer> => graph(emulator, "GET", path);

test("the second page of a list is throttled, and comes when it is asked for again", async () => {
  emulator.addFaults([
    { match: { operation: "listEntities", nth: 2 }, action: { status: 429, headers: { "Retry-After": "3" } } },
  ]);
  const statuses = [];
  for (const path of ["/me/messages", "/me/messages?$skip=10", "/me/messages?$skip=10"])
    statuses.push((await get(path)).status);
  expect(statuses).toEqual([200, 429, 200]);
  const { exchanges, insideRetryAfter, requests } = await emulator.ledger();
  expect([requests, insideRetryAfter]).toEqual([3, 1]);
  expect(exchanges).toMatchObject([
    { method: "GET", path: "/v1.0/me/messages", operation: "listEntities", outcome: 200 },
    { outcome: 429, fault: true, retryAfter: "3" },
    { outcome: 200, insideRetryAfter: true },
  ]);
});

// match, which of the requests below it strikes
const matches: readonly [FaultMatch, number[]][] = [
  [{ path: "/me/messages" }, [0, 1]],
  [{ path: "me/messages" }, [0, 1]],
  [{ path: "/ME/Messages", method: "POST" }, [1]],
  [{ path: "/me/messages/*" }, [2]],
  [{ path: "/me/**" }, [0, 1, 2, 3]],
  [{ path: "/users/*/messages" }, [4]],
  [{ path: "/*/messages" }, [0, 1]],
  [{ path: "/me" }, []],
  [{ operation: "getEntity" }, [2]],
  [{ operation: "callAction" }, [3]],
  [{ operation: "callAction", path: "/users/**" }, []],
  [{ method: "GET" }, [0, 2, 4]],
  [{}, []],
];

test.each(matches)("%j strikes the requests %j", async (match, struck) => {
  emulator.addFaults([{ match: { ...match, times: 100 }, action: { status: 503 } }]);
  const replies = [
    await get("/me/messages"),
    await postJson(emulator, "/me/messages", { subject: "a" }),
    await get("/me/messages/M"),
    await postJson(emulator, "/me/sendMail", { message: { toRecipients: [{ emailAddress: { address: "a@b.c" } }] } }),
    await get("/users/eve/messages"),
  ];
  expect(replies.flatMap(({ status }, at) => (status === 503 ? [at] : []))).toEqual(struck);
});

// action, status, code, whether the message was made all the same
const actions: readonly [object, number, string, boolean][] = [
  [{ status: 503 }, 503, "serviceNotAvailable", false],
  [{ status: 503, keep: true }, 503, "serviceNotAvailable", true],
  [{ status: 403, code: "ErrorAccessDenied" }, 403, "ErrorAccessDenied", false],
  [{ resetBeforeHeaders: true }, 0, "", false],
  [{ resetAfterBody: true }, 0, "", false],
  [{ expireToken: 401 }, 401, "InvalidAuthenticationToken", false],
  [{ truncateReply: 5 }, 0, "", true],
];

test.each(actions)("%j", async (action, status, code, made) => {
  emulator.addFaults([{ match: { operation: "createEntity" }, action }]);
  const reply = await postJson(emulator, "/me/messages", { subject: "a" });
  expect(codeOf(reply)).toEqual([status, code]);
  const drafts = await listOf(emulator, "/me/mailFolders/drafts/messages", { Authorization: "Bearer other" });
  expect(drafts).toHaveLength(made ? 1 : 0);
});

test("errors of a plan have the codes of the service", async () => {
  emulator.addFaults([{ match: { operation: "listEntities", times: 2 }, action: { status: 429 } }]);
  expect(codeOf(await get("/me/messages"))).toEqual([429, "ApplicationThrottled"]);
  expect(codeOf(await get("/users"))).toEqual([429, "TooManyRequests"]);
});

describe("throttling", () => {
  test("counts each mailbox and the directory for themselves", async () => {
    const throttled = await startEmulator({ throttle: { requests: 2 } });
    const statuses: Record<string, number[]> = {};
    for (const path of ["/me/messages", "/users/eve/messages", "/groups/G/members"]) {
      statuses[path] = [];
      for (let request = 0; request < 3; request += 1)
        statuses[path].push((await graph(throttled, "GET", path)).status);
    }
    await throttled.close();
    expect(Object.values(statuses)).toEqual([1, 2, 3].map(() => [200, 200, 429]));
  });
});

test("reset takes back what was written, and leaves the sample", async () => {
  await postJson(emulator, "/me/messages", { subject: "a" });
  await postJson(emulator, "/groups/G/members/$ref", { "@odata.id": `${emulator.baseUrl}/users/eve` });
  expect((await get("/me/messages/$count")).text).toBe("26");
  await emulator.reset();
  expect((await get("/me/messages/$count")).text).toBe("25");
  expect(await listOf(emulator, "/groups/G/members")).toEqual([]);
});
