import { posix } from "node:path";
import { byCodeUnits } from "./names.js";

/** A name a file needs from another module. */
export interface Import {
  /** package specifier, or path of a file of the package: `models/attachment-item.ts` */
  from: string;
  name: string;
  /** what the file calls it, where it has another thing of that name */
  as?: string;
  /** used as a type only */
  type?: boolean;
}

/** An import statement. */
export interface ImportView {
  module: string;
  /** `import type { … }` */
  typeOnly: boolean;
  names: { name: string; as?: string; type: boolean }[];
}

export const kiota = "@microsoft/kiota-abstractions";
export const requestBuilder = "@graphlet/runtime/graph/request-builder";
export const requestInformation = "@graphlet/runtime/graph/request-information";
export const cmdletModule = "@graphlet/runtime/cmdlet";
export const uploadFile = "@graphlet/runtime/graph/upload-file";
export const shell = "@graphlet/runtime/shell";

/** The import statements of the file at `path`: packages first, names sorted, types marked. */
export function importsFor(path: string, imports: Iterable<Import>): ImportView[] {
  const modules = new Map<string, Map<string, Import>>();
  for (const each of imports) {
    if (each.from === path) continue;
    const { name, as = "", type = false } = each;
    const names = modules.get(each.from) ?? new Map<string, Import>();
    const key = `${name} ${as}`;
    names.set(key, { ...each, type: type && (names.get(key)?.type ?? true) });
    modules.set(each.from, names);
  }
  return [...modules]
    .map(([from, names]) => ({ module: specifier(path, from), names: [...names.values()] }))
    .toSorted((a, b) => Number(isOwn(a)) - Number(isOwn(b)) || byCodeUnits(a.module, b.module))
    .map(({ module, names }) => {
      const typeOnly = names.every(({ type }) => type === true);
      const sorted = names.toSorted((a, b) => byCodeUnits(a.name, b.name));
      return {
        module,
        typeOnly,
        names: sorted.map(({ name, as, type = false }) => ({
          name,
          ...(as !== undefined && { as }),
          type: type && !typeOnly,
        })),
      };
    });
}

function isOwn({ module }: { module: string }): boolean {
  return module.startsWith(".");
}

function specifier(path: string, from: string): string {
  if (!from.endsWith(".ts")) return from;
  const relative = posix.relative(posix.dirname(path), from).replace(/\.ts$/, ".js");
  return relative.startsWith(".") ? relative : `./${relative}`;
}
