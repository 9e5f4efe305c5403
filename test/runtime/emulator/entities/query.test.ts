import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, startEmulator } from "../../../../runtime/emulator/server.js";
import { graph, postJson } from "../client.js";
import { codeOf, followPages, listOf } from "./lists.js";

let emulator: Emulator;
let lenient: Emulator;
beforeAll(async () => {
  [emulator, lenient] = await Promise.all([
    startEmulator({ sample: { messages: 12, users: 6, groups: 3 } }),
    startEmulator({ strictness: "service", sample: { messages: 3, users: 2 } }),
  ]);
  const drafts = [
    {
      subject: "Über O'Brien",
      categories: ["Red", "Blue"],
      body: { contentType: "html", content: "<p>Secret <i>plan</i></p>" },
    },
    {
      subject: "zebra",
      ccRecipients: [{ emailAddress: { name: "Zoe", address: "zoe@contoso.com" } }],
      importance: "low",
    },
  ];
  for (const draft of drafts) await postJson(emulator, "/me/messages", draft);
});
afterAll(() => Promise.all([emulator.close(), lenient.close()]));

const eventual = { ConsistencyLevel: "eventual" };

// $filter, subjects it leaves
const filters: readonly [string, string[]][] = [
  ["subject eq 'Invoice (3)'", ["Invoice (3)"]],
  ["subject eq 'INVOICE (3)'", ["Invoice (3)"]],
  ["Subject eq 'Invoice (3)'", ["Invoice (3)"]],
  ["'Invoice (3)' eq subject", ["Invoice (3)"]],
  ["subject eq 'Über O''Brien'", ["Über O'Brien"]],
  ["contains(subject,'RAVEL')", ["Travel plans (4)", "Travel plans (10)"]],
  ["startswith(subject, 'Minutes')", ["Minutes of the meeting (5)", "Minutes of the meeting (11)"]],
  ["startsWith(subject,'Minutes') and endswith(subject,'(5)')", ["Minutes of the meeting (5)"]],
  ["contains(subject,'brien') eq true", ["Über O'Brien"]],
  ["contains(subject,'brien') eq false and isDraft eq true", ["zebra"]],
  ["from/emailAddress/address eq 'goroa7@emulator.example'", ["Quarterly figures (7)"]],
  ["from/emailAddress/name eq 'Goro Abel'", ["Quarterly figures (7)"]],
  ["isDraft eq true and not contains(subject,'zebra')", ["Über O'Brien"]],
  ["isDraft", ["Über O'Brien", "zebra"]],
  ["not(isDraft eq false)", ["Über O'Brien", "zebra"]],
  ["importance eq 'low' or importance eq 'high'", ["Quarterly figures (1)", "Minutes of the meeting (11)", "zebra"]],
  ["importance eq 'low' and isDraft eq false or isDraft eq true and importance eq 'normal'", ["Über O'Brien"]],
  ["importance ne 'normal' and (isRead eq false or isDraft eq true)", ["Quarterly figures (1)", "zebra"]],
  [
    "receivedDateTime ge 2026-01-30T15:00:00Z and receivedDateTime lt 2026-02-01",
    ["Quarterly figures (1)", "Lunch on Friday (2)"],
  ],
  [
    "receivedDateTime ge 2026-01-30T17:00:00+02:00 and isDraft eq false",
    ["Quarterly figures (1)", "Lunch on Friday (2)"],
  ],
  ["subject in ('zebra', 'Invoice (9)')", ["Invoice (9)", "zebra"]],
  ["categories/any(c:c eq 'red')", ["Über O'Brien"]],
  ["categories/any()", ["Über O'Brien"]],
  ["categories/all(c:c eq 'red') and isDraft eq true", ["zebra"]],
  ["ccRecipients/any(r:startswith(r/emailAddress/address,'zoe'))", ["zebra"]],
  ["sender eq null", ["Über O'Brien", "zebra"]],
  ["from ne null and isRead eq false and subject lt 'R'", ["Quarterly figures (1)", "Quarterly figures (7)"]],
  ["from/emailAddress/name lt 'b'", ["Quarterly figures (1)", "Minutes of the meeting (11)"]],
  ["subject eq 'nothing'", []],
];

