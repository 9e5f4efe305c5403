import type { Run } from "./simulate.js";

/** What all runs together have seen. */
export class Coverage {
  runs = 0;
  strikes = 0;
  mostStrikes = 0;
  requests = 0;
  recreated = 0;
  readonly struck = new Map<string, number>();
  readonly outcomes = new Map<string, number>();
  readonly states = new Set<string>();

  add({ ledger }: Run): void {
    this.runs++;
    this.requests += ledger.requests.length;
    this.strikes += ledger.strikes;
    this.mostStrikes = Math.max(this.mostStrikes, ledger.strikes);
    this.recreated += Math.max(0, ledger.creates - 1);
    for (const [name, count] of ledger.struck) this.struck.set(name, (this.struck.get(name) ?? 0) + count);
    for (const { outcome } of ledger.calls) {
      const name = outcome?.kind === "failed" ? outcome.code : (outcome?.kind ?? "never ended");
      this.outcomes.set(name, (this.outcomes.get(name) ?? 0) + 1);
    }
    for (const code of ledger.rivals) this.outcomes.set(code, (this.outcomes.get(code) ?? 0) + 1);
    for (const state of ledger.states) this.states.add(state);
  }

  /** For people. */
  table(): string {
    return [
      `${this.runs} runs, ${this.requests} requests, ${this.strikes} strikes (${(this.strikes / this.runs).toFixed(1)} a run, ${this.mostStrikes} at most), ${this.recreated} sessions created anew`,
      `calls: ${rows(this.outcomes)}`,
      `states: ${[...this.states].toSorted().join(", ")}`,
      `struck: ${rows(this.struck)}`,
    ].join("\n");
  }
}

function rows(counts: ReadonlyMap<string, number>): string {
  const sorted = [...counts].toSorted((a, b) => b[1] - a[1]);
  return sorted.map(([name, count]) => `${name} ${count}`).join(", ");
}
