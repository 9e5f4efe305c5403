import { z } from "zod";
import { checkName, type Complaint, type NameRule } from "./conventions/names.js";

// The kinds of text a spec is made of. Each refuses what its kind can never be, with a code of its own.

const maxProse = 16 * 1024;

/** A string with a rule of its own; `meta` is what JSON Schema can say of the rule. */
export function checked(
  check: (text: string) => Complaint | undefined,
  meta: { pattern?: string; maxLength?: number },
) {
  return z
    .string()
    .superRefine((text, context) => {
      const complaint = check(text);
      if (complaint) context.addIssue({ code: "custom", message: complaint.message, params: { ...complaint } });
    })
    .meta(meta);
}

export function name(rule: NameRule) {
  return checked((text) => checkName(text, rule), { pattern: rule.pattern.source, maxLength: rule.maxLength });
}

/** Text of any number of lines. */
export const prose = checked(
  (text) =>
    text.length > maxProse ? { code: "text/too-long", message: `a text of ${text.length} characters` } : undefined,
  { maxLength: maxProse },
);

/** Text of one line: it stands in headings, comments and templates. */
export const line = checked(
  (text) => {
    if (text.length > 1024) return { code: "text/too-long", message: `a line of ${text.length} characters` };
    if (/[\n\u0085\u2028\u2029]/.test(text))
      return { code: "text/line-break", message: "a line break in a text of one line" };
    return findSecret(text);
  },
  { maxLength: 1024, pattern: "^[^\\n]*$" },
);

/** A value that goes over the wire or into code as it is. */
export const value = checked(
  (text) => {
    if (/[\u0085\u2028\u2029]/.test(text))
      return { code: "text/line-separator", message: "a line separator in a value" };
    if (/[\n\t]/.test(text)) return { code: "value/control-char", message: "a line break or tab in a value" };
    return undefined;
  },
  { pattern: "^[^\\n\\t]*$" },
);

/** A host name, nothing around it. */
export const host = checked(checkHost, { pattern: "^[a-z0-9.-]+$" });

/** A host name, or all below one of at least two labels: `*.sharepoint.com`. */
export const hostOrBelow = checked((text) => checkHost(text.replace(/^\*\./, "")), {
  pattern: "^(\\*\\.)?[a-z0-9.-]+$",
});

function checkHost(text: string): Complaint | undefined {
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/.test(text) || /^[\d.]+$/.test(text)) {
    return { code: "url/invalid", message: `${JSON.stringify(text)} is not a host name` };
  }
  if (/(^|\.)xn--/.test(text)) return { code: "url/host", message: `${text} is a host name in disguise` };
  return undefined;
}

/** An https address, possibly with `{…}` placeholders. */
export const httpsAddress = checked(
  (text) => {
    if (/^https:\/\/[a-z0-9.-]+(\/[A-Za-z0-9._~/{}%-]*)?$/.test(text)) return undefined;
    return { code: "url/scheme", message: `${JSON.stringify(text)} is not a plain https address` };
  },
  { pattern: "^https://" },
);

/** Where a page links to: an https address, or a path of the site the page is on; nothing in it ends a link of Markdown. */
export const linkAddress = checked(
  (text) => {
    if (/^(https:\/\/[A-Za-z0-9]|\/(?!\/))[^\s()<>"'`\\]*$/.test(text) && text.length <= 2048) return undefined;
    return { code: "url/scheme", message: `${JSON.stringify(text)} is not an https address or a path` };
  },
  { pattern: "^(https://|/)" },
);

const qualifiedName = "[A-Za-z][A-Za-z0-9]*(?:\\.[A-Za-z][A-Za-z0-9]*)*";
const placeholder = "\\{[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*\\}";
// of a function or a key: `path='{path}'`, `userId=@userId`
const argument = `[A-Za-z]\\w*=(?:'?${placeholder}'?|'?@[A-Za-z]\\w*'?)`;
const segment = new RegExp(
  `^(?:${qualifiedName}(?:\\((?:${argument}(?:,${argument})*)?\\))?|\\$(?:value|ref|count)|${placeholder})$`,
);
// members that every request builder has, or that would change what it is
const builderMembers =
  /^(then|catch|finally|constructor|prototype|toString|valueOf|toJSON|arguments|caller|length|name)$/;

/** The path of an operation with its placeholders, actions qualified: `/me/messages/{message-id}/microsoft.graph.send`. */
export const pathTemplate = checked(
  (text) => {
    const segments = text.slice(1).split("/");
    if (!text.startsWith("/")) return { code: "path/template", message: "a path begins with /" };
    if (text.length > 1024) return { code: "path/template", message: `a path of ${text.length} characters` };
    const bad = segments.find((part) => !segment.test(part));
    if (bad !== undefined) return { code: "path/template", message: `${JSON.stringify(bad)} is not a path segment` };
    const placeholders = [...text.matchAll(/\{[^{}]*\}/g)].map(([whole]) => whole);
    const twice = placeholders.find((part, i) => placeholders.indexOf(part) !== i);
    if (twice) return { code: "path/template", message: `the path parameter ${twice} stands twice` };
    const taken = segments.find((part) => builderMembers.test(part));
    if (taken) return { code: "name/reserved", message: `the segment ${taken} is a member of every object` };
    return undefined;
  },
  { pattern: "^/[A-Za-z0-9./{}$()=',@_-]+$", maxLength: 1024 },
);

/** What an example passes: a variable or a plain text, never an expression. */
export const exampleValue = checked(
  (text) => {
    const plain = /^\$[A-Za-z][A-Za-z0-9]*$/.test(text) || !/[$`\n]/.test(text);
    if (!plain) return { code: "example/expression", message: `${JSON.stringify(text)} is an expression` };
    return findSecret(text);
  },
  { pattern: "^(\\$[A-Za-z][A-Za-z0-9]*|[^$`\\n]*)$" },
);

/** Tokens have no place in a repository, not even expired ones. */
export function findSecret(text: string): Complaint | undefined {
  if (!/\beyJ[\w-]{8,}|[?&](authtoken|tempauth|access_token|sig|code)=/i.test(text)) return undefined;
  return { code: "example/secret", message: "a text that looks like a token" };
}
