// `npm run test:packages`: packs all three packages, installs them into an empty project, and there generates anew, and
// compiles, runs and bundles the example of the README as its reader would.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { publint } from "publint";
import { bundles, bundleSize } from "../../bench/package.mjs";

const root = resolve(import.meta.dirname, "../..");
const limits = {
  // 36,000 until queries, headers and pages were bound by the same code: bench/package.md
  "one call, request information only": 38_000,
  "one call with the default adapter": 95_000,
  "uploads in a page: engine, fetch, IndexedDB": 48_000,
};

const project = mkdtempSync(join(tmpdir(), "graphlet-packages-"));
try {
  const folders = [".", "runtime", "generated"];
  const tarballs = folders.map((folder) => pack(folder));
  for (const folder of folders) await lintPackage(folder);

  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", ...tarballs]);

  const graphlet = join(project, "node_modules/.bin/graphlet");
  const folder = ["--specs", join(root, "specs"), "--out", "package"];
  run(graphlet, ["generate", ...folder]);
  console.log(`the installed graphlet generates: ${run(graphlet, ["generate", "--check", ...folder]).trim()}`);

  const examples = { "example.ts": "README.md", "engine.ts": "runtime/upload/README.md" };
  for (const [file, page] of Object.entries(examples)) writeFileSync(join(project, file), exampleOf(page));
  writeFileSync(join(project, "report.pdf"), Buffer.alloc(5_000_000, "graphlet"));
  run(join(root, "node_modules/.bin/tsc"), [
    ..."--ignoreConfig --strict --exactOptionalPropertyTypes --noUncheckedIndexedAccess".split(" "),
    ..."--target es2022 --module nodenext --types node --typeRoots".split(" "),
    join(root, "node_modules/@types"),
    ...Object.keys(examples),
  ]);
  console.log("the READMEs' examples compile, library declarations checked too");

  await withEmulator((variables) => {
    for (const [file, wanted] of Object.entries({ "example.js": /report\.pdf/, "engine.js": /wireBytes: 5000000/ })) {
      const output = run(process.execPath, [file], variables);
      if (!wanted.test(output)) throw new Error(`the README's ${file} printed:\n${output}`);
    }
    console.log("the READMEs' examples upload their file to the emulator");
    run(join(project, "node_modules/.bin/mg"), ["--version"]);
  });

  for (const [name, limit] of Object.entries(limits)) {
    const size = await bundleSize(bundles[name], project);
    console.log(`${name}: ${size} bytes bundled, limit ${limit}`);
    if (size > limit) throw new Error(`${name} is ${size - limit} bytes over its limit`);
  }
} finally {
  rmSync(project, { recursive: true });
}

function pack(folder) {
  const [{ filename }] = JSON.parse(
    run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], {}, join(root, folder)),
  );
  return join(project, filename);
}

async function lintPackage(folder) {
  const { messages } = await publint({ pkgDir: join(root, folder), strict: true });
  if (messages.length > 0) throw new Error(`publint on ${folder}: ${JSON.stringify(messages, null, 2)}`);
}

/** The first TypeScript example of a Markdown file. */
function exampleOf(file) {
  const [, example] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, file), "utf8")) ?? [];
  if (!example) throw new Error(`${file} has no TypeScript example`);
  return example;
}

async function withEmulator(use) {
  const emulator = spawn(join(project, "node_modules/.bin/mg"), ["emulator"], {
    cwd: project,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const variables = {};
    for await (const line of createInterface({ input: emulator.stdout })) {
      const [, name, value] = /^export (\w+)='?([^']*)'?$/.exec(line) ?? [];
      if (name) variables[name] = value;
      if (variables.GRAPH_BASE_URL && variables.GRAPH_ACCESS_TOKEN) break;
    }
    await use(variables);
  } finally {
    emulator.kill("SIGTERM");
    await once(emulator, "close");
  }
}

function run(command, args, env = {}, cwd = project) {
  return execFileSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
}
