import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diagnosticCodes } from "../../generator/diagnostics.js";
import { buildModel } from "../../generator/load-model.js";

const generator = join(import.meta.dirname, "../../generator");
const sources = readdirSync(generator, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && file !== "diagnostics.ts")
  .map((file) => readFileSync(join(generator, file), "utf8"))
  .join("\n");

test.each(Object.entries(diagnosticCodes))("%s is reported somewhere and says what to do", (code, { title, help }) => {
  expect(sources).toContain(`"${code}"`);
  expect(title).toMatch(/^[a-z].*[^.]$/);
  expect(help).not.toMatch(/[.?]$/);
});

test("one run reports a hundred problems and counts the rest", () => {
  const files = Array.from({ length: 150 }, (_, i) => ({ path: `${i}.yaml`, bytes: Buffer.from("[") }));
  const built = buildModel(files);
  if ("model" in built) throw new Error("a model of nothing");
  expect(built.diagnostics).toHaveLength(100);
  expect(built.omitted).toBe(50);
});
