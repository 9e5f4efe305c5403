import { expect, test } from "vitest";
import { redactHeaders, redactText } from "../../../runtime/graph/redact.js";

const keys =
  "authtoken tempauth tempauthtoken access_token prooftoken sig se sp sv skoid code client_secret client_assertion refresh_token id_token";

test.each(keys.split(" "))("the query parameter %s is blotted out", (key) => {
  expect(redactText(`GET https://host/x?a=1&${key}=s3cret&b=2 failed`)).toBe(
    `GET https://host/x?a=1&${key}=***&b=2 failed`,
  );
  expect(redactText(`https://host/x?${key.toUpperCase()}=s3cret#f`)).not.toContain("s3cret");
});

test.each([
  ["Bearer abc.def-ghi", "Bearer ***"],
  ["authorization: bearer abc==, next", "authorization: bearer ***, next"],
  ["token eyJhbGciOiJSUzI1NiIsImtpZCI6.eyJhIjoxfQ.c2ln.", "token ***"],
  ['{"uploadUrl":"https://outlook.office.com/x?authtoken=s3cret","a":1}', '{"uploadUrl":"***","a":1}'],
  ['{"access_token" : "s3cret"}', '{"access_token" : "***"}'],
  ['{"uploadUrl":"https://cut.off/x?authto', '{"uploadUrl":"***'],
  [
    '{"error":{"code":"ErrorItemNotFound","message":"sp=1"}}',
    '{"error":{"code":"ErrorItemNotFound","message":"sp=1"}}',
  ],
  ["$select=id,name&$top=5", "$select=id,name&$top=5"],
])("%s", (text, want) => {
  expect(redactText(text)).toBe(want);
});

test.each([
  ["https://user:pass@host/x", "https://host/x"],
  ["https://user@host/x@y", "https://host/x@y"],
  ["https:\\\\user:pass@host", "https:\\\\host"],
  ["https://host/users/a@b.c/x?y=a@b", "https://host/users/a@b.c/x?y=a@b"],
])("%s without user info is %s", (url, want) => {
  expect(redactText(url)).toBe(want);
});

test("headers show names, harmless values and nothing else", () => {
  const shown = redactHeaders(
    Object.entries({
      Authorization: "Bearer s3cret",
      Cookie: "s3cret",
      "Set-Cookie": "s3cret",
      "Proxy-Authorization": "Basic s3cret",
      Location: "https://u:s3cret@host/x?sig=s3cret",
      "Content-Type": "application/json",
    }),
  );
  expect(shown).toEqual({
    authorization: "***",
    cookie: "***",
    "set-cookie": "***",
    "proxy-authorization": "***",
    location: "https://host/x?sig=***",
    "content-type": "application/json",
  });
});
