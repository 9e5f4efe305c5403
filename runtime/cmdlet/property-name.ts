/** The TypeScript property of a PowerShell or wire name, as Kiota spells it: `AttachmentItem` → `attachmentItem`. */
export function propertyName(name: string): string {
  const property = name
    .split(/\W+/)
    .filter((word) => word !== "")
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join("");
  return /^\d/.test(property) ? `_${property}` : property;
}
