// Words and letter cases as AutoRest.PowerShell splits and joins them. The cmdlets people know were named by it, so its
// quirks are kept: neighbouring duplicates vanish, and four short words are acronyms.

const acronyms: ReadonlySet<string> = new Set(["ip", "os", "ms", "vm"]);

/** `conversationThread-id` -> `conversation thread id`; `32a7ip` -> `32 a7 ip`. All lower case. */
export function words(text: string): string[] {
  return text
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=\d)(?=[A-Za-z])/g, " ")
    .replace(/\b[A-Z]+(?=[A-Z][a-z])/, "$& ") // the first acronym only
    .toLowerCase()
    .split(/[\W_]+/)
    .filter((word) => word !== "");
}

/** Joins words: `event id1` -> `EventId1`. */
export function pascal(parts: readonly string[]): string {
  return dropNeighbouringDuplicates(parts).map(capitalize).join("");
}

/** `attachments` -> `Attachments`, `ip` -> `IP`. */
function capitalize(word: string): string {
  return acronyms.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1);
}

/** `a a b` -> `a b`, `a b a b c` -> `a b c`; what stands beside its like only then stays: `c a c a a` -> `c a a`. */
function dropNeighbouringDuplicates(parts: readonly string[]): string[] {
  const rest = parts.filter((part) => part !== "");
  const kept: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    while (rest[at] === kept.at(-1)) at += 1;
    while (rest[at] !== undefined && rest[at] === kept.at(-2) && rest[at + 1] === kept.at(-1)) at += 2;
    const part = rest[at];
    if (part !== undefined) kept.push(part);
  }
  return kept;
}

/** `ConversationThreadId` -> `conversation-thread-id`, `IPAddress` -> `ip-address`. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

/** The form in which parameter names are compared: `-GroupId`, `--group-id` and `groupid` are one. */
export function comparisonKey(name: string): string {
  return name.replaceAll("-", "").toLowerCase();
}
