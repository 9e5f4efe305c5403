import { expect, test } from "vitest";
import { decodeText, guardTokens } from "../../../generator/load/guard.js";

const bytes = (text: string) => new TextEncoder().encode(text);

test.each<[string, Uint8Array, string | undefined, string]>([
  ["UTF-8", bytes("ä: ü\n"), undefined, "ä: ü\n"],
  ["a byte order mark", bytes("\ufeffa: 1\n"), undefined, "a: 1\n"],
  ["CR LF", bytes("a: 1\r\nb: 2\n"), undefined, "a: 1\nb: 2\n"],
  ["Latin-1", Uint8Array.of(0x61, 0xe4), "file/encoding", ""],
  ["an overlong form", Uint8Array.of(0xc0, 0xaf), "file/encoding", ""],
  ["a surrogate half", Uint8Array.of(0xed, 0xa0, 0x80), "file/encoding", ""],
  ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x61, 0), "file/encoding", ""],
  ["UTF-16 without a mark", Uint8Array.of(0x61, 0, 0x3a, 0), "text/control-char", "a\0:\0"],
  ["one byte too many", new Uint8Array(1024 * 1024 + 1).fill(0x20), "file/too-large", ""],
  ["as many bytes as allowed", new Uint8Array(1024 * 1024).fill(0x20), undefined, " ".repeat(1024 * 1024)],
])("%s", (_, input, code, text) => {
  const decoded = decodeText(input);
  expect(decoded.refusal?.code).toBe(code);
  expect(decoded.text).toBe(text);
});

const nested = (depth: number, open: string, close: string) => `a: ${open.repeat(depth)}${close.repeat(depth)}\n`;
const indented = (depth: number) => Array.from({ length: depth }, (_, i) => `${"  ".repeat(i)}a:\n`).join("");
const keys = (count: number) => Array.from({ length: count }, (_, i) => `k${i}: x\n`).join("");

test.each([
  ["63 lists in a map", nested(63, "[", "]"), undefined],
  ["64 lists in a map", nested(64, "[", "]"), "yaml/depth"],
  ["64 maps by indent", indented(64), undefined],
  ["65 maps by indent", indented(65), "yaml/depth"],
  ["many siblings", "a: [x]\n".repeat(500), undefined],
  ["many lists after each other", "- [[[x]]]\n".repeat(500), undefined],
  ["lists beside the key", "a:\n- b:\n  - c\n".repeat(500), undefined],
  ["2,000 keys", keys(2000), undefined],
  ["2,001 keys", keys(2001), "yaml/too-many-keys"],
  ["2,001 keys further in", `a:\n  b:\n${keys(2001).replaceAll(/^/gm, "    ")}`, "yaml/too-many-keys"],
  [
    "2,001 keys in five maps",
    Array.from({ length: 5 }, (_, i) => `m${i}: {${keys(401).replaceAll("\n", ", ")}}\n`).join(""),
    undefined,
  ],
  ["20,001 items", "- x\n".repeat(20_001), "yaml/too-many-nodes"],
  ["signs inside texts", "a: 'x*y'\nb: \"&c !d\"\nc: |\n  *e\n  &f\n  %g\nd: x & y\n", undefined],
  ["a sign that begins a folded text", "a: >-\n  *x is a pointer\n", undefined],
  ["a text that begins with a sign", "--- |\n*x\n", undefined],
  ["a leading document mark", "---\na: 1\n", undefined],
  ["a document mark in the middle", "a: 1\n---\n", "yaml/multi-document"],
  ["a document end", "a: 1\n...\nb: 2\n", "yaml/multi-document"],
  ["three dashes in a text", "a: |\n  ---\n  x\n", undefined],
])("%s", (_, text, code) => {
  expect(guardTokens(text)?.code).toBe(code);
});