test.each(filters)("$filter=%s", async (filter, subjects) => {
  const path = `/me/messages?$top=100&$select=subject&$filter=${encodeURIComponent(filter)}`;
  const found = (await listOf(emulator, path)).map(({ subject }) => String(subject));
  expect(found.toSorted()).toEqual(subjects.toSorted());
  const count = await graph(emulator, "GET", `/me/messages/$count?$filter=${encodeURIComponent(filter)}`);
  expect([count.headers["content-type"], count.text]).toEqual(["text/plain", String(subjects.length)]);
});

// query, code, a part of the message
const refused: readonly [string, string, string][] = [
  [
    "$filter=subjct eq 'a'",
    "BadRequest",
    "Invalid filter clause: Could not find a property named 'subjct' on type 'microsoft.graph.message'.",
  ],
  ["$filter=from/emailAddress/mail eq 'a'", "BadRequest", "named 'mail' on type 'microsoft.graph.emailAddress'"],
  ["$filter=subject eq 'a", "BadRequest", "unclosed literal at position 11"],
  ["$filter=subject", "BadRequest", "must evaluate to a single boolean value"],
  ["$filter=", "BadRequest", "Invalid filter clause"],
  ["$filter=subject eq", "BadRequest", "Syntax error at position 10"],
  ["$filter=subject like 'a'", "BadRequest", "Syntax error at position 8"],
  ["$filter=(subject eq 'a'", "BadRequest", "Syntax error"],
  ["$filter=subject eq 'a')", "BadRequest", "Syntax error"],
  ["$filter=subject eq 'a' and", "BadRequest", "Syntax error"],
  ["$filter=isRead eq 'true'", "BadRequest", "'Edm.Boolean' and 'Edm.String' for operator kind 'eq'"],
  ["$filter=isRead eq 1", "BadRequest", "incompatible types"],
  ["$filter=subject eq 5", "BadRequest", "incompatible types"],
  ["$filter=receivedDateTime ge 'yesterday'", "BadRequest", "incompatible types"],
  ["$filter=importance eq 'huge'", "BadRequest", "The string 'huge' is not a valid enumeration"],
  ["$filter=contains(isRead,'a')", "BadRequest", "No function signature"],
  ["$filter=contains(subject)", "BadRequest", "Syntax error"],
  ["$filter=subject __proto__ 'a'", "BadRequest", "Syntax error"],
  ["$filter=constructor(subject,'a')", "BadRequest", "Invalid filter clause"],
  ['$search="constructor:a"', "BadRequest", "'constructor'"],
  ["$filter=length(subject) eq 1", "BadRequest", "Invalid filter clause"],
  ["$filter=subject/any(s:s eq 'a')", "BadRequest", "following a collection"],
  ["$filter=categories eq 'Red'", "BadRequest", "incompatible types"],
  ["$filter=%23", "BadRequest", "not valid at position 0"],
  [`$filter=${"(".repeat(200)}`, "BadRequest", "node count limit"],
  ["$top=0", "BadRequest", "requires a positive integer"],
  [
    "$top=1001",
    "BadRequest",
    "The limit of '1000' for Top query has been exceeded. The value from the incoming request is '1001'.",
  ],
  ["$top=x", "BadRequest", "Invalid value 'x' for $top"],
  ["$top=-1", "BadRequest", "Invalid value '-1' for $top"],
  ["$skip=1.5", "BadRequest", "Invalid value '1.5' for $skip"],
  ["$count=maybe", "BadRequest", "Invalid value 'maybe' for $count"],
  ["$top=1&$top=2", "BadRequest", "more than once"],
  [
    "$select=subject,nothing",
    "BadRequest",
    "Parsing OData Select and Expand failed: Could not find a property named 'nothing' on type 'microsoft.graph.message'.",
  ],
  ["$expand=nothing", "BadRequest", "named 'nothing' on type 'microsoft.graph.message'"],
  ["$expand=attachments($select=colour)", "BadRequest", "named 'colour' on type 'microsoft.graph.attachment'"],
  ["$orderby=nothing", "BadRequest", "named 'nothing'"],
  ["$orderby=subject sideways", "BadRequest", "Syntax error in the $orderby"],
  ["$nothing=1", "BadRequest", "The query parameter '$nothing' is not supported."],
  ["$skiptoken=abc", "BadRequest", "$skiptoken"],
  ['$search="a"&$filter=isRead eq true', "SearchWithFilter", "'$filter' is not supported with '$search'"],
  ['$search="a"&$orderby=subject', "SearchWithOrderBy", "'$orderby' is not supported with '$search'"],
  ['$search="colour:red"', "BadRequest", "'colour'"],
  ["$filter=isRead eq true&$orderby=subject", "InefficientFilter", "too complex"],
  ["$filter=isRead eq true and subject ge 'a'&$orderby=subject", "InefficientFilter", "too complex"],
];

