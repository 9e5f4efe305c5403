import type { Cmdlet } from "../../model.js";

/** What the ranges of an upload session must be like. The runtime's upload dialects hold the same figures; a test compares. */
export interface RangeRules {
  /** bytes */
  minimumSize: number;
  maximumSize: number;
  maximumRangeSize: number;
  /** bytes: every range but the last is a multiple of it */
  rangeAlignment: number;
  /** the session ends at its first `expirationDateTime` */
  fixedExpiry: boolean;
  /** ranges go to the upload URL with the access token, and with this after its path */
  authorizedPath?: string;
}

const mebibyte = 1024 * 1024;

/** By upload dialect. */
export const rangeRules: Readonly<Record<string, RangeRules>> = {
  outlook: {
    minimumSize: 3_000_000,
    maximumSize: 150 * mebibyte,
    maximumRangeSize: 3_999_999,
    rangeAlignment: 1,
    fixedExpiry: true,
  },
  todo: {
    minimumSize: 1,
    maximumSize: 25 * mebibyte,
    maximumRangeSize: 3_999_999,
    rangeAlignment: 1,
    fixedExpiry: true,
    authorizedPath: "/content",
  },
  drive: {
    minimumSize: 1,
    maximumSize: 250 * 1024 * mebibyte,
    maximumRangeSize: 60 * mebibyte - 320 * 1024,
    rangeAlignment: 320 * 1024,
    fixedExpiry: false,
  },
  print: {
    minimumSize: 1,
    maximumSize: Number.MAX_SAFE_INTEGER,
    maximumRangeSize: 9_999_999,
    rangeAlignment: 1,
    fixedExpiry: true,
  },
};

/** What to do with an upload session once it is open, as items of a list; empty for a cmdlet that opens none. */
export function nextStep({ upload, parameters }: Cmdlet): string[] {
  if (!upload) return [];
  const rules = rangeRules[upload.dialect];
  const inFile = parameters.some(({ name }) => name === "InFile");
  return [
    `Send the file to the \`uploadUrl\` of the reply in ranges, one PUT each, in order, with \`Content-Length\` and \`Content-Range: bytes first-last/total\`.${inFile ? "" : " `mg … --in-file` opens the session and does this; so does `uploadFile` in TypeScript."} The example with a file shows both.`,
    ...(rules ? rulesOf(rules) : []),
    "A reply names the ranges the service lacks in `nextExpectedRanges`: after an interruption, go on from there. The last range makes the item.",
    "The upload URL is a secret: whoever has it can write to the session. Do not log it. DELETE it to give the session up.",
  ];
}

function rulesOf(rules: RangeRules): string[] {
  const { minimumSize, maximumSize, maximumRangeSize, rangeAlignment, fixedExpiry, authorizedPath } = rules;
  const alignment =
    rangeAlignment === 1
      ? "up to that, any length will do"
      : `each but the last is a multiple of ${bytes(rangeAlignment)} (${rangeAlignment / 1024} KiB) long`;
  const limits = [
    ...(minimumSize > 1 ? [`at least ${bytes(minimumSize)}`] : []),
    ...(maximumSize < Number.MAX_SAFE_INTEGER ? [`at most ${bytes(maximumSize)}`] : []),
  ];
  return [
    `A range has at most ${bytes(maximumRangeSize)}; ${alignment}.`,
    ...(limits.length > 0 ? [`The file has ${limits.join(" and ")}.`] : []),
    fixedExpiry
      ? "The session ends at its `expirationDateTime`; ranges do not prolong it."
      : "The session ends at its `expirationDateTime`, which each range puts off.",
    authorizedPath === undefined
      ? "Do not send the access token: the upload URL carries its own authorization."
      : `Append \`${authorizedPath}\` to the path of the upload URL, and send the access token with each range.`,
  ];
}

function bytes(count: number): string {
  return `${count.toLocaleString("en-US")} bytes`;
}
