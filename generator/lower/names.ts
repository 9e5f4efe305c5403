import { kebab } from "../conventions/words.js";

/** The TypeScript property of a wire or PowerShell name, as Kiota spells it: `AttachmentItem` -> `attachmentItem`, `@odata.type` -> `odataType`. */
export function propertyName(name: string): string {
  const known = propertyNames.get(name);
  if (known !== undefined) return known;
  const property = toPropertyName(name);
  propertyNames.set(name, property);
  return property;
}

/** every file asks for the same names again */
const propertyNames = new Map<string, string>();

function toPropertyName(name: string): string {
  const [first = "", ...others] = name.split(/[^A-Za-z0-9_]+/).filter((word) => word !== "");
  const joined = [first.charAt(0).toLowerCase() + first.slice(1), ...others.map(capitalize)].join("");
  return /^\d/.test(joined) ? `_${joined}` : joined;
}

/** The TypeScript type of a name: `attachmentItem` -> `AttachmentItem`. */
export function typeName(name: string): string {
  return capitalize(propertyName(name));
}

/** `New-MgUser` -> `NewMgUser`. */
export function cmdletTypeName(cmdlet: string): string {
  return cmdlet.replace("-", "");
}

/** `New-MgUser` -> `newMgUser`. */
export function cmdletFunctionName(cmdlet: string): string {
  return propertyName(cmdletTypeName(cmdlet));
}

/** The file name of a thing, without its extension: `attachmentItem` -> `attachment-item`. */
export function fileName(name: string): string {
  return kebab(name.replace(/^[^A-Za-z0-9]+/, "").replace(/[^A-Za-z0-9]+/g, "-"));
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Code unit order: the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Sorted, each once. */
export function sortedSet(texts: Iterable<string>): string[] {
  return [...new Set(texts)].toSorted(byCodeUnits);
}
