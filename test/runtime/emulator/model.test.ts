import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Emulator, type FamilyName, startEmulator } from "../../../runtime/emulator/server.js";
import type { Answer } from "./client.js";
import { type Upload, familyNames, openUpload } from "./uploads.js";

const size = 60;
const grid = 5;
const content = Buffer.from(Array.from({ length: size }, (_, index) => (index * 7 + 1) % 251));
const isDrive = (family: FamilyName): boolean => family.startsWith("onedrive");

/** What a session must be: the positions it has accepted. All else follows from them. */
interface Model {
  family: FamilyName;
  accepted: Set<number>;
  alive: boolean;
  told: Told[];
}

interface Real {
  upload: Upload;
  told: Told[];
}

/** Status and ranges of a reply. */
type Told = [number, string[]];

type Command = fc.AsyncCommand<Model, Real>;

function listHoles({ accepted }: Model): [number, number][] {
  const missing = Array.from({ length: size }, (_, at) => at).filter((at) => !accepted.has(at));
  const starts = missing.filter((at) => !missing.includes(at - 1));
  const ends = missing.filter((at) => !missing.includes(at + 1));
  return starts.map((start, index) => [start, ends[index] ?? start]);
}

function tellRanges(model: Model): string[] {
  const holes = listHoles(model);
  const [first] = holes;
  if (["outlook", "todo"].includes(model.family)) return [String(first?.[0] ?? size)];
  if (isDrive(model.family) && holes.length === 1 && first?.[1] === size - 1) return [`${first[0]}-`];
  return holes.map(([start, end]) => `${start}-${end}`);
}

/** Status of the reply to a PUT of these positions, and whether they are stored. */
function judgeRange(model: Model, start: number, end: number): number {
  const { family, accepted, alive } = model;
  if (!alive) return 404;
  if (isDrive(family) && end + 1 < size && (end + 1) % grid !== 0) return 400;
  const positions = Array.from({ length: end - start + 1 }, (_, index) => start + index);
  if (positions.some((at) => accepted.has(at))) return 416;
  if (family !== "print" && start > 0 && !accepted.has(start - 1)) return 416;
  if (accepted.size + positions.length === size) return 201;
  return ["outlook", "todo"].includes(family) ? 200 : 202;
}

const readRanges = ({ json = {} }: Answer): string[] =>
  Object.values(json["nextExpectedRanges"] ?? json["NextExpectedRanges"] ?? {}).map(String);

type Act = (model: Model, real: Real) => Promise<void>;

function command(name: string, run: Act, check: (model: Model) => boolean = () => true): Command {
  return { check: (model) => check(model), run, toString: () => name };
}

const isAlive = ({ alive }: Model): boolean => alive;

async function putRange(model: Model, { upload, told }: Real, start: number, end: number): Promise<void> {
  const status = judgeRange(model, start, end);
  const reply = await upload.put(content, start, end);
  const stored = status < 300 ? end + 1 - start : 0;
  for (let index = 0; index < stored; index += 1) model.accepted.add(start + index);
  if (status === 201) model.alive = false;
  model.told.push([status, status === 200 || status === 202 ? tellRanges(model) : []]);
  told.push([reply.status, readRanges(reply)]);
}

const put = (start: number, end: number): Command =>
  command(`PUT ${start}-${end}`, (model, real) => putRange(model, real, start, end));

/** PUT of the next range as a good client sends it, so that runs get to their end. */
const putNext = (blocks: number): Command =>
  command(
    `PUT of the next ${blocks} blocks`,
    async (model, real) => {
      const [[start, end] = [0, size - 1]] = listHoles(model);
      await putRange(model, real, start, Math.min(start + blocks * grid - (start % grid) - 1, end));
    },
    isAlive,
  );

const putShort = (length: number): Command =>
  command(
    `PUT of ${length} bytes where more are announced`,
    async (model, { upload, told }) => {
      const [[start, end] = [0, size - 1]] = listHoles(model);
      const body = content.subarray(start, Math.min(start + length, end));
      const reply = await upload.put(content, start, end, { headers: { "Content-Length": body.length }, body });
      model.told.push([400, []]);
      told.push([reply.status, readRanges(reply)]);
    },
    isAlive,
  );

