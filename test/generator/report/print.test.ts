import { expect, test } from "vitest";
import type { Diagnostic } from "../../../generator/diagnostics.js";
import { formatDiagnostics } from "../../../generator/report/print.js";

const diagnostic: Diagnostic = {
  code: "schema/unknown-key",
  place: { file: "a/b.yaml", line: 2, column: 3 },
  message: "unknown key boddy",
};

test("the line in question is quoted, with a caret under the place", () => {
  const sources = new Map([["a/b.yaml", "x: 1\n  boddy: 2\n"]]);
  expect(formatDiagnostics([diagnostic], { root: "specs", sources })).toBe(
    [
      "specs/a/b.yaml:2:3 schema/unknown-key unknown key boddy",
      "  2 |   boddy: 2",
      "        ^",
      "  help: remove it or correct its spelling",
      "",
      "1 problem; nothing was written.",
      "",
    ].join("\n"),
  );
});

test("a caret is where it belongs in a line of any length", () => {
  const text = `${"x".repeat(5000)}HERE${"y".repeat(5000)}`;
  const place = { file: "a/b.yaml", line: 1, column: 5001 };
  const report = formatDiagnostics([{ ...diagnostic, place }], { sources: new Map([["a/b.yaml", text]]) });
  const [, quote, caret] = report.split("\n");
  expect(quote!.slice(caret!.indexOf("^"))).toMatch(/^HEREy+$/);
  expect(quote!.length).toBeLessThan(140);
});

test("related places, own help and what was left out", () => {
  const related = [{ place: { file: "c.yaml", line: 1, column: 1 }, message: "first stated here" }];
  expect(formatDiagnostics([{ ...diagnostic, help: "did you mean body?", related }], { omitted: 3 })).toBe(
    [
      "a/b.yaml:2:3 schema/unknown-key unknown key boddy",
      "  c.yaml:1:1 first stated here",
      "  help: did you mean body?",
      "",
      "4 problems, 3 not shown; nothing was written.",
      "",
    ].join("\n"),
  );
});

test("characters that do something to terminals are shown, not sent", () => {
  const nasty = "\u001b[31m\u202e\u200b\r\n\u2028\u0085";
  const report = formatDiagnostics([{ ...diagnostic, message: nasty }]);
  expect(report.split("\n")[0]).toBe(
    "a/b.yaml:2:3 schema/unknown-key \\u{1b}[31m\\u{202e}\\u{200b}\\u{d}\\u{a}\\u{2028}\\u{85}",
  );
});

test("tabs of the quoted line do not move the caret", () => {
  const sources = new Map([["a/b.yaml", "x: 1\na\tboddy"]]);
  const [, quote, caret] = formatDiagnostics([diagnostic], { sources }).split("\n");
  expect(quote!.slice(caret!.indexOf("^"))).toBe("boddy");
});
