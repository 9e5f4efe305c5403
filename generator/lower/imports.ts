import { posix } from "node:path";
import { byCodeUnits } from "./names.js";

/** A name a file needs from another module. */
export interface Import {
  /** package specifier, or path of a file of the package: `models/attachment-item.ts` */
  from: string;
  name: string;
  /** used as a type only */
  type?: boolean;
}

/** An import statement. */
export interface ImportView {
  module: string;
  /** `import type { … }` */
  typeOnly: boolean;
  names: { name: string; type: boolean }[];
}

export const kiota = "@microsoft/kiota-abstractions";
export const requestBuilder = "@graphlet/runtime/graph/request-builder";
export const requestInformation = "@graphlet/runtime/graph/request-information";
export const cmdletModule = "@graphlet/runtime/cmdlet";
export const uploadFile = "@graphlet/runtime/graph/upload-file";
export const shell = "@graphlet/runtime/shell";

/** The import statements of the file at `path`: packages first, names sorted, types marked. */
export function importsFor(path: string, imports: Iterable<Import>): ImportView[] {
  const modules = new Map<string, Map<string, boolean>>();
  for (const { from, name, type = false } of imports) {
    if (from === path) continue;
    const module = specifier(path, from);
    const names = modules.get(module) ?? new Map<string, boolean>();
    names.set(name, type && (names.get(name) ?? true));
    modules.set(module, names);
  }
  return [...modules]
    .toSorted(([a], [b]) => Number(a.startsWith(".")) - Number(b.startsWith(".")) || byCodeUnits(a, b))
    .map(([module, names]) => {
      const typeOnly = [...names.values()].every(Boolean);
      const sorted = [...names].toSorted(([a], [b]) => byCodeUnits(a, b));
      return { module, typeOnly, names: sorted.map(([name, type]) => ({ name, type: type && !typeOnly })) };
    });
}

function specifier(path: string, from: string): string {
  if (!from.endsWith(".ts")) return from;
  const relative = posix.relative(posix.dirname(path), from).replace(/\.ts$/, ".js");
  return relative.startsWith(".") ? relative : `./${relative}`;
}