const query = command(
  "GET",
  async (model, { upload, told }) => {
    const reply = await upload.send("GET");
    model.told.push(model.alive ? [200, tellRanges(model)] : [404, []]);
    told.push([reply.status, readRanges(reply)]);
  },
  ({ family }) => family !== "outlook",
);

const cancel = command("DELETE", async (model, { upload, told }) => {
  const reply = await upload.send("DELETE");
  model.told.push([model.alive ? 204 : 404, []]);
  told.push([reply.status, []]);
  model.alive = false;
});

const commands = fc.commands(
  [
    fc.tuple(fc.nat(size - 1), fc.nat(size - 1)).map(([a, b]) => put(Math.min(a, b), Math.max(a, b))),
    fc
      .tuple(fc.nat(size / grid - 1), fc.integer({ min: 1, max: 4 }))
      .map(([at, blocks]) => put(at * grid, Math.min((at + blocks) * grid, size) - 1)),
    fc.integer({ min: 1, max: 5 }).map(putNext),
    fc.integer({ min: 1, max: 5 }).map(putNext),
    fc.nat(10).map(putShort),
    fc.constant(query),
    fc.nat(9).map((draw) => (draw === 0 ? cancel : query)),
  ],
  { size: "+1" },
);

let emulator: Emulator;
beforeAll(async () => {
  const limits = Object.fromEntries(
    familyNames.map((name) => [name, { sessionMinimum: 1, ...(isDrive(name) ? { rangeAlignment: grid } : {}) }]),
  );
  emulator = await startEmulator({ limits });
});
afterAll(() => emulator.close());

test.each(familyNames)("%s agrees with the set of what it accepted", async (family) => {
  let completed = 0;
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      await emulator.reset();
      const model: Model = { family, accepted: new Set(), alive: true, told: [] };
      const real: Real = { upload: await openUpload(emulator, family, size), told: [] };
      await fc.asyncModelRun(() => ({ model, real }), sequence);
      expect(real.told).toEqual(model.told);

      const { sessions } = await emulator.ledger();
      const complete = model.accepted.size === size;
      completed += Number(complete);
      const positions = sessions[0]?.accepted.flatMap(({ start, end, times }) =>
        times === 1 ? Array.from({ length: end - start }, (_, index) => start + index) : [NaN],
      );
      expect(positions).toEqual([...model.accepted].toSorted((a, b) => a - b));
      expect(sessions.map(({ commits }) => commits)).toEqual([complete ? 1 : 0]);
      const hash = createHash("sha256").update(content).digest("hex");
      expect(sessions[0]?.sha256).toBe(complete ? hash : undefined);
    }),
    { numRuns: 30 },
  );
  expect(completed).toBeGreaterThan(0);
});

test("ranges of a print document under way at once are stored each where it belongs", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.uniqueArray(fc.integer({ min: 1, max: size - 1 }), { minLength: 1, maxLength: 8 }),
      async (scheduler, cuts) => {
        await emulator.reset();
        const upload = await openUpload(emulator, "print", size);
        const borders = [0, ...cuts.toSorted((a, b) => a - b), size];
        const ranges = cuts.map((_, index) => [borders[index] ?? 0, (borders[index + 1] ?? 0) - 1] as const);
        ranges.push([borders.at(-2) ?? 0, size - 1]);
        const put = scheduler.scheduleFunction(async (start: number, end: number) => upload.put(content, start, end));
        const statuses: number[] = [];
        // four senders that share one queue, as the service asks for
        const queue = [...ranges];
        const sender = async (): Promise<void> => {
          for (let range = queue.shift(); range !== undefined; range = queue.shift()) {
            statuses.push((await put(...range)).status);
          }
        };
        const senders = [sender(), sender(), sender(), sender()];
        await scheduler.waitFor(Promise.all(senders));
        expect(statuses.filter((status) => status === 201)).toHaveLength(1);
        expect(statuses.filter((status) => status === 202)).toHaveLength(ranges.length - 1);
        const { sessions } = await emulator.ledger();
        expect(sessions).toMatchObject([{ commits: 1, accepted: [{ start: 0, end: size, times: 1 }] }]);
        expect(sessions[0]?.sha256).toBe(createHash("sha256").update(content).digest("hex"));
      },
    ),
    { numRuns: 20 },
  );
});
