import type { Run } from "./simulate.js";

/**
 * A run in words, for whoever has to find out what went wrong.
 * @param again the faults per call it ran with, or how else to run it again
 * @param tail how many lines of its trace
 */
export function describe(run: Run, again: number | string, tail = 40): string {
  const { seed, setting, ledger, hash, lines, violations } = run;
  const { dialect, size, rangeSize, ...more } = setting;
  const shown = Object.entries(more).map(
    ([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`,
  );
  return [
    ...violations,
    `seed ${seed}, ${dialect.name}, ${size} bytes in ranges of ${rangeSize}, trace ${hash}`,
    shown.join(", "),
    `calls: ${ledger.calls.map(({ outcome }) => (outcome?.kind === "failed" ? outcome.code : outcome?.kind)).join(", ")}`,
    ...lines.slice(-tail),
    typeof again === "string" ? again : `again: npm run simulate -- --seed ${seed} --faults ${again}`,
  ].join("\n");
}
