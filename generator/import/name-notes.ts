import { mendedSingular, singular } from "../conventions/singular.js";
import { englishVerbs } from "../conventions/verbs-english.js";
import { isAction, verbOfAction } from "../conventions/verbs-of-actions.js";
import { pascal, words } from "../conventions/words.js";
import type { Command } from "./command.js";
import type { Findings } from "./import-note.js";

/** `GraphBPre` and its like stand for prepositions in operationIds, so that names are not cut there. */
const masks = new Map([
  ["b", "by"],
  ["w", "with"],
  ["a", "at"],
  ["f", "for"],
  ["o", "of"],
]);

/** Notes names that leave words out or spoil them, with the name that was meant. The names stay: people know them. */
export function noteNames(name: string, prefix: string, commands: readonly Command[], { notes }: Findings): void {
  const told = new Set<string>();
  for (const { operation, subject, subjectPrefix, lost } of commands) {
    const { operationId, place } = operation;
    if (told.has(operationId)) continue;
    told.add(operationId);

    const there = new Set(words(subject).flatMap((word) => [word, singular(word)]));
    const missing = unmask(lost).filter((word) => !there.has(word) && !there.has(singular(word)));
    if (missing.length > 0) {
      const message = `${name} lacks ${missing.map((word) => `"${word}"`).join(", ")} of ${operationId}`;
      const suggestion = intendedName(operationId, prefix, subjectPrefix);
      notes.push({ topic: "name/words", place, message, ...(suggestion !== name && { suggestion }) });
    }

    for (const word of new Set(words(operationId))) {
      const mended = mendedSingular(word);
      const spoilt = pascal([singular(word)]);
      if (mended === undefined || there.has(mended) || !there.has(singular(word))) continue;
      const message = `${name} makes ${spoilt} of ${word}`;
      notes.push({ topic: "name/spelling", place, message, suggestion: name.replaceAll(spoilt, pascal([mended])) });
    }
  }
}

/** `group f pre user` -> `for user`: the mask of a preposition is no word. */
function unmask(parts: readonly string[]): string[] {
  const plain: string[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const preposition = parts[at + 1] === "pre" ? masks.get(parts[at] ?? "") : undefined;
    if (preposition === undefined) {
      plain.push(parts[at] ?? "");
      continue;
    }
    if (plain.at(-1) === "graph") plain.pop();
    plain.push(preposition);
    at += 1;
  }
  return plain;
}

/** All words of the method behind the verb it begins with. */
function intendedName(operationId: string, prefix: string, subjectPrefix: string): string {
  const at = operationId.indexOf("_");
  const group = words(operationId.slice(0, Math.max(at, 0))).map(singular);
  const [first = "", ...rest] = unmask(words(operationId.slice(at + 1)));
  const verb = verbOfAction(first);
  const known = englishVerbs.has(first) || isAction(pascal([first]));
  const nouns = [...group, ...rest.map(singular)];
  const subject = pascal(verb === "Invoke" || !known ? [first, ...nouns] : nouns);
  return `${verb}-${prefix}${subjectPrefix}${subject}`;
}
