import { expect, test } from "vitest";
import { graphBaseUrl, parseBaseUrl } from "../../../runtime/graph/clouds.js";
import { isLoopback } from "../../../runtime/upload/loopback.js";

test("the base URL of a cloud has the version", () => {
  expect(graphBaseUrl({ graph: "graph.microsoft.us" }, "beta")).toBe("https://graph.microsoft.us/beta");
});

test.each([
  ["http://127.0.0.1:8080", "http://127.0.0.1:8080/v1.0"],
  ["http://127.0.0.1:8080/", "http://127.0.0.1:8080/v1.0"],
  ["http://localhost:80", "http://localhost/v1.0"],
  ["http://[::1]:5000/v1.0", "http://[::1]:5000/v1.0"],
  ["http://127.3.2.1/beta/", "http://127.3.2.1/v1.0"],
  ["https://graph.microsoft.us/v1.0", "https://graph.microsoft.us/v1.0"],
  ["https://graph.microsoft.us/beta", "https://graph.microsoft.us/v1.0"],
  ["https://gateway.example:8443/graph/v1.0", "https://gateway.example:8443/graph/v1.0"],
  ["https://gateway.example/graph", "https://gateway.example/graph"],
  ["https://gateway.example/v1.0/graph//", "https://gateway.example/v1.0/graph"],
  ["HTTPS://Graph.Microsoft.Com", "https://graph.microsoft.com/v1.0"],
])("%s stands for %s", (text, want) => {
  expect(parseBaseUrl(text, "v1.0")).toBe(want);
});

test.each([
  ["", "The base URL is not a URL; it looks like https://host/v1.0."],
  ["graph.microsoft.com", "The base URL is not a URL; it looks like https://host/v1.0."],
  ["localhost:5000", "The base URL on no host must be https; plain http is for loopback only."],
  ["http://graph.microsoft.com", "The base URL on graph.microsoft.com must be https; plain http is for loopback only."],
  [
    "http://127.0.0.1.evil.example",
    "The base URL on 127.0.0.1.evil.example must be https; plain http is for loopback only.",
  ],
  ["http://10.0.0.1/", "The base URL on 10.0.0.1 must be https; plain http is for loopback only."],
  ["file:///etc", "The base URL on no host must be https; plain http is for loopback only."],
  ["https://user:secret@host/", "The base URL on host must not have a user name, a query or a fragment."],
  ["https://host/?sig=secret", "The base URL on host must not have a user name, a query or a fragment."],
  ["https://host/#secret", "The base URL on host must not have a user name, a query or a fragment."],
])("%j is refused", (text, message) => {
  expect(() => parseBaseUrl(text, "v1.0")).toThrow(new TypeError(message));
});

test.each<[string, boolean]>([
  ["localhost", true],
  ["127.0.0.1", true],
  ["127.255.255.254", true],
  ["[::1]", true],
  ["128.0.0.1", false],
  ["127.0.0.1.evil.example", false],
  ["localhost.evil.example", false],
  ["[::2]", false],
])("%s is loopback: %s", (host, want) => {
  expect(isLoopback(host)).toBe(want);
});
