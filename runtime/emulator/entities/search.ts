import { findType, listQueryable } from "./model.js";
import { invalidQuery } from "./query.js";
import type { Step } from "./resource-path.js";
import { findName } from "./schema.js";

/** @param read gives the value of a property */
type Matches = (read: (name: string) => unknown) => boolean;

/** Where words of a search are looked for: KQL's names of properties, and what they stand for. */
const messageProperties: Readonly<Record<string, readonly string[]>> = {
  "": ["subject", "body", "from", "toRecipients", "ccRecipients"],
  attachment: [],
  bcc: ["bccRecipients"],
  body: ["body"],
  cc: ["ccRecipients"],
  from: ["from"],
  importance: ["importance"],
  participants: ["from", "toRecipients", "ccRecipients", "bccRecipients"],
  subject: ["subject"],
  to: ["toRecipients"],
};

/**
 * A `$search`, read: words of KQL for items of Outlook, `"property:text"` for directory objects.
 * @throws ServiceError queryInvalid
 */
export function readSearch(text: string, { navigation, cast }: Step): Matches {
  const type = cast ?? findType(navigation.type);
  return type.service === "directory" ? readObjectSearch(text, listQueryable(type), type.name) : readItemSearch(text);
}

function readItemSearch(text: string): Matches {
  const [, quoted] = /^"(.*)"$/s.exec(text.trim()) ?? [];
  const terms = [...(quoted ?? text).matchAll(/(?:(\w+):)?(?:\\"([^"]*)\\"|"([^"]*)"|(\S+))/g)].map(
    ([, name = "", escaped, phrase, word = ""]) => ({
      name: name.toLowerCase(),
      sought: (escaped ?? phrase ?? word).toLowerCase(),
    }),
  );
  const unknown = terms.find(({ name }) => !Object.hasOwn(messageProperties, name));
  if (unknown !== undefined) throw invalidQuery(`The emulator does not know '${unknown.name}' in $search.`);
  const words = terms.filter(({ sought }) => sought !== "" && sought !== "and");
  return (read) =>
    words.every(({ name, sought }) =>
      (messageProperties[name] ?? []).some((each) =>
        listWords(read(each)).some(
          (word) => word.startsWith(sought) || (sought.includes(" ") && word.includes(sought)),
        ),
      ),
    );
}

/** Of a value all texts, and each of their words: a search finds beginnings of words. */
function listWords(value: unknown): string[] {
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(listWords);
  if (typeof value !== "string") return [];
  const text = value.toLowerCase();
  return [text, ...text.split(/[^\p{L}\p{N}]+/u)];
}

function readObjectSearch(text: string, properties: Readonly<Record<string, string>>, typeName: string): Matches {
  const clauses = text.trim().split(/\s+OR\s+/);
  const alternatives = clauses.map((clause) =>
    clause.split(/\s+AND\s+/).map((each) => readClause(each, properties, typeName)),
  );
  return (read) => alternatives.some((parts) => parts.every((part) => part(read)));
}

function readClause(clause: string, properties: Readonly<Record<string, string>>, typeName: string): Matches {
  const [, given, sought] = /^\(?"(\w+):(.*)"\)?$/s.exec(clause.trim()) ?? [];
  if (given === undefined || sought === undefined)
    throw invalidQuery('Search clause is not valid: "property:text" is expected, in double quotes.');
  const name = findName(properties, given);
  if (name === undefined) {
    throw invalidQuery(`Could not find a property named '${given}' on type 'microsoft.graph.${typeName}'.`);
  }
  const words = sought
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return (read) => {
    const found = listWords(read(name));
    return words.every((word) => found.some((each) => each.startsWith(word)));
  };
}
