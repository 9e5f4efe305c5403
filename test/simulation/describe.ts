import type { Run } from "./simulate.js";

/** A run in words, for whoever has to find out what went wrong. */
export function describe({ seed, setting, ledger, hash, lines, violations }: Run, faults: number, tail = 40): string {
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
    `again: npm run simulate -- --seed ${seed} --faults ${faults}`,
  ].join("\n");
}
