import type { FaultAction } from "../../../runtime/emulator/server.js";
import type { UploadErrorCode } from "../../../runtime/upload/errors.js";
import type { ConformanceCase } from "../case.js";
import { all, anonymous, everywhere, notFirst } from "./shorthand.js";

/** not yet known everywhere: 404 on the first range, a few times */
const fresh = [404, 410].flatMap((status) =>
  [
    [1, 1000],
    [2, 3000],
    [3, 8000],
  ].map(([times = 0, waitedMs = 0]): ConformanceCase => ({
    name: `${status} on the first range, ${times} times`,
    covers: ["F10", "Q11"],
    dialects: all,
    places: ["first"],
    faults: [{ times, action: { status } }],
    want: { end: "done", resent: times, waitedMs, queries: 0 },
  })),
);

/** How a session tells that it is no more, or that its credential is not; what the upload ends with if the next does too. */
const ends: readonly (readonly [name: string, action: FaultAction, end: UploadErrorCode])[] = [
  ["404", { discardSession: true }, "sessionLost"],
  ["410", { discardSession: true, status: 410 }, "sessionLost"],
  ["404 uploadSessionNotFound", { discardSession: true, innerCode: "uploadSessionNotFound" }, "sessionLost"],
  ["401 unauthenticated", { status: 401, code: "unauthenticated" }, "unauthorized"],
  ["401 expiredToken", { status: 401, code: "unauthenticated", innerCode: "expiredToken" }, "unauthorized"],
  ["403 accessDenied", { status: 403, code: "accessDenied" }, "forbidden"],
];

const lost = ends.flatMap(([name, action, end]): ConformanceCase[] => {
  // nobody can delete a session whose credential is refused
  const orphans = action.discardSession ? 0 : 1;
  const dialects = action.discardSession ? all : anonymous;
  return [
    {
      name: `the session ends: ${name}`,
      covers: ["F11", "Q10"],
      dialects,
      places: notFirst,
      inTurn: true,
      sources: ["bytes", "file"],
      faults: [{ action }],
      want: { end: "done", startsAnew: true, creates: 2, orphans },
    },
    {
      name: `the session ends and the bytes can be read only once: ${name}`,
      covers: ["F11"],
      dialects,
      places: notFirst,
      inTurn: true,
      sources: ["stream"],
      faults: [{ action }],
      want: { end: "sourceNotSeekable", creates: 2, fewer: true, orphans },
    },
    {
      name: `the session ends, and the next one too: ${name}`,
      covers: ["F11", "Q10"],
      dialects,
      places: ["middle"],
      faults: [{ match: { nth: 3, times: 2 }, action }],
      want: { end, startsAnew: true, creates: 2, session: "gone", orphans: 2 * orphans },
    },
  ];
});

const refusedAtOnce = [
  ["401", { status: 401, code: "unauthenticated" }, "unauthorized"],
  ["401 InvalidAudienceForResource", { status: 401, code: "InvalidAudienceForResource" }, "unauthorized"],
  ["403", { status: 403, code: "accessDenied" }, "forbidden"],
].map(([name, action, end]): ConformanceCase => ({
  name: `${name as string} on the very first range`,
  covers: ["F11", "Q8"],
  dialects: anonymous,
  places: ["first"],
  faults: [{ action: action as { status: number } }],
  want: { end: end as "forbidden", nothingRetried: true, session: "kept" },
}));

export const sessions: readonly ConformanceCase[] = [
  ...fresh,
  ...lost,
  ...refusedAtOnce,
  {
    name: "404 on the first range without end",
    covers: ["F10", "Q11"],
    dialects: all,
    places: ["first"],
    faults: [{ times: 4, action: { status: 404 } }],
    want: { end: "done", resent: 4, creates: 2, waitedMs: 8000, orphans: 1 },
  },
  {
    name: "the session ends by the clock while the upload waits",
    covers: ["F11"],
    dialects: all,
    places: everywhere,
    emulator: { sessionLifetime: 100_000 },
    faults: [{ action: { status: 503, headers: { "Retry-After": "120" } } }],
    want: { end: "done", startsAnew: true, creates: 2, waitedMs: 120_000, orphans: 1 },
  },
];