test.each(refused)("%s is refused", async (query, code, message) => {
  const reply = await graph(emulator, "GET", `/me/messages?${query.replaceAll(" ", "%20")}`);
  expect(codeOf(reply)).toEqual([400, code]);
  expect(String(reply.json?.["error"]?.["message"])).toContain(message);
  expect(reply.json?.["error"]?.["innerError"]).toMatchObject({ "request-id": reply.headers["request-id"] });
});

// query, subjects in order
const orders: readonly [string, string[]][] = [
  ["$orderby=subject&$top=2", ["Invoice (3)", "Invoice (9)"]],
  ["$orderby=subject desc&$top=2", ["Über O'Brien", "zebra"]],
  ["$orderby=importance desc,subject&$top=2", ["Invoice (3)", "Invoice (9)"]],
  [
    "$orderby=from/emailAddress/name&$top=3&$skip=2",
    ["Quarterly figures (1)", "Minutes of the meeting (11)", "Lunch on Friday (2)"],
  ],
  [
    "$filter=subject ge 'm' and subject lt 'r' and isRead eq true&$orderby=subject",
    ["Minutes of the meeting (11)", "Minutes of the meeting (5)"],
  ],
];

test.each(orders)("%s", async (query, subjects) => {
  const found = await listOf(emulator, `/me/messages?$select=subject&${query}`);
  expect(found.map(({ subject }) => subject)).toEqual(subjects);
});

// $search, how many
const searches: readonly [string, number][] = [
  ['"travel"', 2],
  ["travel", 2],
  ['"Travel plans"', 2],
  ['"subject:travel"', 2],
  ['"body:travel"', 0],
  ['"from:goro"', 1],
  ['"from:goro subject:quarterly"', 1],
  ['"from:goro subject:travel"', 0],
  ['"cc:zoe"', 1],
  ['"participants:zoe"', 1],
  ['"secret"', 1],
  ['"ravel"', 0],
];

test.each(searches)("$search=%s", async (search, count) => {
  const found = await followPages(emulator, `/me/messages?$search=${encodeURIComponent(search)}&$top=1`);
  expect(found.flat()).toHaveLength(count);
});

