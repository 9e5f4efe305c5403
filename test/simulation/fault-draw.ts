import type { Fault } from "./fault.js";
import { listFaults } from "./list-faults.js";
import {
  deleteFaults,
  fatalFaults,
  getFaults,
  passingFaults,
  postFaults,
  putFaults,
  sessionFaults,
} from "./put-faults.js";
import type { Random } from "./random.js";

export interface NamedFault {
  readonly name: string;
  readonly fault: Fault;
}

type Table = Readonly<Record<string, Fault>>;

const rest: Table = Object.fromEntries(
  Object.entries<Fault>(putFaults).filter(
    ([name]) => ![passingFaults, sessionFaults, fatalFaults, listFaults].some((table) => name in table),
  ),
);

/** how often which kind is drawn, in parts */
const putWeights: readonly (readonly [number, Table])[] = [
  [40, passingFaults],
  [6, sessionFaults],
  [3, fatalFaults],
  [22, listFaults],
  [29, rest],
];
const getWeights: readonly (readonly [number, Table])[] = [
  [60, passingFaults],
  [8, sessionFaults],
  [32, listFaults],
];

/** What goes wrong with a request, given that something does. */
export function drawFault(random: Random, method: string): NamedFault {
  switch (method) {
    case "PUT":
      return pick(random, weighted(random, putWeights));
    case "GET":
      return pick(random, weighted(random, getWeights));
    case "POST":
      return pick(random, postFaults);
    default:
      return pick(random, deleteFaults);
  }
}

/** every kind there is, as `PUT 503` */
export const faultNames: readonly string[] = Object.entries({
  PUT: putFaults,
  GET: getFaults,
  POST: postFaults,
  DELETE: deleteFaults,
}).flatMap(([method, table]) => Object.keys(table).map((name) => `${method} ${name}`));

function weighted(random: Random, weights: readonly (readonly [number, Table])[]): Table {
  let rest = random.below(weights.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, table] of weights) {
    if (rest < weight) return table;
    rest -= weight;
  }
  return passingFaults;
}

const names = new Map<Table, readonly string[]>();

function pick(random: Random, table: Table): NamedFault {
  let keys = names.get(table);
  if (keys === undefined) names.set(table, (keys = Object.keys(table)));
  const name = random.pick(keys);
  return { name, fault: table[name] as Fault };
}
