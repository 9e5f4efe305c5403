import { expect, test } from "vitest";
import { parseTarget } from "../../../runtime/emulator/target.js";

// target of a request line, its segments, its query
const targets: readonly [string, string[] | undefined, string?][] = [
  ["/", [""], ""],
  ["/v1.0/me", ["v1.0", "me"], ""],
  ["/a?b=c?d", ["a"], "b=c%3Fd"],
  ["/a%20b/c%2Fd", ["a b", "c/d"], ""],
  ["/Users('a@b')/Messages('AAM=')", ["Users", "a@b", "Messages", "AAM="], ""],
  ["/Users(%27a%27)", ["Users", "a"], ""],
  ["/Messages('O''Brien')", ["Messages", "O'Brien"], ""],
  ["/Messages('a%2Fb')", ["Messages", "a/b"], ""],
  ["/Messages('')", ["Messages", ""], ""],
  ["/Messages(1)", ["Messages(1)"], ""],
  ["/a=('b')", ["a=('b')"], ""],
  ["http://host:1/a?b", ["a"], "b="],
  ["http://host", undefined],
  ["//host/a", ["", "host", "a"], ""],
  ["*", undefined],
  ["host:443", undefined],
  ["", undefined],
  ["/%", undefined],
  ["/%ff", undefined],
];

test.each(targets)("%s", (raw, segments, query) => {
  const target = parseTarget(raw);
  expect(target?.segments).toEqual(segments);
  expect(target?.query.toString()).toEqual(query);
});
