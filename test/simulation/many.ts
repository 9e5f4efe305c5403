import { simulate, type Run, type SimulateOptions } from "./simulate.js";

/** so many runs share each turn of the event loop, which is what a run waits for most */
const atOneTime = 64;

export interface Seeds extends Omit<SimulateOptions, "seed"> {
  readonly first: number;
  readonly count: number;
}

/** Runs `count` seeds from `first` on; each run is told of when it has ended, in no particular order. */
export async function simulateMany({ first, count, ...options }: Seeds, tell: (run: Run) => void): Promise<void> {
  let next = first;
  const work = async () => {
    while (next < first + count) tell(await simulate({ ...options, seed: next++ }));
  };
  await Promise.all(Array.from({ length: Math.min(atOneTime, count) }, work));
}
