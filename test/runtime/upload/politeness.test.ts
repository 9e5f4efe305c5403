import { getEventListeners } from "node:events";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outlook } from "../../../runtime/upload/dialects.js";
import { politeness, sharedPoliteness, type PolitenessLimits } from "../../../runtime/upload/politeness.js";
import { Timeline } from "./timeline.js";

const limits: PolitenessLimits = { concurrency: 3, bytesPerWindow: 100, windowMs: 1000 };
/** an upload's own signal, which is never aborted */
const ever = () => new AbortController().signal;
const ignore = () => {};

function start(own: Partial<PolitenessLimits> = {}) {
  const clock = new Timeline();
  return { clock, polite: politeness({ ...limits, ...own }, clock) };
}

/** What a promise has come to so far. */
function watch<T>(promise: Promise<T>): { value?: T; error?: unknown } {
  const state: { value?: T; error?: unknown } = {};
  promise.then(
    (value) => (state.value = value),
    (error: unknown) => (state.error = error),
  );
  return state;
}

interface Request {
  mailbox: string;
  bytes: number;
  arrives: number;
  lasts: number;
  /** after its arrival */
  abortsAfter: number | undefined;
}

interface Outcome extends Request {
  admitted: number;
  ended: number;
  inFlight: number;
}

/** Plays a schedule to its end: what was admitted, in that order. Nothing may be left over. */
async function play(requests: readonly Request[], own: Partial<PolitenessLimits> = {}): Promise<Outcome[]> {
  const { clock, polite } = start(own);
  const began = clock.now();
  const outcomes: Outcome[] = [];
  let inFlight = 0;
  let aborted = 0;
  const all = requests.map(async (request) => {
    await clock.sleep(request.arrives, ever());
    const abort = new AbortController();
    if (request.abortsAfter !== undefined) {
      void clock.sleep(request.abortsAfter, ever()).then(() => abort.abort("enough"));
    }
    try {
      const release = await polite.admit(request.mailbox, request.bytes, abort.signal, ignore);
      expect(getEventListeners(abort.signal, "abort")).toEqual([]);
      const outcome = { ...request, admitted: clock.now() - began, ended: Infinity, inFlight: ++inFlight };
      outcomes.push(outcome);
      await clock.sleep(request.lasts, ever());
      outcome.ended = clock.now() - began;
      inFlight--;
      release();
      release();
    } catch (error) {
      if (error !== "enough") throw error;
      aborted++;
    }
    expect(getEventListeners(abort.signal, "abort")).toEqual([]);
  });
  await clock.run();
  expect(outcomes.length + aborted).toBe(requests.length); // nobody hangs
  await Promise.all(all);
  expect(clock.sleeping).toBe(0);
  return outcomes;
}

const schedule = (overrides: Partial<{ mailboxes: number; abort: boolean }> = {}) =>
  fc.array(
    fc.record<Request>({
      mailbox: fc.integer({ min: 1, max: overrides.mailboxes ?? 3 }).map(String),
      bytes: fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 1, 50, 100)),
      arrives: fc.integer({ min: 0, max: 4000 }),
      lasts: fc.oneof(fc.integer({ min: 0, max: 1500 }), fc.constant(0)),
      abortsAfter:
        overrides.abort === false
          ? fc.constant(undefined)
          : fc.option(fc.integer({ min: 0, max: 2000 }), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 25 },
  );

const runs = { numRuns: 300 };

/** Bytes that the service may count within the window that ends at `time`: of all requests not over before it began. */
function countable(outcomes: readonly Outcome[], time: number): number {
  const counted = outcomes.filter(({ admitted, ended }) => admitted <= time && ended >= time - limits.windowMs);
  return counted.reduce((sum, { bytes }) => sum + bytes, 0);
}

