import { singular } from "./singular.js";
import { englishVerbs } from "./verbs-english.js";
import { isAction, verbOfAction } from "./verbs-of-actions.js";
import { pascal, words } from "./words.js";

// Verb and noun of a cmdlet from an operationId, as AutoRest.PowerShell finds them.

export interface NamingOptions {
  /** which words of the group become singular: `each` until version 3 and in the names people know, `last` since version 4 */
  singularize?: "each" | "last";
  /** `signInX` keeps its `in`; other words are cut off there. Generators of the year 2022 cut here, too */
  keepSignIn?: boolean;
}

export interface OperationName {
  /** `New` */
  verb: string;
  /** `GroupThreadReply`, without the prefix Mg */
  subject: string;
  /** what the method does, as sets of parameters are called: `Create` */
  action: string;
  /** words of the method that the name lacks: behind a preposition, before a verb in the middle, `all` */
  lost: string[];
}

/** What comes from taking a method apart. */
interface Inferred {
  action: string;
  /** words for the noun, behind the group */
  nouns: readonly string[];
  lost: readonly string[];
}

/** Searched for in this order, not in that of the words. */
const prepositions = ["with", "at", "by", "for", "in", "of"];

/**
 * The names of an operation: one, or two of `createOrGet`.
 * @param operationId `groups.threads_ListPosts`: group and method
 * @param httpMethod in capitals; an update by PUT is a Set
 */
export function namesOfOperation(
  operationId: string,
  httpMethod: string,
  options: NamingOptions = {},
): OperationName[] {
  const at = operationId.indexOf("_");
  const group = groupWords(operationId.slice(0, Math.max(at, 0)), options);
  const method = operationId.slice(at + 1);
  const inferred = isAction(method) ? [{ action: method, nouns: [], lost: [] }] : infer(words(method), options);
  return inferred.map(({ action, nouns, lost }) => {
    const verb = verbOfAction(action);
    // an action without a verb of its own stays in the name; "post" says nothing
    const actions = verb === "Invoke" && action.toLowerCase() !== "post" ? [action] : [];
    return {
      verb: verb === "Update" && httpMethod === "PUT" ? "Set" : verb,
      subject: pascal([...actions.map(toNoun), ...group, ...nouns.map(toNoun)]),
      action: pascal([action]),
      lost: [...lost],
    };
  });
}

/** `groups.conversations.threads` -> `group conversation thread`, or one word `GroupsConversationsThread`. */
function groupWords(group: string, { singularize = "each" }: NamingOptions): string[] {
  const parts = words(group);
  if (singularize === "each") return parts.map(singular);
  const last = parts.length - 1;
  return [pascal(parts.map((word, at) => (at === last ? singular(word) : word)))];
}

function toNoun(word: string): string {
  return singular(word.toLowerCase());
}

function infer(method: string[], options: NamingOptions): Inferred[] {
  const lost = method.filter((word) => word === "all");
  const rest = method.filter((word) => word !== "all");
  if (rest.length === 0) return [{ action: "all", nouns: [], lost: [] }];
  return inferWords(rest, options).map((inferred) => ({ ...inferred, lost: [...inferred.lost, ...lost] }));
}

function inferWords(method: readonly string[], options: NamingOptions): Inferred[] {
  const [first = "", second] = method;
  if (second === undefined) return [{ action: first, nouns: [], lost: [] }];
  if (method.length === 2) {
    const turned = !englishVerbs.has(first) && englishVerbs.has(second);
    return [turned ? { action: second, nouns: [first], lost: [] } : { action: first, nouns: [second], lost: [] }];
  }

  const or = method.indexOf("or");
  if (or > 0) {
    const right = method.slice(or + 1);
    const alternatives = [[...method.slice(0, or), ...right.slice(1)], right];
    return alternatives.filter((words) => words.length > 0).flatMap((words) => inferWords(words, options));
  }

  for (const preposition of prepositions) {
    const at = findPreposition(preposition, method, options);
    if (at <= 0) continue;
    const behind = method.slice(at);
    return inferWords(method.slice(0, at), options).map((left) => ({ ...left, lost: [...left.lost, ...behind] }));
  }

  const at = method.findIndex((word) => englishVerbs.has(word));
  const action = method[at];
  if (action === undefined || at === 0) return [{ action: first, nouns: method.slice(1), lost: [] }];
  const before = method.slice(0, at);
  const behind = method.slice(at + 1);
  return [
    behind.length === 0 ? { action, nouns: before, lost: [] } : { action, nouns: [], lost: [...before, ...behind] },
  ];
}

function findPreposition(word: string, method: readonly string[], { keepSignIn = true }: NamingOptions): number {
  const kept = (at: number) => keepSignIn && word === "in" && method[at - 1] === "sign";
  return method.findIndex((other, at) => other === word && !kept(at));
}