describe("$select and $expand", () => {
  test.each([
    ["subject", ["id", "subject"]],
    ["Subject, IsRead", ["id", "isRead", "subject"]],
    ["from/emailAddress", ["from", "id"]],
    ["id", ["id"]],
    ["uniqueBody", ["id", "uniqueBody"]],
  ])("$select=%s", async (select, names) => {
    const [message] = await listOf(emulator, `/me/messages?$top=1&$select=${select}`);
    expect(
      Object.keys(message ?? {})
        .filter((name) => !name.includes("@"))
        .toSorted(),
    ).toEqual(names);
  });

  test("what was attached, by whatever route, comes with its item", async () => {
    const { json } = await postJson(emulator, "/users/carl/messages", { subject: "with file" });
    const file = { "@odata.type": "#microsoft.graph.fileAttachment", name: "a.txt", contentBytes: "aGVsbG8=" };
    await postJson(emulator, `/users/carl/messages/${String(json?.["id"])}/attachments`, file);
    const path = `/users/carl/messages/${String(json?.["id"])}`;
    const whole = await graph(emulator, "GET", `${path}?$expand=attachments`);
    expect(whole.json).toMatchObject({
      hasAttachments: true,
      attachments: [{ "@odata.type": "#microsoft.graph.fileAttachment", name: "a.txt", contentBytes: "aGVsbG8=" }],
    });
    const part = await graph(
      emulator,
      "GET",
      `${path}?$select=subject&$expand=attachments($select=name,size),extensions`,
    );
    expect(part.json?.["attachments"]).toEqual([
      {
        "@odata.type": expect.any(String),
        "@odata.mediaContentType": expect.any(String),
        id: expect.any(String),
        name: "a.txt",
        size: expect.any(Number),
      },
    ]);
    expect(part.json?.["extensions"]).toEqual([]);
  });
});

// path, headers, status, code, a part of the message: what the directory takes only as an advanced query
const advanced: readonly [string, Record<string, string>, number, string, string][] = [
  [
    '/users?$search="displayName:ad"',
    {},
    400,
    "Request_UnsupportedQuery",
    "special request header: 'ConsistencyLevel: eventual'",
  ],
  ['/users?$search="displayName:ad"', eventual, 200, "", ""],
  ['/users?$search="displayName:ad"', { consistencylevel: "Eventual" }, 200, "", ""],
  ["/users?$search=ad", eventual, 400, "BadRequest", "Search clause"],
  ["/users?$count=true", {}, 400, "Request_BadRequest", "$count is not currently supported."],
  ["/users?$count=true", eventual, 200, "", ""],
  ["/users/$count", {}, 400, "Request_BadRequest", "$count is not currently supported."],
  ["/users/$count", eventual, 200, "", ""],
  [
    "/users?$filter=displayName ne 'a'",
    {},
    400,
    "Request_UnsupportedQuery",
    "specified for property 'displayName' of resource 'User'",
  ],
  [
    "/users?$filter=displayName ne 'a'",
    eventual,
    400,
    "Request_UnsupportedQuery",
    "specified for property 'displayName'",
  ],
  ["/users?$filter=displayName ne 'a'&$count=true", eventual, 200, "", ""],
  ["/users?$filter=startswith(displayName,'A')", {}, 200, "", ""],
  ["/users?$filter=endswith(mail,'e')", {}, 400, "Request_UnsupportedQuery", "'mail'"],
  [
    "/users?$filter=startswith(displayName,'A')&$orderby=displayName",
    {},
    400,
    "Request_UnsupportedQuery",
    "Sorting not supported for current query.",
  ],
  ["/users?$filter=startswith(displayName,'A')&$orderby=displayName&$count=true", eventual, 200, "", ""],
  ["/users?$orderby=displayName", {}, 200, "", ""],
  ["/users?$skip=1", {}, 400, "BadRequest", "'$skip' is not supported by the service."],
  ["/users?$top=1000", {}, 400, "BadRequest", "The limit of '999'"],
  ["/users?$top=999", {}, 200, "", ""],
  ["/me/messages?$count=true", {}, 200, "", ""],
];

test.each(advanced)("%s with %j", async (path, headers, status, code, message) => {
  const reply = await graph(emulator, "GET", path.replaceAll(" ", "%20"), { headers });
  expect(codeOf(reply)).toEqual([status, code]);
  expect(String(reply.json?.["error"]?.["message"] ?? "")).toContain(message);
});

test("only strict are the rules that are written down but not kept", async () => {
  for (const path of ["/users?$count=true", "/me/messages?$filter=isRead%20eq%20true&$orderby=subject"]) {
    expect((await graph(lenient, "GET", path)).status).toBe(200);
  }
});

