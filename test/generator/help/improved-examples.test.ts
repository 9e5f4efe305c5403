import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { type Call, exampleCalls } from "../../../generator/help/improved/call.js";
import { typescriptCall } from "../../../generator/help/improved/typescript-call.js";
import type { Model } from "../../../generator/model.js";
import { librarySpecs } from "../generate/library.js";
import { printed } from "../generate/printed.js";
import { load } from "../scenario.js";

const run = promisify(execFile);
const tsc = resolve("node_modules/typescript/bin/tsc");
const strict =
  "--ignoreConfig --noEmit --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess --skipLibCheck";

test("calls of cmdlets of every kind compile against the package they are of", { timeout: 240_000 }, async () => {
  const loaded = load(librarySpecs);
  if ("diagnostics" in loaded) throw new Error(JSON.stringify(loaded.diagnostics));
  const { model } = loaded;
  const examples = model.cmdlets.flatMap((cmdlet) => exampleCalls(model, cmdlet)).map((call) => script(model, call));
  expect(examples.length).toBeGreaterThanOrEqual(model.cmdlets.length);
  const folder = await mkdtemp(join(tmpdir(), "graphlet-examples-"));
  try {
    for (const [path, text] of printed(model)) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await symlink(resolve("node_modules"), join(folder, "node_modules"));
    await run(process.execPath, [tsc, "-p", folder]);
    const files = examples.map((_, index) => `example-${index}.ts`);
    for (const [index, file] of files.entries()) await writeFile(join(folder, file), examples[index] ?? "");
    const options = [...strict.split(" "), ..."--target es2022 --module nodenext --types node".split(" ")];
    const { stdout } = await run(process.execPath, [tsc, ...options, ...files], { cwd: folder }).catch(
      (failure: { stdout: string }) => failure,
    );
    expect(stdout).toBe("");
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** A call as its reader would have it: with variables of its own. */
function script(model: Model, call: Call): string {
  const variables = call.arguments.flatMap(({ value, source }) =>
    "variable" in value ? [`${value.variable.slice(1)}: ${source.kind === "identity" ? "{}" : "string"}`] : [],
  );
  const declared = ["accessToken: string", ...variables].map((each) => `declare const ${each};`);
  return [...typescriptCall(model, call), ...declared, ""].join("\n");
}