describe("bytes and requests (I11)", () => {
  it("stay within the limits in every window, whenever the service counts a byte", () =>
    fc.assert(
      fc.asyncProperty(schedule(), async (requests) => {
        const outcomes = await play(requests);
        for (const { mailbox, admitted, inFlight } of outcomes) {
          expect(
            countable(
              outcomes.filter((other) => other.mailbox === mailbox),
              admitted,
            ),
          ).toBeLessThanOrEqual(100);
          expect(inFlight).toBeLessThanOrEqual(limits.concurrency);
        }
      }),
      runs,
    ));

  it("go in the order they come", () =>
    fc.assert(
      fc.asyncProperty(schedule({ mailboxes: 1 }), async (requests) => {
        const order = (await play(requests)).map(({ arrives }) => arrives);
        expect(order).toEqual(order.toSorted((a, b) => a - b));
      }),
      runs,
    ));

  it("wait no longer than they must", () =>
    fc.assert(
      fc.asyncProperty(schedule({ mailboxes: 1, abort: false }), async (requests) => {
        const outcomes = await play(requests, { concurrency: 100 });
        for (const [index, { bytes, admitted, arrives }] of outcomes.entries()) {
          const before = outcomes.slice(0, index);
          const cameAtOnce = admitted === Math.max(arrives, before.at(-1)?.admitted ?? 0);
          expect(cameAtOnce || countable(before, admitted - 1) + bytes > 100).toBe(true);
        }
      }),
      runs,
    ));

  it("fill outlook's window and no more: 150 MiB in ranges take one window and a moment", async () => {
    const { politeness: own } = outlook;
    const size = 150 * 1024 * 1024;
    const count = Math.ceil(size / outlook.defaultRangeSize);
    const requests = Array.from({ length: count }, (_, i) => ({
      mailbox: "/me",
      bytes: Math.min(outlook.defaultRangeSize, size - i * outlook.defaultRangeSize),
      arrives: 0,
      lasts: 10,
      abortsAfter: undefined,
    }));
    const outcomes = await play(requests, { ...own });
    expect(outcomes.filter(({ admitted }) => admitted < 300_000)).toHaveLength(38);
    expect(outcomes.at(-1)?.admitted).toBe(300_000 + 11);
  });

  it("greater than the window go alone", async () => {
    const outcomes = await play(
      [40, 250, 60, 100].map((bytes, arrives) => ({ mailbox: "m", bytes, arrives, lasts: 10, abortsAfter: undefined })),
    );
    expect(outcomes.map(({ bytes, admitted }) => [bytes, admitted])).toEqual([
      [40, 0],
      [250, 1011],
      [60, 2022],
      [100, 3033],
    ]);
  });

  it("wait for the very end of the window", async () => {
    const [first, last] = await play(
      [0, 1000].map((arrives) => ({ mailbox: "m", bytes: 100, arrives, lasts: 0, abortsAfter: undefined })),
    );
    expect([first?.admitted, last?.admitted]).toEqual([0, 1001]);
  });

  it("of other mailboxes are not kept waiting by a full one", async () => {
    const { clock, polite } = start({ concurrency: 1 });
    (await polite.admit("a", 100, ever(), ignore))();
    const waiting = watch(polite.admit("a", 1, ever(), ignore));
    const other = watch(polite.admit("b", 100, ever(), ignore));
    await clock.settle();
    expect([waiting.value, other.value]).toEqual([undefined, expect.any(Function)]);
    other.value?.();
    await clock.run();
    expect(waiting.value).toBeDefined();
  });

  it("still wait at most one window when the clock is set back", async () => {
    const { clock, polite } = start();
    const began = clock.now();
    (await polite.admit("m", 100, ever(), ignore))();
    clock.time -= 900_000;
    const next = watch(polite.admit("m", 100, ever(), ignore));
    await clock.run();
    expect(next.value).toBeDefined();
    expect(clock.now() - began).toBe(-900_000 + 1001);
  });

  it("tell why they wait, and for how long when that is known", async () => {
    const { clock, polite } = start({ concurrency: 1 });
    const told: unknown[] = [];
    const admit = (mailbox: string, bytes: number) =>
      polite.admit(mailbox, bytes, ever(), (...why) => told.push(why)).then((release) => release);
    const first = await admit("m", 70);
    void admit("n", 1).then((release) => release());
    await clock.settle();
    expect(told.splice(0)).toEqual([["as many requests are under way as the service allows"]]);
    void admit("m", 70).then((release) => release());
    void admit("m", 10).then((release) => release());
    await clock.settle();
    const bytes = "the mailbox takes only so many bytes at a time";
    expect(told.splice(0)).toEqual([[bytes], [bytes]]);
    first();
    await clock.run();
    expect(told[0]).toEqual([bytes, 1001]);
  });
});

describe("one upload per item (I11)", () => {
  it("lets them in one by one, in the order they came", async () => {
    const { clock, polite } = start();
    const order: number[] = [];
    const [first, second, third] = [1, 2, 3].map((n) =>
      polite.enter("a", ever()).then((leave) => {
        order.push(n);
        return leave;
      }),
    );
    await polite.enter("b", ever());
    await clock.settle();
    expect(order).toEqual([1]);
    const leave = (await first)!;
    leave();
    leave(); // harmless
    await clock.settle();
    expect(order).toEqual([1, 2]);
    (await second)!();
    (await third)!();
    leave(); // of an upload long over, while another one is in
    const again = watch(polite.enter("a", ever()));
    await clock.settle();
    expect(again.value).toBeDefined();
    leave();
    const next = watch(polite.enter("a", ever()));
    await clock.settle();
    expect(next.value).toBeUndefined();
  });
});

