import { afterAll, describe, expect, test } from "vitest";
import { type DialectName, toTrials } from "./case.js";
import { judge } from "./judge.js";
import { runTrial } from "./run-trial.js";
import { table } from "./table.js";
import { Workbench } from "./workbench.js";

/** Registers every trial of one dialect as a test. */
export function runTable(dialect: DialectName): void {
  const workbench = new Workbench();
  afterAll(() => workbench.close());
  describe.each(Object.entries(table))("%s", (_, cases) => {
    test.each(toTrials(cases, dialect).map((trial) => [trial.name, trial] as const))("%s", async (_, trial) => {
      const observation = await runTrial(trial, workbench);
      expect(observation.ledger.unusedFaults, "every fault struck").toEqual([]);
      judge(trial, observation, workbench.content);
    });
  });
}
