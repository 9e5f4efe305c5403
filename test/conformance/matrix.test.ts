import { describe, expect, test } from "vitest";
import { type ConformanceCase, type Mark, type Trial, toTrials } from "./case.js";
import { all } from "./cases/shorthand.js";
import { matrix } from "./matrix.js";
import { table } from "./table.js";

const cases = Object.values(table).flat();
const trials = all.flatMap((dialect) => Object.values(table).flatMap((each) => toTrials(each, dialect)));

function covering(mark: Mark): Trial[] {
  return trials.filter((trial) => trial.case.covers.includes(mark));
}

describe("the fault matrix", () => {
  test.each(Object.entries(matrix))("%s is covered", (mark, { dialects, places, sources }) => {
    const found = covering(mark as Mark);
    const wanted = dialects.flatMap((dialect) => [
      ...places.map((place) => `${dialect}, ${place} range`),
      ...sources.map((source) => `${dialect}, ${source}`),
    ]);
    const covered = found.flatMap(({ dialect, place, source }) => [
      `${dialect}, ${place} range`,
      `${dialect}, ${source}`,
    ]);
    expect(wanted.filter((each) => !covered.includes(each))).toEqual([]);
  });

  test.each(Array.from({ length: 25 }, (_, index) => `Q${index + 1}` as const))("%s is covered", (mark) => {
    expect(covering(mark)).not.toEqual([]);
  });
});

describe("the table", () => {
  test("has 300 cases and more, half of them proof that nothing is retried", () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(cases.filter(provesNoRetry).length).toBeGreaterThanOrEqual(cases.length / 2);
  });

  test.each(all)("has no two trials of one name for %s", (dialect) => {
    for (const [theme, each] of Object.entries(table)) {
      const names = toTrials(each, dialect).map(({ name }) => name);
      expect([theme, names.filter((name, index) => names.indexOf(name) !== index)]).toEqual([theme, []]);
    }
  });
});

/** One request per range, one session, no question, no wait. */
function provesNoRetry({ want }: ConformanceCase): boolean {
  const { nothingRetried, resent = 0, queries, startsAnew, creates = 1, waitedMs } = want;
  return nothingRetried || (resent === 0 && queries === 0 && !startsAnew && creates <= 1 && waitedMs === 0);
}
