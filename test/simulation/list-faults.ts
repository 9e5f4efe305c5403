import type { Fault, Place } from "./fault.js";
import type { Span } from "./service-rules.js";
import { reply, type WireReply } from "./wire.js";

type Told = readonly Span[] | undefined;

/** A success that lists something else than what is missing. */
function lists(spell: (place: Place, missing: readonly Span[]) => [ranges: unknown, told: Told]): Fault {
  return {
    reply: (place, own) => {
      if (own.status >= 300 || own.told === undefined) return own;
      const [ranges, told] = spell(place, own.told);
      return reply(own.status, place.service.body(place.session, ranges), told === undefined ? {} : { told });
    },
  };
}

/** A success whose body is none. */
function says(text: string): Fault {
  return {
    reply: (_, own): WireReply => (own.status < 300 && own.told !== undefined ? reply(own.status, text) : own),
  };
}

/** Spans cut into smaller ones, which mean the same; on the grid, as a service would. */
function cut(spans: readonly Span[], { service }: Place): Span[] {
  return spans.flatMap(({ start, end }) => {
    const middle = Math.ceil((start + end) / 2 / service.alignment) * service.alignment;
    return middle >= end
      ? [{ start, end }]
      : [
          { start, end: middle },
          { start: middle, end },
        ];
  });
}

const closed = ({ start, end }: Span): string => `${start}-${end - 1}`;
const open = (start: number, size: number): [string[], Told] => [
  [`${start}-`],
  start < size ? [{ start, end: size }] : [],
];

/** Everything seen in `nextExpectedRanges`, and what the parser must survive besides: upload-sessions.md Q3–Q7, I14. */
export const listFaults = {
  "list absent": lists(() => [undefined, undefined]),
  "list null": lists(() => [null, undefined]),
  "list empty": lists(() => [[], []]),
  "list unsorted": lists((place, missing) => [cut(missing, place).toReversed().map(closed), missing]),
  "list overlapping": lists((place, missing) => [[...missing, ...cut(missing, place)].map(closed), missing]),
  "list past the end": lists(({ session }, missing) => [
    [...missing.map(closed), `${session.size}-${session.size + 99}`],
    missing,
  ]),
  "list beyond the end": lists(({ session }) => [[`${session.size + 7}-`], []]),
  "list with blanks": lists((_, missing) => [missing.map(({ start, end }) => ` ${start} - ${end - 1} `), missing]),
  "list garbage": lists(({ random }) => [random.pick([["x-y"], [{}], "0-", [null], ["9-3"], [-1]]), undefined]),
  "list stale": lists(({ before }) => [before.map(closed), before]),
  "list ahead": lists(({ random, session }, missing) =>
    open(random.between(missing[0]?.start ?? 0, session.size - 1), session.size),
  ),
  "list behind": lists(({ random, session }, missing) =>
    open(random.below((missing[0]?.start ?? 0) + 1), session.size),
  ),
  "list incomplete": lists((place, missing) => {
    const [first] = cut(missing, place);
    return [first ? [closed(first)] : [], first ? [first] : []];
  }),
  "body empty": says(""),
  "body html": says("<html><body>Service</body></html>"),
  "body cut json": says('{"nextExpectedRanges":["'),
} as const satisfies Record<string, Fault>;
