import type { PageType } from "../help-page.js";

/** A type by its full name: `System.String[]` is `String[]`. Generic arguments keep their namespaces. */
export function pageType(fullName: string): PageType {
  const outer = /^[^<[(`]*/.exec(fullName)?.[0] ?? "";
  return { name: fullName.slice(Math.max(outer.lastIndexOf("."), outer.lastIndexOf("+")) + 1), fullName };
}
