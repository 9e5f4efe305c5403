import { describe, expect, test } from "vitest";
import { InternalError } from "../../../generator/internal-error.js";
import type { Declarations } from "../../../generator/lower/artefact.js";
import { printModel } from "../../../generator/pipeline.js";
import { verify } from "../../../generator/verify.js";
import { lower } from "../../../generator/lower/lower.js";
import { printed, projectModel } from "./printed.js";

function verified(text: string, declares: Declarations): string {
  const artefact = { path: "x.ts", template: "cmdlet.ts", sources: ["a.yaml"], view: {}, declares };
  try {
    verify(artefact, { path: "x.ts", text, sources: [] });
    return "";
  } catch (error) {
    if (!(error instanceof InternalError)) throw error;
    return error.message;
  }
}

const exports = (...names: string[]): Declarations => ({ exports: names });

describe("accepts", () => {
  test.each([
    ["a constant", "export const a = { b: [1, 'x'], c: () => 1 } as const satisfies T;", exports("a")],
    ["types", "export interface A {}\nexport type B = A;", exports("A", "B")],
    ["functions and classes", "export function f() {}\nexport class C { get x() { return 1; } }", exports("f", "C")],
    ["a local", "const a = 1;\nexport const b = a;", { exports: ["b"], locals: ["a"] }],
    ["imports", "import { a } from './a.js';\nexport const b = a;", exports("b")],
    ["re-exports", "export { a, type B } from './a.js';", exports("a", "B")],
    [
      "a program that acts",
      "import { run } from 'x';\nprocess.exitCode = await run();",
      { exports: [], program: true },
    ],
  ] satisfies [string, string, Declarations][])("%s", (_, text, declares) => expect(verified(text, declares)).toBe(""));
});

describe("refuses", () => {
  test.each([
    ["what does not parse", "export const a = ;", exports("a"), "Unexpected token"],
    ["a missing export", "export const a = 1;", exports("a", "b"), "exports no b"],
    ["an export too many", "export const a = 1, b = 2;", exports("a"), "exports b too"],
    ["a local too many", "const x = 1;\nexport const a = 1;", exports("a"), "declares x too"],
    ["a statement", "export const a = 1;\nPWNED();", exports("a"), "acts when imported: PWNED();"],
    ["a call in a constant", "export const a = PWNED();", exports("a"), "acts when imported"],
    ["a call in an object", "export const a = { b: [PWNED()] };", exports("a"), "acts when imported"],
    ["a template literal", "export const a = `${PWNED()}`;", exports("a"), "acts when imported"],
    ["a getter of a spread", "export const a = { ...PWNED };", exports("a"), "acts when imported"],
    ["a static block", "export class C { static { PWNED(); } }", exports("C"), "acts when imported"],
    ["a computed member", "export class C { [PWNED()]() {} }", exports("C"), "acts when imported"],
    ["a default export", "export default 1;", exports(), "acts when imported"],
    ["everything of another module", "export * from './a.js';", exports(), "acts when imported"],
    ["a global", "export const a = 1;\ndeclare global {}", exports("a"), "acts when imported"],
    ["one name twice", "import { a } from './a.js';\nexport const a = 1;", exports("a"), "two things called a"],
    ["destructuring", "export const { a } = b;", exports(), "acts when imported"],
  ] satisfies [string, string, Declarations, string][])("%s", (_, text, declares, message) => {
    expect(verified(text, declares)).toContain(message);
    expect(verified(text, declares)).toContain("templates/cmdlet.ts.hbs, from specs/a.yaml");
  });
});

test("every TypeScript file of the package says what it declares", async () => {
  const model = await projectModel();
  const silent = lower(model).filter(({ path, declares }) => path.endsWith(".ts") !== (declares !== undefined));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

test("the model is printed without being changed", async () => {
  const model = await projectModel();
  const before = JSON.stringify(model);
  expect(printed(model)).toEqual(printed(model));
  expect(JSON.stringify(model)).toBe(before);
  expect(printModel(structuredClone(model))).toEqual(printModel(model));
});
