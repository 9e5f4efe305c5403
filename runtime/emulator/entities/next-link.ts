import type { Target } from "../target.js";

/** The same request, so many entities on, as services say it that let clients count. */
export function toSkipLink(origin: string, target: Target, position: number): string {
  return toLink(origin, target, ["$skip", String(position)]);
}

/** The same request with another token or position. */
export function toLink(origin: string, { path, query }: Target, position: readonly [string, string]): string {
  const kept = [...query].filter(([name]) => !/^\$?(skip|skiptoken|deltatoken)$|^token$/i.test(name));
  const options = [...kept, position].map(([name, value]) => `${encodeURI(name)}=${encodeURIComponent(value)}`);
  return `${origin}${path}?${options.join("&")}`;
}