test("pages of the directory are continued by tokens, and counted on the first only", async () => {
  const first = await graph(emulator, "GET", "/users?$top=4&$count=true&$select=displayName", { headers: eventual });
  expect(first.json?.["@odata.count"]).toBe(7);
  const link = String(first.json?.["@odata.nextLink"]);
  expect(link).toMatch(/\/users\?\$top=4&\$count=true&\$select=displayName&\$skiptoken=[\w-]+$/);
  const second = await graph(emulator, "GET", link.slice(emulator.baseUrl.length), { headers: eventual });
  expect(second.json).not.toHaveProperty("@odata.count");
  const pages = await followPages(emulator, "/users?$top=4", {});
  expect(pages.map((page) => page.length)).toEqual([4, 3]);
});

test.each([
  ['"displayName:ad"', ["Adele Abel"]],
  ['"displayName:abel"', ["Adele Abel", "Bianca Abel", "Carlos Abel", "Dana Abel", "Emil Abel", "Farida Abel"]],
  ['"displayName:ad" OR "mail:bianca"', ["Adele Abel", "Bianca Abel"]],
  ['"displayName:abel" AND "mail:bianca"', ["Bianca Abel"]],
  ['"displayName:ele"', []],
])("$search=%s in the directory", async (search, found) => {
  const users = await listOf(emulator, `/users?$search=${encodeURIComponent(search)}`, eventual);
  expect(users.map(({ displayName }) => displayName)).toEqual(found);
});

test("Prefer sets the size of pages where $top does not", async () => {
  const headers = { Prefer: "odata.maxpagesize=3" };
  const reply = await graph(emulator, "GET", "/me/messages", { headers });
  expect(reply.headers["preference-applied"]).toBe("odata.maxpagesize=3");
  expect((await followPages(emulator, "/me/messages?$top=7", headers)).map((page) => page.length)).toEqual([7, 7]);
});

// time from and until, subjects
const windows: readonly [string, number][] = [
  ["startDateTime=2026-05-01T00:00:00Z&endDateTime=2026-05-03T00:00:00Z", 2],
  ["startDateTime=2026-05-01&endDateTime=2026-05-02", 1],
  ["startdatetime=2026-05-01T10:30:00&enddatetime=2026-05-01T12:00:00", 1],
  ["startDateTime=2026-05-01T11:00:00Z&endDateTime=2026-05-02T09:00:00Z", 0],
];

describe("calendarView", () => {
  beforeAll(async () => {
    for (const day of [1, 2, 5]) {
      const [start, end] = [`2026-05-0${day}T10:00:00`, `2026-05-0${day}T11:00:00.0000000`].map((dateTime) => ({
        dateTime,
        timeZone: "UTC",
      }));
      await postJson(emulator, "/users/dora/events", { subject: String(day), start, end });
    }
  });
  test.each(windows)("%s", async (query, count) => {
    for (const path of ["/users/dora/calendarView", "/users/dora/calendar/calendarView"]) {
      expect(await listOf(emulator, `${path}?${query}`)).toHaveLength(count);
      expect((await graph(emulator, "GET", `${path}/$count?${query}`)).text).toBe(String(count));
    }
  });
  test.each(["", "?startDateTime=2026-05-01", "?startDateTime=x&endDateTime=y"])(
    "without a time: %s",
    async (query) => {
      expect(codeOf(await graph(emulator, "GET", `/users/dora/calendarView${query}`))).toEqual([
        400,
        "ErrorInvalidParameter",
      ]);
    },
  );
  test("reminders", async () => {
    const times = "startDateTime='2026-05-01T00:00:00Z',endDateTime='2026-05-03T00:00:00Z'";
    const reply = await graph(emulator, "GET", `/users/dora/reminderView(${times})`);
    expect(reply.json?.["value"]).toMatchObject([{ eventSubject: "1" }, { eventSubject: "2" }]);
  });
});
