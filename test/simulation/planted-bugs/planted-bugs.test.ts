import { afterAll, beforeAll, expect, it } from "vitest";
import { simulate } from "../simulate.js";
import { banRealTime } from "../real-time.js";
import { plantedBugs } from "./bugs.js";
import { plant } from "./plant.js";

/** each is found sooner; see the table the test prints */
const mostSeeds = 4000;

let allowRealTime = (): void => undefined;
beforeAll(() => {
  allowRealTime = banRealTime();
});
const found: string[] = [];
afterAll(() => {
  allowRealTime();
  console.log(found.join("\n"));
});

it.each(plantedBugs.map((bug, number) => [bug.name, bug, number] as const))(
  "catches: %s",
  async (name, bug, number) => {
    const engine = await plant(bug, number);
    let seed = 0;
    let violation: string | undefined;
    while (violation === undefined && seed < mostSeeds) {
      seed++;
      violation = (await simulate({ seed, faults: 0.2, engine })).violations[0];
    }
    found.push(`${name}: seed ${seed}, ${violation}`);
    expect(violation, `${name}: not seen in ${mostSeeds} seeds`).toBeDefined();
  },
  600_000,
);
