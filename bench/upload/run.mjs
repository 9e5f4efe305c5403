// `npm run bench:upload`: what an upload costs, ours beside the bare loops and the peers. Method and figures: bench/upload.md.
import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeFile } from "./file.mjs";
import { kinds } from "./kinds.mjs";
import { installPeers } from "./peers.mjs";
import { printReport } from "./report.mjs";

const MiB = 1024 * 1024;
const usage = `npm run bench:upload -- [options]
  --size 64M,1G       bytes of the file; default 1G
  --range 320K,60M    bytes of a range, below 60M and a multiple of 320K; default 320K,3840K,61120K ("60 MiB")
  --repeat N          repetitions, every kind once in each; default 5
  --only a,b          kinds: ${Object.keys(kinds).join(" ")}
  --huge              also 10 GiB, sparse, in the largest ranges, ours and http-pool once
  --faults            also the fault table (bench/upload/fault-table.mjs)
  --quick             64 MiB, 2 repetitions
  --results FILE      a JSON line a run; what is in it already is not run again; default in the folder for temporary files
  --print             only print what is in FILE`;

const { values: options } = parseArgs({
  options: {
    size: { type: "string" },
    range: { type: "string", default: "320K,3840K,61120K" },
    repeat: { type: "string" },
    only: { type: "string", default: Object.keys(kinds).join() },
    huge: { type: "boolean", default: false },
    faults: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    results: { type: "string" },
    print: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
const sizes = (options.size ?? (options.quick ? "64M" : "1G")).split(",").map(toBytes);
const ranges = options.range.split(",").map(toBytes);
const repeat = Number(options.repeat ?? (options.quick ? 2 : 5));
const only = options.only.split(",");
const resultsFile = options.results ?? join(tmpdir(), `graphlet-bench-upload-${sizes.join("-")}.jsonl`);
const unknown = only.filter((name) => kinds[name] === undefined);

if (options.help) console.log(usage);
else if (unknown.length > 0) console.error(`no such kind: ${unknown.join(", ")}\n${usage}`);
else await main();

async function main() {
  const results = readResults();
  if (!options.print) await perform(planRuns(), results);
  printReport(results);
  console.log(`\nNode ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()})`);
  if (options.faults) await import("./fault-table.mjs");
}

function readResults() {
  const lines = existsSync(resultsFile) ? readFileSync(resultsFile, "utf8").split("\n") : [];
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line));
}

/** Every kind once in a repetition, there and back again, so that neither noise nor order falls on one of them alone. */
function planRuns() {
  const runs = [];
  for (let repetition = 0; repetition < repeat; repetition++) {
    for (const size of sizes) {
      for (const rangeSize of ranges) {
        const names = repetition % 2 === 0 ? only : only.toReversed();
        runs.push(...names.map((kind) => ({ kind, size, rangeSize, repetition })));
      }
    }
  }
  const huge = { size: 10 * 1024 * MiB, rangeSize: Math.max(...ranges), repetition: 0 };
  if (options.huge) runs.push(...["http-pool", "graphlet"].map((kind) => ({ kind, ...huge })));
  return runs;
}

function isSame(result, run) {
  return Object.keys(run).every((key) => result[key] === run[key]);
}

async function perform(planned, results) {
  if (only.some((name) => kinds[name].peer)) installPeers();
  const runs = planned.filter((run) => !results.some((result) => isSame(result, run)));
  console.error(`${runs.length} of ${planned.length} runs to go; results in ${resultsFile}`);
  const servers = new Map();
  for (const [index, run] of runs.entries()) {
    const { module, server } = kinds[run.kind];
    if (!servers.has(server)) servers.set(server, await startServer(server));
    const target = {
      file: makeFile(run.size),
      size: run.size,
      rangeSize: run.rangeSize,
      origin: servers.get(server).origin,
      uploadUrl: `${servers.get(server).origin}/${run.kind}-${run.size}-${run.rangeSize}-${run.repetition}-${Date.now()}`,
    };
    const result = { ...run, ...(await runClient(module, target)) };
    results.push(result);
    appendFileSync(resultsFile, `${JSON.stringify(result)}\n`);
    const speed = result.failed ?? `${Math.round(run.size / MiB / result.seconds)} MiB/s`;
    console.error(
      `${index + 1}/${runs.length} ${run.kind} ${run.size / MiB} MiB in ${run.rangeSize / 1024} KiB: ${speed}`,
    );
  }
  for (const { child } of servers.values()) child.disconnect();
}

async function startServer(file) {
  const child = fork(join(import.meta.dirname, file));
  const [origin] = await once(child, "message");
  return { child, origin };
}

/** One upload in a process of its own; one that does not end is ended. */
async function runClient(module, target) {
  const client = join(import.meta.dirname, "client.mjs");
  const patience = 30_000 + Math.ceil(target.size / 10_000); // 10 MB/s
  const child = spawn(process.execPath, [client, module, JSON.stringify(target)], { timeout: patience });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
    if (stdout.endsWith("\n")) child.kill(); // connections kept alive are no part of it
  });
  child.stderr.on("data", (text) => (stderr += text));
  const [code, signal] = await once(child, "close");
  if (stdout.endsWith("\n")) return JSON.parse(stdout);
  // Node ends with 13 when a promise can no longer settle
  if (signal !== null || code === 13) return { failed: "never settles" };
  return { failed: /^\w*Error: .*$/m.exec(stderr)?.[0] ?? "fails" };
}

function toBytes(text) {
  const [, number, unit] = /^([\d.]+)([KMG]?)$/.exec(text) ?? [];
  if (number === undefined) throw new Error(`not a size: ${text}\n${usage}`);
  return Number(number) * { "": 1, K: 1024, M: MiB, G: 1024 * MiB }[unit];
}
