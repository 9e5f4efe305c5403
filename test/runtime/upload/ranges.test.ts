import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNextExpectedRanges, subtractRange, type Range } from "../../../runtime/upload/ranges.js";
import { thrownCode } from "./thrown-code.js";

const size = 1000;

/** given, want as [start, end) pairs */
const readable: [unknown, [number, number][] | undefined][] = [
  // absent
  [undefined, undefined],
  [null, undefined],
  // nothing missing
  [[], []],
  // bare start
  [["0"], [[0, 1000]]],
  [["1"], [[1, 1000]]],
  [["500"], [[500, 1000]]],
  [["999"], [[999, 1000]]],
  [["1000"], []],
  [["1001"], []],
  [["007"], [[7, 1000]]],
  // open
  [["0-"], [[0, 1000]]],
  [["26-"], [[26, 1000]]],
  [["999-"], [[999, 1000]]],
  [["1000-"], []],
  [["99999999999999999999999-"], []],
  // closed, last byte included
  [["0-0"], [[0, 1]]],
  [["0-999"], [[0, 1000]]],
  [["10-19"], [[10, 20]]],
  [["999-999"], [[999, 1000]]],
  // past the end: clamped
  [["0-1000"], [[0, 1000]]],
  [["990-4533322"], [[990, 1000]]],
  [["990-99999999999999999999"], [[990, 1000]]],
  [["1000-1001"], []],
  [["10-19", "2000-2010"], [[10, 20]]],
  // blanks
  [[" 26 "], [[26, 1000]]],
  [["\t26-\n"], [[26, 1000]]],
  [[" 26 - 30 "], [[26, 31]]],
  [["26 -"], [[26, 1000]]],
  [["26- 30"], [[26, 31]]],
  // several
  [
    ["0-9", "20-29"],
    [
      [0, 10],
      [20, 30],
    ],
  ],
  [
    ["12-34", "56-78", "90-"],
    [
      [12, 35],
      [56, 79],
      [90, 1000],
    ],
  ],
  // unsorted
  [
    ["20-29", "0-9"],
    [
      [0, 10],
      [20, 30],
    ],
  ],
  [
    ["900-", "5-6", "100-199"],
    [
      [5, 7],
      [100, 200],
      [900, 1000],
    ],
  ],
  // overlapping, touching, contained, repeated: merged
  [["0-9", "5-14"], [[0, 15]]],
  [["0-9", "10-19"], [[0, 20]]],
  [["0-99", "10-19"], [[0, 100]]],
  [["5-", "7-"], [[5, 1000]]],
  [["5-9", "5-9"], [[5, 10]]],
  [
    ["50", "20-29"],
    [
      [20, 30],
      [50, 1000],
    ],
  ],
  [
    ["0-9", "11-19"],
    [
      [0, 10],
      [11, 20],
    ],
  ],
];

const unreadable: unknown[] = [
  "0-",
  "",
  0,
  26,
  true,
  {},
  { start: 0 },
  [0],
  [26],
  [null],
  [undefined],
  [["0-"]],
  [{}],
  [""],
  [" "],
  ["-"],
  ["-5"],
  ["9-3"],
  ["a"],
  ["a-b"],
  ["0-b"],
  ["0x10"],
  ["1e3"],
  ["1.5"],
  ["1_000"],
  ["+1"],
  ["0--"],
  ["0-1-2"],
  ["0,5"],
  ["0-5,7-9"],
  ["bytes 0-5"],
  ["*"],
  ["٣"],
  ["0-", "x"],
  Array.from({ length: 1001 }, () => "0-"),
];

function parse(value: unknown): [number, number][] | undefined {
  return parseNextExpectedRanges(value, size)?.map(({ start, end }) => [start, end]);
}

describe("parseNextExpectedRanges (I14)", () => {
  it.each(readable)("reads %j", (given, want) => expect(parse(given)).toEqual(want));

  it.each(unreadable.map((given) => [given]))("refuses %j", (given) => {
    expect(thrownCode(() => parse(given))).toBe("protocol");
  });

  it("quotes a redacted, short excerpt", () => {
    const url = "https://outlook.office.com/api?authtoken=canary";
    expect(() => parse([url])).toThrow(/cannot be read: "https:\/\/outlook.office.com\/…"$/);
    expect(() => parse([url])).not.toThrow(/canary/);
    expect(() => parse(["x".repeat(5000)])).toThrow(/^.{1,200}$/);
  });

  it("gives sorted, disjoint ranges within the content, covering the same bytes", () => {
    const entry = fc.tuple(fc.nat(1200), fc.nat(300), fc.constantFrom("bare", "open", "closed"));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), fc.nat(999), (entries, byte) => {
        const spelled = entries.map(([start, length, form]) =>
          form === "bare" ? `${start}` : form === "open" ? `${start}-` : `${start}-${start + length}`,
        );
        const ranges = parseNextExpectedRanges(spelled, size) ?? [];
        ranges.forEach(({ start, end }, index) => {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(size);
          expect(start).toBeGreaterThan(ranges[index - 1]?.end ?? -1);
        });
        const listed = entries.some(
          ([start, length, form]) => byte >= start && (form !== "closed" || byte <= start + length),
        );
        expect(ranges.some(({ start, end }) => byte >= start && byte < end)).toBe(listed);
      }),
    );
  });

  it("answers or throws UploadError, whatever JSON holds", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect([undefined, "protocol"]).toContain(thrownCode(() => parseNextExpectedRanges(value, size)));
      }),
    );
  });
});

function range([start, end]: [number, number]): Range {
  return { start, end };
}

describe("subtractRange", () => {
  const table: [[number, number][], [number, number], [number, number][]][] = [
    [[[0, 10]], [0, 10], []],
    [[[0, 10]], [0, 4], [[4, 10]]],
    [[[0, 10]], [4, 10], [[0, 4]]],
    [
      [[0, 10]],
      [4, 6],
      [
        [0, 4],
        [6, 10],
      ],
    ],
    [[[0, 10]], [20, 30], [[0, 10]]],
    [
      [
        [0, 10],
        [20, 30],
      ],
      [5, 25],
      [
        [0, 5],
        [25, 30],
      ],
    ],
    [
      [
        [0, 10],
        [20, 30],
      ],
      [0, 10],
      [[20, 30]],
    ],
    [[], [0, 10], []],
  ];
  it.each(table)("%j without %j is %j", (ranges, taken, want) => {
    expect(subtractRange(ranges.map(range), range(taken))).toEqual(want.map(range));
  });
});
