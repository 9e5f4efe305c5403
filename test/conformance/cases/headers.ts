import type { ConformanceCase } from "../case.js";
import { canary } from "../canary.js";
import { all, anySource, drives, everywhere } from "./shorthand.js";

/** What the requests look like, which the strict emulator checks, and what error replies look like. */
export const headers: readonly ConformanceCase[] = [
  ...(["strict", "service", "lenient"] as const).map((strictness): ConformanceCase => ({
    name: `a service without faults, ${strictness}`,
    covers: ["F12", "Q8", "Q9", "Q13", "Q14", "Q22", "Q23", "Q24"],
    dialects: all,
    places: everywhere,
    sources: anySource,
    emulator: { strictness },
    want: { end: "done", queries: 0, waitedMs: 0 },
  })),
  {
    name: "a range size off the grid",
    covers: ["Q13"],
    dialects: drives,
    options: { rangeSize: 1000 },
    want: { end: "invalidOption", nothingRetried: true, creates: 0 },
  },
  ...(["html", "empty", "badJson", "nested"] as const).flatMap((body): ConformanceCase[] => [
    {
      name: `503 with a body that is ${body}`,
      covers: ["F9"],
      dialects: all,
      places: everywhere,
      inTurn: true,
      sources: anySource,
      faults: [{ action: { status: 503, body } }],
      want: { end: "done", resent: 1 },
    },
    {
      name: `415 with a body that is ${body}`,
      covers: ["F9", "F16"],
      dialects: all,
      places: ["middle"],
      faults: [{ action: { status: 415, body } }],
      want: { end: "rejected", status: 415, nothingRetried: true },
    },
  ]),
  ...(["innerError", "innererror"] as const).map((spelling): ConformanceCase => ({
    name: `the code that counts is deep inside: ${spelling}`,
    covers: ["F16"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    faults: [{ action: { status: 400, code: "generalException", innerCode: ["a", "virusSuspicious"], spelling } }],
    want: { end: "rejected", serviceCode: "virusSuspicious", nothingRetried: true },
  })),
  ...[
    `see https://h.example/a?authtoken=${canary}`,
    `tempauth=${canary}&x=1`,
    `Authorization: Bearer ${canary}`,
    `token eyJ0eXAi.${canary}.x has expired`,
  ].map((message): ConformanceCase => ({
    name: `the service repeats a secret: ${message.replace(canary, "…")}`,
    covers: ["F16"],
    dialects: all,
    places: everywhere,
    inTurn: true,
    faults: [{ action: { status: 415, message } }],
    want: { end: "rejected", status: 415, nothingRetried: true },
  })),
];
