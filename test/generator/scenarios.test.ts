import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatDiagnostics } from "../../generator/report/print.js";
import { load, scenariosDir, specBlocks } from "./scenario.js";

const files = readdirSync(scenariosDir).filter((name) => name.endsWith(".md") && name !== "README.md");

test.each(files)("%s", (file) => {
  const markdown = readFileSync(join(scenariosDir, file), "utf8");
  const loaded = load(specBlocks(markdown));
  const report = "diagnostics" in loaded ? formatDiagnostics(loaded.diagnostics, loaded) : "";
  const derived = "model" in loaded ? explained(loaded.model.cmdlets) : [];
  // of all that was derived, a scenario tells what it is about
  const told = expectation(markdown, "Derives")
    ?.split("\n")
    .filter((line) => line === "" || derived.includes(line));
  expect(report || told?.join("\n")).toBe(expectation(markdown, "Diagnostics") ?? expectation(markdown, "Derives"));
});

/** The block under a heading. */
function expectation(markdown: string, heading: string): string | undefined {
  return new RegExp(`^## ${heading}\n.*?^\`\`\`text\n(.*?)^\`\`\`$`, "ms").exec(markdown)?.[1];
}

type Cmdlets = readonly { name: string; derivations: readonly { subject: string; value: string; rule: string }[] }[];

/** `cmdlet, subject: value [rule]` for everything derived. */
function explained(cmdlets: Cmdlets): string[] {
  return cmdlets.flatMap(({ name, derivations }) =>
    derivations.map(({ subject, value, rule }) => `${name}, ${subject}: ${value} [${rule}]`),
  );
}
