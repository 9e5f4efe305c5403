import {
  array,
  assert,
  boolean,
  dictionary,
  letrec,
  lorem,
  nat,
  oneof,
  property,
  string,
  stringMatching,
} from "fast-check";
import { describe, expect, test } from "vitest";
import { printYaml, type SpecMap, type SpecValue } from "../../../generator/import/spec-text-yaml.js";
import { toValue } from "../../../generator/load/located.js";
import { loadYaml } from "../../../generator/load/yaml.js";

/** What the generator's own loader makes of a printed text. */
function loadBack(map: SpecMap): unknown {
  const { root, diagnostics } = loadYaml("printed.yaml", Buffer.from(printYaml(map)));
  expect(diagnostics).toEqual([]);
  return root && JSON.parse(JSON.stringify(toValue(root)));
}

describe("a text is read back as it was", () => {
  test.each([
    ["", "a", "a b", " a", "a ", "a  b", "# no comment", "a # b", "a: b", "a:", ": a", "- a", "? a", "a\tb", "\ta"],
    ["yes", "No", "on", "y", "null", "~", "true", "017", "1:30", "1e3", ".inf", "0x1F", "1_000", "-", "--- a", "..."],
    ["{{x}}", "{{{x}}}", "[a]", "{a: b}", "*a", "&a", "!a", "%a", "@odata.type", "`a`", "|", ">-", "'a'", '"a"', '"'],
    [
      "a\nb",
      "a\n\nb",
      "\na",
      "a\n",
      "a\n\n",
      "a \nb",
      "a\n b",
      " a\nb",
      "a\n\tb",
      "a\n# b",
      "a\n---\nb",
      "\n",
      "a\\nb",
    ],
    [
      "\u0085",
      "a\u2028b",
      "\u00a0a",
      "é",
      "👍",
      "漢字",
      "a\u200bb",
      "\\",
      "\\u0041",
      "${x}",
      "it's",
      "<!-- -->",
      "a,b",
    ],
  ])("%j …", (...texts) => {
    for (const text of texts) {
      for (const long of [
        text,
        `${"word ".repeat(30)}${text}`,
        `${text}${" word".repeat(30)}`,
        `Done. ${text}. `.repeat(20),
      ]) {
        const map = { text: long, list: [long, "b"], maps: [{ [`k${text}`.slice(0, 9)]: long, second: [long] }] };
        expect(loadBack(map)).toEqual(map);
      }
    }
  });

  test("any text, anywhere", () => {
    const text = oneof(string({ maxLength: 200 }), stringMatching(/^[ a.:#\n'"{}[\]-]{0,40}$/), lorem());
    const readable = text.filter(
      (each) => loadYaml("a", Buffer.from(`a: ${JSON.stringify(each)}`)).diagnostics.length === 0,
    );
    const { map } = letrec<{ map: SpecMap; value: SpecValue }>((tie) => ({
      value: oneof(
        { depthSize: "small" },
        readable,
        boolean(),
        nat(),
        array(tie("value"), { maxLength: 4 }),
        tie("map"),
      ),
      map: dictionary(
        readable.filter((key) => !["__proto__", "constructor", "prototype", "<<"].includes(key) && key.length < 129),
        tie("value"),
        { maxKeys: 4, noNullPrototype: true },
      ),
    }));
    assert(
      property(map, (any) => {
        expect(loadBack({ any })).toEqual({ any });
      }),
      { numRuns: 300 },
    );
  });
});

test("keys without a value are left out, short lists stand on one line, long texts a sentence a line", () => {
  const sentence = "An upload session lets an app send ranges of a file one after the other.";
  expect(
    printYaml({ a: undefined, b: ["x", "$y"], c: [], d: {}, e: `${sentence} ${sentence}`, f: [{ g: true, h: 1 }] }),
  ).toBe(`b: [x, $y]\nc: []\nd: {}\ne: >-\n  ${sentence}\n  ${sentence}\nf:\n  - g: true\n    h: 1\n`);
});
