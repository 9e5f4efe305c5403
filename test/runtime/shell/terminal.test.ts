import { describe, expect, it } from "vitest";
import { showJson, showText, wrapText } from "../../../runtime/shell/terminal.js";

describe("text", () => {
  it.each([
    ["plain ä 🌼 text", "plain ä 🌼 text"],
    ["\u001b[31mred", "\\u{1b}[31mred"],
    ["\u001b]52;c;x\u0007", "\\u{1b}]52;c;x\\u{7}"],
    ["a\rb\nc\bd\u007f", "a\\u{d}b\\u{a}c\\u{8}d\\u{7f}"],
    ["\u0085\u009b31m", "\\u{85}\\u{9b}31m"],
    ["\u202egpj.exe\u2069", "\\u{202e}gpj.exe\\u{2069}"],
    ["a\u200bb\ufeffc\u2028d\u2029e", "a\\u{200b}b\\u{feff}c\\u{2028}d\\u{2029}e"],
    ["\ud800", "\\u{d800}"],
    ["\u{e0041}", "\\u{e0041}"],
  ])("%j", (text, want) => expect(showText(text)).toBe(want));

  it("is capped", () => expect(showText("x".repeat(10), 4)).toBe("xxxx…"));
});

describe("JSON", () => {
  it("stays valid and steers no terminal", () => {
    const value = { "a\u009b": "\u001b\u007f\u202e\u2028 \u{e0041} ä🌼" };
    const text = showJson(value, 2);
    expect(JSON.parse(text)).toEqual(value);
    expect(text).not.toMatch(/[\u001b\u007f-\u009f\u202e\u2028\u{e0041}]/u);
    expect(text).toContain("ä🌼");
  });
});

describe("wrapping", () => {
  it.each<[string, number, string, string[]]>([
    ["one two three", 7, "", ["one two", "three"]],
    ["one two three", 9, "  ", ["  one two", "  three"]],
    ["extraordinary word", 5, "", ["extraordinary", "word"]],
    ["-A\u00a0<B> c", 5, "", ["-A\u00a0<B>", "c"]],
    [" ", 5, "", []],
  ])("%j at %i", (text, width, indent, want) => expect(wrapText(text, width, indent)).toEqual(want));
});
