import { expect, test } from "vitest";
import { createGraphAdapter } from "../../../runtime/graph/adapter.js";
import { checkGraphUrl } from "../../../runtime/graph/clouds.js";
import { body, onePost, session } from "./seed.js";

/** URLs that are on no account sent to; `host` stands for the host the token is for */
const foreign = (host: string): unknown[] => [
  `https://${host}@evil.example/v1.0/me`,
  `https://user@${host}/v1.0/me`,
  `https://user:pass@${host}/v1.0/me`,
  `https://:@evil.example/${host}`,
  `https:evil.example/://${host}/me`,
  `https:\\\\evil.example/://${host}`,
  `https:/evil.example/${host}`,
  `https://evil.example\\@${host}/me`,
  `https://evil.example#@${host}`,
  `https://evil.example?@${host}`,
  `https://evil.example;@${host}/`,
  `https://evil.example/@${host}`,
  `https://evil.example%00.${host}/`,
  `https://evil${host}/v1.0/me`,
  `https://${host}.evil.example/v1.0/me`,
  `https://${host}-evil.example/`,
  `https://x.${host}/v1.0/me`,
  `https://${host}./v1.0/me`,
  `https://${host}:444/v1.0/me`,
  `https://${host}:80/v1.0/me`,
  `http://${host}/v1.0/me`,
  `http://${host}:443/v1.0/me`,
  `ftp://${host}/v1.0/me`,
  `ws://${host}/v1.0/me`,
  `wss://${host}/v1.0/me`,
  `file://${host}/v1.0/me`,
  `blob:https://${host}/v1.0/me`,
  `//${host}/v1.0/me`,
  `/v1.0/me`,
  host,
  `${host}/v1.0/me`,
  "https://",
  "https:///",
  "",
  " ",
  "javascript:alert(1)",
  "data:text/plain,x",
  "https://xn--graph-microsoft-com-9kb.example/",
  "https://graph.micrоsoft.com/v1.0/me", // a Cyrillic о
  "https://graph.microsoft.com。evil.example/v1.0/me",
  "https://graph.microsoft.com．evil.example/",
  "https://127.0.0.1/v1.0/me",
  "https://2130706433/",
  "https://0177.0.0.1/",
  "https://[::1]/v1.0/me",
  "https://[fe80::1%25eth0]/",
  "https://169.254.169.254/metadata",
  "https://login.microsoftonline.com/",
  "https://graph.microsoft.us/v1.0/me",
  `https://${"a".repeat(100_000)}.example/${host}`,
  undefined,
  null,
  5,
  { href: `https://${host}/v1.0/me`, toString: () => `https://${host}/v1.0/me` },
];

const trusted = "graph.microsoft.com";

/** other spellings of the one host */
const same = [
  `https://${trusted}/v1.0/me`,
  `https://${trusted}:443/v1.0/me`,
  `HTTPS://GRAPH.Microsoft.COM/v1.0/me`,
  `https:\\\\${trusted}\\v1.0\\me`,
  `https:${trusted}/v1.0/me`,
  `https://graph。microsoft．com/v1.0/me`,
  `https://graph.micro\nsoft.com\t/v1.0/me`,
  `https://gr%61ph.microsoft.com/v1.0/me`,
];

test("the corpus is large enough to mean something", () => {
  expect(foreign(trusted).length).toBeGreaterThanOrEqual(40);
});

test.each(foreign(trusted).map((url) => [String(url).slice(0, 80), url]))(
  "no request, no token: %s",
  async (_, url) => {
    let tokens = 0;
    const sent: string[] = [];
    const adapter = createGraphAdapter({
      accessToken: () => `token-${++tokens}`,
      fetch: async (target) => {
        sent.push(target);
        return Response.json(session);
      },
    });
    await expect(
      onePost(adapter)
        .withUrl(url as string)
        .post(body),
    ).rejects.toThrow(/Refused to send a request|no id/);
    expect(() => checkGraphUrl(url as string, adapter.baseUrl)).toThrow("Refused to send a request");
    expect(sent).toEqual([]);
    expect(tokens).toBe(0);
  },
);

test.each(same)("sent, but only as it was checked: %s", async (url) => {
  const sent: string[] = [];
  const adapter = createGraphAdapter({
    accessToken: "token",
    fetch: async (target) => {
      sent.push(target);
      return Response.json(session);
    },
  });
  await onePost(adapter).withUrl(url).post(body);
  expect(sent).toEqual([`https://${trusted}/v1.0/me`]);
});

test("a base URL that is changed later does not move the token", async () => {
  const adapter = createGraphAdapter({ accessToken: "token", fetch: async () => Response.json(session) });
  adapter.baseUrl = "https://evil.example/v1.0";
  await expect(onePost(adapter).post(body)).rejects.toMatchObject({ code: "untrustedHost" });
});

test.each([
  [
    "https://evil.example/me",
    "Refused to send a request to https://evil.example: it may go to https://graph.microsoft.com only.",
  ],
  [
    "https://u:secret@evil.example/me?sig=secret",
    "Refused to send a request to https://evil.example: it may go to https://graph.microsoft.com only.",
  ],
  ["secret", "Refused to send a request to something that is no URL: it may go to https://graph.microsoft.com only."],
])("the refusal of %s names hosts only", (url, message) => {
  expect(() => checkGraphUrl(url, "https://graph.microsoft.com/v1.0")).toThrow(message);
});
