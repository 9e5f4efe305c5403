import type { World } from "../world.js";
import type { Invariant } from "./invariant.js";
import {
  i1OneItem,
  i1Done,
  g3NothingBehind,
  g3Told,
  g3Resumable,
  g3Continues,
  resultIsTrue,
  g9Secrets,
  g10Time,
  everyFailureHasItsCause,
} from "./of-the-end.js";
import {
  i2Bounded,
  i2Stalls,
  i2Recreations,
  i4Ranges,
  i4Holes,
  rule0AsksAfterDoubt,
  i5Clean,
  i5Wire,
  i6Headers,
  i7Urls,
  i8RetryAfter,
} from "./of-requests.js";
import {
  i9Checkpoint,
  i9AsksFirst,
  i11Polite,
  i12Abort,
  i12Deletes,
  f16BeforeTheNetwork,
  f19Rivals,
} from "./of-processes.js";

const invariants: Readonly<Record<string, Invariant>> = {
  "I1 one item": i1OneItem,
  "I1 done": i1Done,
  "G3 nothing behind": g3NothingBehind,
  "G3 told": g3Told,
  "G3 resumable": g3Resumable,
  "G3 continues": g3Continues,
  "I2 bounded": i2Bounded,
  "I2 stalls": i2Stalls,
  "I2 recreations": i2Recreations,
  "I4 ranges": i4Ranges,
  "I4 holes": i4Holes,
  "rule zero": rule0AsksAfterDoubt,
  "I9 asks first": i9AsksFirst,
  "I12 deletes": i12Deletes,
  "I5 clean": i5Clean,
  "I5 wire": i5Wire,
  "I6 headers": i6Headers,
  "F16 before the network": f16BeforeTheNetwork,
  "F19 rivals": f19Rivals,
  "I7 urls": i7Urls,
  "I8 Retry-After": i8RetryAfter,
  "I9 checkpoint": i9Checkpoint,
  "I11 polite": i11Polite,
  "I12 abort": i12Abort,
  result: resultIsTrue,
  "G9 secrets": g9Secrets,
  "G10 time": g10Time,
  cause: everyFailureHasItsCause,
};

/** All that does not hold of a run that has ended. */
export function judge(world: World): string[] {
  return Object.entries(invariants).flatMap(([name, holds]) => {
    const violation = holds(world);
    return violation === undefined ? [] : [`${name}: ${violation}`];
  });
}
