import * as fc from "fast-check";
import { expect, it } from "vitest";
import { UploadError } from "../../../runtime/upload/errors.js";
import { content, play, rangeSize } from "./scenario.js";
import { errorBody, type Fault } from "./scripted-server.js";

const bytes = content.subarray(0, 4 * rangeSize + 123);

const keep = fc.oneof(fc.constantFrom("all" as const, "none" as const), fc.nat(rangeSize));
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ status: fc.constantFrom(408, 429, 500, 503), keep }),
  fc.record({ transport: fc.constantFrom("resetAfterBody" as const, "cutReply" as const), keep }),
  fc.record({ transport: fc.record({ resetAfter: fc.integer({ min: 1, max: rangeSize }) }), keep }),
  fc.constant<Fault>({ transport: "resetAtOnce" }),
  fc.record({ keep }),
  fc.record({ position: fc.nat(bytes.length) }),
  fc.record({
    body: fc.constantFrom("", "{}", "<html>", '{"nextExpectedRanges":[]}', '{"nextExpectedRanges":["0-"]}'),
    keep,
  }),
  fc.constantFrom<Fault>({ status: 404, forget: true }, { status: 416 }, { status: 401 }, { status: 404 }),
  fc.constantFrom<Fault>({ status: 412, body: errorBody("ErrorIrresolvableConflict") }, { status: 413 }),
);
const plan = fc.record({
  faults: fc.array(fc.option(fault, { nil: {} }), { maxLength: 9 }),
  statusQuery: fc.constantFrom("none" as const, "ranges" as const),
});

it("whatever happens: one whole item, or a typed error; never a second item, never another content (I1)", async () => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ faults, statusQuery }) => {
      const prepare = (server: { statusQuery: unknown }) => void (server.statusQuery = statusQuery);
      const { server, result, error } = await play({ bytes, script: { 1: faults }, prepare, mayGoUnused: true });
      expect(error === undefined || error instanceof UploadError).toBe(true);
      expect(server.items.length).toBeLessThanOrEqual(1);
      expect(server.items.every((item) => item.content.equals(bytes))).toBe(true);
      expect(result?.itemId).toBe(result && server.items[0]?.id);
      expect(server.count("PUT")).toBeLessThan(60);
    }),
    { numRuns: 100 },
  );
});
