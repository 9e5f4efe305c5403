import { expect, test } from "vitest";
import { mendedSingular, singular } from "../../../generator/conventions/singular.js";

test.each([
  // whole words
  ["children", "child"],
  ["people", "person"],
  ["series", "series"],
  ["analyses", "analysis"],
  ["licenses", "license"],
  ["responses", "response"],
  ["cases", "case"],
  ["criteria", "criterion"],
  ["agenda", "agendum"],
  ["indices", "index"],
  ["databases", "database"],
  ["premises", "premise"],
  // singular already, or both
  ["basis", "basis"],
  ["status", "status"],
  ["bonus", "bonus"],
  ["this", "this"],
  ["statistics", "statistics"],
  ["dns", "dns"],
  ["credentials", "credentials"],
  ["as", "as"],
  ["pos", "pos"],
  ["s", "s"],
  ["v2s", "v2s"],
  ["", ""],
  // endings
  ["women", "woman"],
  ["mice", "mouse"],
  ["addresses", "address"],
  ["branches", "branch"],
  ["shelves", "shelf"],
  ["knives", "knife"],
  ["days", "day"],
  ["activities", "activity"],
  ["services", "service"],
  ["boxes", "box"],
  ["photos", "photo"],
  ["studios", "studio"],
  ["echoes", "echo"],
  ["access", "access"],
  ["posts", "post"],
  ["post", "post"],
  ["does", "do"],
  ["is", "is"],
  ["are", "is"],
])("%j is the plural of %j", (plural, want) => {
  expect(singular(plural)).toBe(want);
});

test.each([
  ["caches", "cach", "cache"],
  ["cookies", "cooky", "cookie"],
  ["expenses", "expens", "expense"],
  ["windows", "window", "windows"],
  ["sms", "sm", "sms"],
  ["canvas", "canva", "canvas"],
  ["virus", "viru", "virus"],
  ["posts", "post", undefined],
])("%j becomes %j by mistake, and is %j", (plural, spoilt, mended) => {
  expect(singular(plural)).toBe(spoilt);
  expect(mendedSingular(plural)).toBe(mended);
});