describe("abort (I12)", () => {
  const cases: [string, (polite: ReturnType<typeof politeness>, signal: AbortSignal) => Promise<() => void>][] = [
    ["an item", (polite, signal) => polite.enter("item", signal)],
    ["a place", (polite, signal) => polite.admit("free", 1, signal, ignore)],
    ["the end of a request", (polite, signal) => polite.admit("busy", 100, signal, ignore)],
    ["the window", (polite, signal) => polite.admit("full", 100, signal, ignore)],
  ];

  it.each(cases)("while waiting for %s leaves no hole in the queue and no listener", async (_, wait) => {
    const { clock, polite } = start({ concurrency: 2 });
    (await polite.admit("full", 100, ever(), ignore))();
    const held = [
      await polite.enter("item", ever()),
      await polite.admit("busy", 100, ever(), ignore),
      await polite.admit("other", 1, ever(), ignore),
    ];
    const aborts = Array.from({ length: 4 }, () => new AbortController());
    const waiting = aborts.map(({ signal }) => watch(wait(polite, signal)));
    const patient = ever();
    const last = watch(wait(polite, patient));
    await clock.settle();
    for (const index of [2, 0, 3, 1]) aborts[index]?.abort("enough");
    await clock.settle();
    expect(waiting).toEqual(aborts.map(() => ({ error: "enough" })));
    expect(aborts.flatMap(({ signal }) => getEventListeners(signal, "abort"))).toEqual([]);
    expect(last).toEqual({});
    for (const release of held) release();
    await clock.run();
    expect(last.value).toBeDefined();
    expect([clock.sleeping, getEventListeners(patient, "abort")]).toEqual([0, []]);
  });

  it.each(cases)("before waiting for %s changes nothing", async (_, wait) => {
    const { clock, polite } = start();
    await expect(wait(polite, AbortSignal.abort("early"))).rejects.toBe("early");
    const next = watch(wait(polite, ever()));
    await clock.settle();
    expect(next.value).toBeDefined();
  });

  it("gives back the bytes of a request that never went", async () => {
    const { clock, polite } = start({ concurrency: 1 });
    await polite.admit("other", 1, ever(), ignore);
    const abort = new AbortController();
    const waitsForPlace = watch(polite.admit("m", 100, abort.signal, ignore));
    await clock.settle();
    const told: string[] = [];
    const waitsForBytes = watch(polite.admit("m", 100, ever(), (reason) => told.push(reason)));
    await clock.settle();
    abort.abort("enough");
    await clock.settle();
    expect(waitsForPlace).toEqual({ error: "enough" });
    expect(waitsForBytes).toEqual({});
    expect(told.at(-1)).toBe("as many requests are under way as the service allows"); // it has its bytes
  });

  it("from within onWait ends the wait", async () => {
    const { clock, polite } = start();
    await polite.admit("m", 100, ever(), ignore);
    const abort = new AbortController();
    await expect(polite.admit("m", 1, abort.signal, () => abort.abort("enough"))).rejects.toBe("enough");
    expect(clock.sleeping).toBe(0);
  });

  it.each([
    ["bytes", "m"],
    ["a place", "n"],
  ])("an exception of onWait while waiting for %s leaves no hole either", async (_, mailbox) => {
    const { clock, polite } = start({ concurrency: 1 });
    const release = await polite.admit("m", 100, ever(), ignore);
    const bug = new Error("bug in the progress bar");
    const fail = () => {
      throw bug;
    };
    await expect(polite.admit(mailbox, 100, ever(), fail)).rejects.toBe(bug);
    const next = watch(polite.admit(mailbox, 100, ever(), ignore));
    release();
    await clock.run();
    expect(next.value).toBeDefined();
  });
});

describe("sharedPoliteness", () => {
  it("is one for all who keep the same limits by the same clock", () => {
    const [clock, other] = [new Timeline(), new Timeline()];
    const one = sharedPoliteness(clock, limits);
    expect(sharedPoliteness(clock, { ...limits })).toBe(one);
    expect(sharedPoliteness(clock, { ...limits, concurrency: 2 })).not.toBe(one);
    expect(sharedPoliteness(other, limits)).not.toBe(one);
  });
});
