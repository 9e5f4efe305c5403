const context = 2;
const longest = 12;

/** The first place where two texts differ, as in a unified diff: a few lines around, at most a dozen of each side. */
export function firstDifference(before: string, after: string): string[] {
  const old = before.split("\n");
  const fresh = after.split("\n");
  let start = 0;
  while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  return [
    `@@ line ${start + 1} @@`,
    ...old.slice(Math.max(0, start - context), start).map((line) => ` ${line}`),
    ...shorten(old.slice(start, old.length - end)).map((line) => `-${line}`),
    ...shorten(fresh.slice(start, fresh.length - end)).map((line) => `+${line}`),
    ...old.slice(old.length - end, old.length - end + context).map((line) => ` ${line}`),
  ];
}

function shorten(lines: string[]): string[] {
  return lines.length > longest
    ? [...lines.slice(0, longest - 1), `… ${lines.length - longest + 1} more lines`]
    : lines;
}
