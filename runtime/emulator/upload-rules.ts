import type { IncomingHttpHeaders } from "node:http";
import { type ContentRange, toSpan } from "./content-range.js";
import type { Refusal } from "./errors.js";
import type { UploadLimits } from "./family.js";
import type { Strictness } from "./options.js";
import type { UploadSession } from "./sessions.js";

interface Rule<Subject> {
  refusal: Refusal;
  /** the mildest strictness that refuses it */
  from: Strictness;
  broken(subject: Subject): boolean;
}

/** A range as it is announced, before its body is read. */
export interface AnnouncedRange {
  headers: IncomingHttpHeaders;
  range: ContentRange;
  session: UploadSession;
}

const strictnesses: readonly Strictness[] = ["lenient", "service", "strict"];

// what a client needs for a range, and what HTTP clients and browsers add by themselves
const ownHeaders =
  /^(accept(-encoding|-language)?|authorization|cache-control|connection|content-(encoding|length|range|type)|cookie|dnt|expect|host|keep-alive|origin|pragma|priority|referer|sec-.*|transfer-encoding|user-agent)$/;

/** Rules for every request to an upload URL. */
const headerRules: readonly Rule<IncomingHttpHeaders>[] = [
  { refusal: "authorizationSent", from: "service", broken: (headers) => headers.authorization !== undefined },
  { refusal: "cookieSent", from: "strict", broken: (headers) => headers.cookie !== undefined },
  { refusal: "contentEncoded", from: "lenient", broken: (headers) => headers["content-encoding"] !== undefined },
  { refusal: "expectationFailed", from: "strict", broken: (headers) => headers.expect !== undefined },
  { refusal: "foreignHeader", from: "strict", broken: (headers) => listForeignHeaders(headers).length > 0 },
];

/** Rules for a PUT, by its headers alone. */
const bodyRules: readonly Rule<{ headers: IncomingHttpHeaders; limits: UploadLimits }>[] = [
  { refusal: "bodyNotSized", from: "service", broken: ({ headers }) => headers["transfer-encoding"] !== undefined },
  {
    refusal: "lengthRequired",
    from: "lenient",
    broken: ({ headers }) => headers["content-length"] === undefined && headers["transfer-encoding"] === undefined,
  },
  {
    refusal: "contentTypeWrong",
    from: "service",
    broken: ({ headers }) => headers["content-type"] !== "application/octet-stream",
  },
  { refusal: "rangeEmpty", from: "lenient", broken: ({ headers }) => Number(headers["content-length"]) === 0 },
  {
    refusal: "rangeTooLong",
    from: "strict",
    broken: ({ headers, limits }) => Number(headers["content-length"]) > limits.rangeMaximum,
  },
];

/** Rules for a PUT with a well-formed Content-Range. */
const rangeRules: readonly Rule<AnnouncedRange>[] = [
  { refusal: "contentRangeEquals", from: "strict", broken: ({ range }) => range.withEquals },
  { refusal: "totalMissing", from: "service", broken: ({ range }) => range.total === undefined },
  {
    refusal: "totalMismatch",
    from: "lenient",
    broken: ({ range, session: { received } }) =>
      (range.total ?? received.size) !== received.size || range.end >= received.size,
  },
  {
    refusal: "spanMismatch",
    from: "lenient",
    broken: ({ range, headers }) => Number(headers["content-length"] ?? toSpan(range)) !== toSpan(range),
  },
  {
    refusal: "rangeOverlaps",
    from: "lenient",
    broken: ({ range, session }) => range.start < session.received.firstMissing,
  },
  {
    refusal: "rangeOutOfOrder",
    from: "lenient",
    broken: ({ range, session }) => range.start > session.received.firstMissing,
  },
  { refusal: "itemBusy", from: "lenient", broken: ({ session }) => session.item.busy },
];

export function checkHeaders(headers: IncomingHttpHeaders, strictness: Strictness): Refusal | undefined {
  return findBroken(headerRules, headers, strictness);
}

export function checkBody(
  headers: IncomingHttpHeaders,
  limits: UploadLimits,
  strictness: Strictness,
): Refusal | undefined {
  return findBroken(bodyRules, { headers, limits }, strictness);
}

export function checkRange(announced: AnnouncedRange, strictness: Strictness): Refusal | undefined {
  return findBroken(rangeRules, announced, strictness);
}

export function listForeignHeaders(headers: IncomingHttpHeaders): string[] {
  return Object.keys(headers).filter((name) => !ownHeaders.test(name));
}

function findBroken<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  strictness: Strictness,
): Refusal | undefined {
  const inForce = rules.filter(({ from }) => strictnesses.indexOf(from) <= strictnesses.indexOf(strictness));
  return inForce.find(({ broken }) => broken(subject))?.refusal;
}
