const MiB = 1024 * 1024;

/** Prints a table and bars for every size of file and range in the results. */
export function printReport(results) {
  const groups = groupBy(results, ({ size, rangeSize }) => `${size} ${rangeSize}`);
  for (const group of groups.values()) {
    const [{ size, rangeSize }] = group;
    const rows = [...groupBy(group, ({ kind }) => kind)].map(([kind, runs]) => toRow(kind, runs, group));
    const title = `${size / MiB} MiB in ranges of ${(rangeSize / MiB).toFixed(2)} MiB`;
    printTable([title, "runs", "speed", "CPU", "MiB/s", "CPU s/GiB", "peak MiB"], rows.map(toCells));
    printBars(rows);
  }
  console.log(`
speed: median over the repetitions of speed ÷ that of the better of http-buf and http-pool in the same repetition;
CPU: median of CPU ÷ that of http-pool in the same repetition; peak MiB: the largest of all runs, the whole process.`);
}

function toRow(kind, runs, group) {
  const good = runs.filter(({ failed }) => failed === undefined);
  const failures = [...new Set(runs.flatMap(({ failed }) => failed ?? []))];
  const ofAnchor = (repetition, kind) => group.find((run) => run.repetition === repetition && run.kind === kind);
  const anchorSeconds = (repetition) =>
    Math.min(...["http-buf", "http-pool"].map((anchor) => ofAnchor(repetition, anchor)?.seconds ?? Infinity));
  return {
    kind,
    runs: runs.length,
    good: good.length,
    failures,
    speed: median(good.map(({ seconds, repetition }) => anchorSeconds(repetition) / seconds)),
    cpu: median(good.map(({ cpuSeconds, repetition }) => cpuSeconds / ofAnchor(repetition, "http-pool")?.cpuSeconds)),
    throughput: median(good.map(({ size, seconds }) => size / MiB / seconds)),
    cpuPerGiB: median(good.map(({ size, cpuSeconds }) => (cpuSeconds * 1024 * MiB) / size)),
    peakMiB: Math.max(...good.map(({ peakMiB }) => peakMiB)),
  };
}

function toCells({ kind, runs, good, failures, speed, cpu, throughput, cpuPerGiB, peakMiB }) {
  const count = good === runs ? `${runs}` : `${good} of ${runs}`;
  if (good === 0) return [kind, count, "", "", "", "", "", failures.join("; ")];
  const figures = [
    ratio(speed),
    ratio(cpu),
    `${Math.round(throughput)}`,
    cpuPerGiB.toFixed(2),
    `${Math.round(peakMiB)}`,
  ];
  return [kind, count, ...figures, failures.join("; ")];
}

function ratio(value) {
  return Number.isFinite(value) ? value.toFixed(2) : "";
}

function printTable(head, rows) {
  const cells = rows.some((row) => row.at(-1) !== "")
    ? [[...head, "else"], ...rows]
    : [head, ...rows.map((row) => row.slice(0, -1))];
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(" | ")} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)).join(" | ")} |`;
  console.log(["", line(cells[0]), rule, ...cells.slice(1).map(line)].join("\n"));
}

function printBars(rows) {
  const drawn = rows.filter(({ good }) => good > 0);
  const most = Math.max(...drawn.map(({ throughput }) => throughput));
  console.log("");
  for (const { kind, throughput } of drawn) {
    console.log(
      `    ${kind.padEnd(16)} ${"█".repeat(Math.round((throughput / most) * 50))} ${Math.round(throughput)} MiB/s`,
    );
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function groupBy(values, toKey) {
  const groups = new Map();
  for (const value of values) groups.set(toKey(value), [...(groups.get(toKey(value)) ?? []), value]);
  return groups;
}
