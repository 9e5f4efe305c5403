import type { IncomingHttpHeaders } from "node:http";
import { type ContentRange, toSpan } from "./content-range.js";
import type { Refusal } from "./errors.js";
import type { UploadFamily, UploadLimits } from "./family.js";
import type { Strictness } from "./options.js";
import { overlap } from "./received-bytes.js";
import type { UploadSession } from "./sessions.js";

interface Rule<Subject> {
  refusal: Refusal;
  /** the mildest strictness that refuses it */
  from: Strictness;
  broken(subject: Subject): boolean;
}

interface GivenHeaders {
  headers: IncomingHttpHeaders;
  /** the access token belongs to the request */
  authorized: boolean;
}

interface AnnouncedBody {
  headers: IncomingHttpHeaders;
  limits: UploadLimits;
  family: UploadFamily;
}

/** A range as it is announced, before its body is read. */
export interface AnnouncedRange {
  headers: IncomingHttpHeaders;
  limits: UploadLimits;
  range: ContentRange;
  session: UploadSession;
}

const strictnesses: readonly Strictness[] = ["lenient", "service", "strict"];

// what a client needs for a range, and what HTTP clients and browsers add by themselves
const ownHeaders =
  /^(accept(-encoding|-language)?|authorization|cache-control|connection|content-(encoding|length|range|type)|cookie|dnt|expect|host|keep-alive|origin|pragma|priority|referer|sec-.*|transfer-encoding|user-agent)$/;

/** Rules for every request to an upload URL. */
const headerRules: readonly Rule<GivenHeaders>[] = [
  {
    refusal: "authorizationSent",
    from: "service",
    broken: ({ headers, authorized }) => headers.authorization !== undefined && !authorized,
  },
  { refusal: "cookieSent", from: "strict", broken: ({ headers }) => headers.cookie !== undefined },
  { refusal: "contentEncoded", from: "lenient", broken: ({ headers }) => headers["content-encoding"] !== undefined },
  { refusal: "expectationFailed", from: "strict", broken: ({ headers }) => headers.expect !== undefined },
  { refusal: "foreignHeader", from: "strict", broken: ({ headers }) => listForeignHeaders(headers).length > 0 },
];

/** Rules for a PUT, by its headers alone. */
const bodyRules: readonly Rule<AnnouncedBody>[] = [
  { refusal: "bodyNotSized", from: "service", broken: ({ headers }) => headers["transfer-encoding"] !== undefined },
  {
    refusal: "lengthRequired",
    from: "lenient",
    broken: ({ headers }) => headers["content-length"] === undefined && headers["transfer-encoding"] === undefined,
  },
  {
    refusal: "contentTypeWrong",
    from: "service",
    broken: ({ headers, family }) => family.octetStream && headers["content-type"] !== "application/octet-stream",
  },
  { refusal: "rangeEmpty", from: "lenient", broken: ({ headers }) => Number(headers["content-length"]) === 0 },
  {
    refusal: "rangeTooLong",
    from: "service",
    broken: (body) => !body.family.rangeMaximumAdvised && isTooLong(body),
  },
  { refusal: "rangeTooLong", from: "strict", broken: isTooLong },
];

/** Rules for a PUT with a well-formed Content-Range. */
const rangeRules: readonly Rule<AnnouncedRange>[] = [
  { refusal: "contentRangeEquals", from: "strict", broken: ({ range }) => range.withEquals },
  { refusal: "totalMissing", from: "service", broken: ({ range }) => range.total === undefined },
  {
    refusal: "totalMismatch",
    from: "lenient",
    broken: ({ range, session: { received } }) => {
      const size = received.size ?? range.total ?? Infinity;
      return (range.total ?? size) !== size || range.end >= size;
    },
  },
  {
    refusal: "fileTooLarge",
    from: "lenient",
    broken: ({ range: { total = 0 }, limits }) => total > limits.sessionMaximum,
  },
  {
    refusal: "spanMismatch",
    from: "lenient",
    broken: ({ range, headers }) => Number(headers["content-length"] ?? toSpan(range)) !== toSpan(range),
  },
  {
    refusal: "rangeUnaligned",
    from: "strict",
    broken: ({ range: { end, total }, limits }) => end + 1 !== total && (end + 1) % limits.rangeAlignment !== 0,
  },
  {
    refusal: "itemBusy",
    from: "lenient",
    broken: ({ session: { upload } }) => upload.family.singleWriter && upload.place.busy,
  },
  {
    refusal: "rangeOverlaps",
    from: "lenient",
    broken: ({ range: { start, end }, session: { received, underWay } }) =>
      received.has(start, end + 1) || overlap(underWay, { start, end: end + 1 }),
  },
  {
    refusal: "rangeOutOfOrder",
    from: "lenient",
    broken: ({ range: { start }, session: { received, upload } }) =>
      !upload.family.anyOrder && start !== received.firstMissing,
  },
  {
    refusal: "rangesTooMany",
    from: "service",
    broken: ({ session: { underWay, upload } }) => underWay.size >= upload.family.parallelRanges,
  },
];

export function checkHeaders(headers: GivenHeaders, strictness: Strictness): Refusal | undefined {
  return findBroken(headerRules, headers, strictness);
}

export function checkBody(body: AnnouncedBody, strictness: Strictness): Refusal | undefined {
  return findBroken(bodyRules, body, strictness);
}

export function checkRange(range: AnnouncedRange, strictness: Strictness): Refusal | undefined {
  return findBroken(rangeRules, range, strictness);
}

export function listForeignHeaders(headers: IncomingHttpHeaders): string[] {
  return Object.keys(headers).filter((name) => !ownHeaders.test(name));
}

function isTooLong({ headers, limits }: AnnouncedBody): boolean {
  return Number(headers["content-length"]) > limits.rangeMaximum;
}

function findBroken<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  strictness: Strictness,
): Refusal | undefined {
  const inForce = rules.filter(({ from }) => strictnesses.indexOf(from) <= strictnesses.indexOf(strictness));
  return inForce.find(({ broken }) => broken(subject))?.refusal;
}
