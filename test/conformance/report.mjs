// runs the conformance table and prints as Markdown how many trials of each dialect covered what: node test/conformance/report.mjs
import { startVitest } from "vitest/node";

const dialects = ["outlook", "todo", "onedrive-business", "onedrive-personal", "print"];

/** A vitest reporter that counts, by fault or quirk and by dialect. */
class Report {
  #counts = new Map();
  #failures = [];

  onTestCaseResult(test) {
    const { dialect, covers = [] } = test.meta();
    if (dialect === undefined) return;
    const failed = test.result().state === "failed";
    if (failed) this.#failures.push(test.fullName);
    for (const mark of [...covers, "all"]) this.#count(mark, dialect, failed);
  }

  onTestRunEnd() {
    console.log(`| | ${dialects.join(" | ")} |\n|---|${"---:|".repeat(dialects.length)}`);
    const marks = [...this.#counts.keys()].toSorted((a, b) => order(a).localeCompare(order(b)));
    for (const mark of marks) {
      const cells = dialects.map((dialect) => toCell(this.#counts.get(mark)[dialect]));
      console.log(`| ${mark} | ${cells.join(" | ")} |`);
    }
    for (const failure of this.#failures) console.log(`\nFAILED ${failure}`);
  }

  #count(mark, dialect, failed) {
    const row = this.#counts.get(mark) ?? {};
    const { run, bad } = row[dialect] ?? { run: 0, bad: 0 };
    this.#counts.set(mark, { ...row, [dialect]: { run: run + 1, bad: bad + (failed ? 1 : 0) } });
  }
}

function order(mark) {
  return mark === "all" ? "~" : mark[0] + mark.slice(1).padStart(2, "0");
}

function toCell(count) {
  if (count === undefined) return "–";
  return count.bad === 0 ? `${count.run}` : `${count.run}, ${count.bad} FAILED`;
}

const vitest = await startVitest("test", ["test/conformance"], { watch: false, reporters: [new Report()] });
await vitest.close();
