// The fault table: every row a real run of the engine over sockets, against the emulator, in all upload dialects
// (test/durability/fault-table.test.ts); beside it what reference/upload-sessions.md §8.4 measured of the peers.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** by row: @microsoft/microsoft-graph-client alone, the same in a loop of resume(), @microsoft/msgraph-sdk-core, tus-js-client */
const peers = {
  1: ["File ok, Stream 16 of 20", "ok", "fails, 0 PUTs", "ok"],
  2: ["ok", "ok or never settles", "hangs, 0 PUTs", "–"],
  3: ["ok", "ok, resume() fails", "fails", "–"],
  4: ["fails", "ok", "fails", "ok"],
  5: ["fails", "ok, waits too little", "fails", "ok, waits too little"],
  6: ["fails", "ok, waits too little", "fails", "fails"],
  7: ["fails", "ok or never settles", "fails", "ok"],
  8: ["fails", "ok", "fails", "ok"],
  9: ["fails, item there", "fails, item there", "fails", "ok"],
  10: ["fails", "fails", "fails", "fails"],
  11: ["–", "File ok, Stream corrupt", "–", "ok"],
  12: ["mixed content", "mixed content", "–", "new upload"],
  13: ["File ok, Stream fails", "–", "–", "ok"],
  14: ["TypeError", "–", "–", "–"],
  15: ["endless", "–", "–", "–"],
};
const dialects = ["outlook", "todo", "onedrive-business", "onedrive-personal", "print"];

const rows = new Map();
for (const { ancestorTitles, title, status, failureMessages } of runTest()) {
  const name = ancestorTitles[0].replace(/^'|'$/g, ""); // vitest quotes what it inserts
  const [dialect] = title.split(": ");
  const row = rows.get(name) ?? { dialects: new Map() };
  const bad = status === "passed" ? undefined : (failureMessages[0]?.split("\n")[0] ?? status);
  row.dialects.set(dialect, row.dialects.get(dialect) ?? bad);
  rows.set(name, row);
}

console.log(`
| fault | ${dialects.join(" | ")} | graph-client | + app loop | sdk-core | tus |
| --- | ${dialects.map(() => "---").join(" | ")} | --- | --- | --- | --- |`);
const byNumber = [...rows].toSorted(([a], [b]) => parseInt(a, 10) - parseInt(b, 10));
for (const [name, row] of byNumber) {
  const number = parseInt(name, 10);
  const good = { 12: "typed error, or new upload", 15: "typed error" }[number] ?? "ok";
  const ours = dialects.map((dialect) => (row.dialects.has(dialect) ? (row.dialects.get(dialect) ?? good) : "not run"));
  console.log(`| ${[name, ...ours, ...peers[number]].join(" | ")} |`);
}
const passed = byNumber.filter(([, row]) =>
  dialects.every((dialect) => row.dialects.has(dialect) && !row.dialects.get(dialect)),
);
console.log(`\n${passed.length} of ${Object.keys(peers).length} rows in all ${dialects.length} dialects`);

/** @returns the single tests as vitest reports them */
function runTest() {
  const folder = mkdtempSync(join(tmpdir(), "graphlet-fault-table-"));
  try {
    const output = join(folder, "report.json");
    const test = "test/durability/fault-table.test.ts";
    const vitest = join(root, "node_modules/.bin/vitest");
    spawnSync(vitest, ["run", test, "--reporter=json", `--outputFile=${output}`], { cwd: root, stdio: "ignore" });
    return JSON.parse(readFileSync(output, "utf8")).testResults.flatMap(({ assertionResults }) => assertionResults);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
