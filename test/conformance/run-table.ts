import { readdirSync, readlinkSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { type DialectName, toTrials } from "./case.js";
import { judge } from "./judge.js";
import { runTrial } from "./run-trial.js";
import { table } from "./table.js";
import { Workbench } from "./workbench.js";

/** Registers every trial of one dialect as a test. */
export function runTable(dialect: DialectName): void {
  const workbench = new Workbench();
  const before = countHandles();
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on("warning", note);
  afterAll(async () => {
    await workbench.close();
    process.off("warning", note);
    for (let turn = 0; turn < 50 && countHandles().sockets > before.sockets; turn++) await setTimeout(20); // they close late
    expect(countHandles(), "I12").toEqual(before);
    expect(warnings, "I12: listeners").toEqual([]);
  });
  const themes = Object.entries(table).map(([theme, cases]) => [theme, toTrials(cases, dialect)] as const);
  describe.each(themes.filter(([, trials]) => trials.length > 0))("%s", (_, trials) => {
    test.for(trials.map((trial) => [trial.name, trial] as const))("%s", async ([, trial], { task }) => {
      Object.assign(task.meta, { dialect, covers: trial.case.covers });
      const observation = await runTrial(trial, workbench);
      expect(observation.ledger.unusedFaults, "every fault struck").toEqual([]);
      judge(trial, observation, workbench.content);
    });
  });
}

/** Sockets and files this process holds open. */
function countHandles(): { sockets: number; files: number } {
  const sockets = process.getActiveResourcesInfo().filter((kind) => kind.startsWith("TCP"));
  return { sockets: sockets.length, files: listFiles().length };
}

function listFiles(): string[] {
  try {
    const targets = readdirSync("/proc/self/fd").map((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`);
      } catch {
        return ""; // the one that lists them
      }
    });
    return targets.filter((target) => target.includes("conformance-"));
  } catch {
    return []; // not Linux
  }
}
