import type { DiagnosticCode } from "../diagnostics.js";
import { didYouMean } from "../suggest.js";
import { scalarTypes } from "./dotnet-types.js";
import { isApprovedVerb, listApprovedVerbs } from "./verbs.js";
import { pascal, words } from "./words.js";

/** What a name may look like, and what else it must not be. */
export interface NameRule {
  /** anchored; also goes into specs/spec.schema.json */
  pattern: RegExp;
  maxLength: number;
  /** reported when the pattern does not fit for another reason than the general ones */
  code: DiagnosticCode;
  /** `a schema name` */
  what: string;
  check?(name: string): Complaint | undefined;
}

export interface Complaint {
  code: DiagnosticCode;
  message: string;
  help?: string | undefined;
}

/** What is wrong with a name, most telling complaint first. */
export function checkName(name: string, rule: NameRule): Complaint | undefined {
  if (name === "") return { code: "name/empty", message: `${rule.what} is empty` };
  if (name.length > rule.maxLength) {
    return {
      code: "name/too-long",
      message: `${rule.what} of ${name.length} characters; ${rule.maxLength} are allowed`,
    };
  }
  if (/[\u0085\u2028\u2029]/.test(name))
    return { code: "text/line-separator", message: `a line separator in ${rule.what}` };
  if (/[^\P{L}A-Za-z]|\p{M}/u.test(name)) {
    return { code: "name/non-ascii", message: `${JSON.stringify(name)} has letters outside ASCII` };
  }
  if (!rule.pattern.test(name)) return { code: rule.code, message: `${JSON.stringify(name)} is not ${rule.what}` };
  return rule.check?.(name);
}

function reserved(name: string, why: string): Complaint {
  return { code: "name/reserved", message: `the name ${name} is taken: ${why}` };
}

/** Members that every object has, or that change what it is: a `then` turns a builder into a promise. */
const objectMembers = new Set(
  `__proto__ constructor prototype hasOwnProperty isPrototypeOf propertyIsEnumerable toString toLocaleString valueOf toJSON
  then catch finally inspect arguments caller length name`.split(/\s+/),
);

/** What the modules of generated code use by these names themselves. */
const moduleNames = new Set(
  `AdditionalDataHolder AbortSignal Array UploadTarget Boolean Cmdlet Date DateOnly Duration Error Function GraphClient
  GraphError GraphRequestConfiguration Guid HttpMethod Map Number Object OneParameterSet Parsable ParseNode Partial Promise
  Record RegExp RequestAdapter RequestBuilder RequestInformation Response Set SerializationWriter String Symbol TimeOnly
  UntypedNode`.split(/\s+/),
);

const scalarNames: ReadonlySet<string> = new Set(scalarTypes);

export const cmdletName: NameRule = {
  pattern: /^[A-Z][A-Za-z]+-Mg(Beta)?[A-Z][A-Za-z0-9]*$/,
  maxLength: 180,
  code: "name/cmdlet",
  what: "the name of a cmdlet",
  check(name) {
    const verb = name.slice(0, name.indexOf("-"));
    if (isApprovedVerb(verb)) return undefined;
    const message = `${verb} is not an approved verb of PowerShell`;
    return { code: "name/verb", message, help: didYouMean(verb, listApprovedVerbs()) };
  },
};

export const moduleName: NameRule = {
  pattern: /^[A-Z][A-Za-z0-9]*(\.[A-Z][A-Za-z0-9]*)+$/,
  maxLength: 100,
  code: "name/module",
  what: "the name of a module",
};

export const identityName: NameRule = {
  pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  maxLength: 100,
  code: "name/unsafe",
  what: "an identity name like users-actions",
};

export const schemaName: NameRule = {
  pattern: /^[a-z][A-Za-z0-9]*$/,
  maxLength: 128,
  code: "name/unsafe",
  what: "a schema name like attachmentItem",
  check(name) {
    if (scalarNames.has(name)) return reserved(name, "a scalar type");
    if (objectMembers.has(name)) return reserved(name, "a member of every object");
    if (moduleNames.has(pascal(words(name)))) return reserved(name, "a name that generated code uses itself");
    return undefined;
  },
};

/** A key on the wire; `@odata.type` is one. */
export const wireName: NameRule = {
  pattern: /^[A-Za-z@][A-Za-z0-9_.@#-]*$/,
  maxLength: 128,
  code: "name/unsafe",
  what: "a property name",
  check(name) {
    const members = objectMembers.has(name) && name !== "name" && name !== "length";
    if (members || name === "additionalData") return reserved(name, "a member of every model");
    return undefined;
  },
};

export const pathParameterName: NameRule = {
  pattern: /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
  maxLength: 100,
  code: "name/unsafe",
  what: "a path parameter like group-id",
};

export const parameterName: NameRule = {
  pattern: /^[A-Z][A-Za-z0-9]*$/,
  maxLength: 128,
  code: "name/unsafe",
  what: "a parameter name like GroupId",
};

export const parameterAlias: NameRule = {
  pattern: /^[A-Za-z][A-Za-z0-9]*$/,
  maxLength: 128,
  code: "name/unsafe",
  what: "an alias of letters and digits",
};

export const parameterSetName: NameRule = {
  pattern: /^[A-Z][A-Za-z0-9]*$/,
  maxLength: 64,
  code: "set/name",
  what: "the name of a parameter set",
};

/** A parameter in a set that is written out: `Filter?` if optional there, `Filter!` if mandatory. */
export const setParameterName: NameRule = {
  ...parameterName,
  pattern: /^[A-Z][A-Za-z0-9]*[?!]?$/,
  what: "a parameter name like GroupId",
};

/** A .NET type: the interface `IMicrosoftGraphUser`, the enumeration `ComplianceState`. */
export const dotnetName: NameRule = {
  pattern: /^[A-Z][A-Za-z0-9]*$/,
  maxLength: 512,
  code: "name/unsafe",
  what: "the name of a type like IMicrosoftGraphUser",
};

/** A query option: `$select`, `@id`, `tenantId`. */
export const queryName: NameRule = {
  pattern: /^[$@]?[A-Za-z][A-Za-z0-9._-]*$/,
  maxLength: 100,
  code: "name/unsafe",
  what: "a query option like $select",
};

export const headerName: NameRule = {
  pattern: /^[A-Za-z][A-Za-z0-9-]*$/,
  maxLength: 100,
  code: "name/unsafe",
  what: "a header like If-Match",
};

export const mediaType: NameRule = {
  pattern: /^[a-z]+\/[A-Za-z0-9.+*-]+$/,
  maxLength: 100,
  code: "name/unsafe",
  what: "a media type like application/octet-stream",
};

/** A word of our own choosing: a cloud, an upload dialect. */
export const plainName: NameRule = {
  pattern: /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/,
  maxLength: 100,
  code: "name/unsafe",
  what: "a plain name",
};

/** Parameters every command of the shell has, and their PowerShell aliases. */
const commonParameters =
  `Verbose vb Debug db ErrorAction ea WarningAction wa InformationAction infa ProgressAction proga
  ErrorVariable ev WarningVariable wv InformationVariable iv OutVariable ov OutBuffer ob PipelineVariable pv WhatIf wi Confirm
  cf Help InFile`
    .split(/\s+/)
    .map((name) => name.toLowerCase());

/** Whether a parameter or alias of a spec would hide a flag of the shell. */
export function isReservedFlag(name: string): boolean {
  return commonParameters.includes(name.replaceAll("-", "").toLowerCase());
}
