import type { CallExample, JsonValue } from "../model.js";

/** An example as a PowerShell script, in the layout of Microsoft's Graph documentation. */
export function powershellExample({ module, cmdlet, comment, parameters, body }: CallExample): string[] {
  const call = [cmdlet, ...parameters.map(({ name, value }) => `-${name} ${argument(value)}`)];
  return [
    `Import-Module ${module}`,
    "",
    ...(body ? [...`$params = ${literal(body, "")}`.split("\n"), ""] : []),
    ...(comment === undefined ? [] : [`# ${comment}`]),
    [...call, ...(body ? ["-BodyParameter $params"] : [])].join(" "),
  ];
}

/** A PowerShell literal of a value; hashtables and arrays with a line for each element. */
export function literal(value: JsonValue, indent: string): string {
  const inner = `${indent}\t`;
  if (value === null) return "$null";
  if (typeof value === "boolean") return value ? "$true" : "$false";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return quote(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => `${inner}${literal(item, inner)}\n`);
    return `@(\n${items.join("")}${indent})`;
  }
  const entries = Object.entries(value).map(([key, item]) => `${inner}${bareKey(key)} = ${literal(item, inner)}\n`);
  return `@{\n${entries.join("")}${indent}}`;
}

/** A variable stays one, anything else is a text. */
export function argument(value: string): string {
  return /^\$[A-Za-z]\w*$/.test(value) ? value : quote(value);
}

function bareKey(key: string): string {
  return /^[A-Za-z_]\w*$/.test(key) ? key : quote(key);
}

/** In double quotes where nothing would be expanded in them, else in single ones; PowerShell takes curly quotes for straight. */
function quote(text: string): string {
  return /["$`\u201c-\u201e]/.test(text) ? `'${text.replace(/['\u2018-\u201b]/g, "$&$&")}'` : `"${text}"`;
}
