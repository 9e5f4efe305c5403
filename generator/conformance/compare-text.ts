/** The first place where two texts differ. */
export interface TextDifference {
  /** section of the page: `SYNTAX` */
  section: string;
  /** line of the official text, from 1 */
  line: number;
  ours: string;
  official: string;
}

/** Where our text of a page first differs from the official one; `undefined` if they are equal byte for byte. */
export function firstDifference(ours: string, official: string): TextDifference | undefined {
  if (ours === official) return undefined;
  const mine = ours.split("\n");
  const theirs = official.split("\n");
  let section = "front matter";
  for (let line = 0; line < Math.max(mine.length, theirs.length); line += 1) {
    const expected = theirs[line] ?? "(end)";
    section = /^## (.+)$/.exec(expected)?.[1] ?? section;
    const found = mine[line] ?? "(end)";
    if (found !== expected) return { section, line: line + 1, ours: found, official: expected };
  }
  return undefined;
}

/** The SYNTAX blocks of a page, each with its heading: `Get (Default)` and what stands between the fences. */
export function syntaxBlocksOf(page: string): string[] {
  const [, after = ""] = page.split(/^## SYNTAX$/m);
  const [section = ""] = after.split(/^## /m);
  return [...section.matchAll(/(?:^### (.+)\n+)?^```\n([\s\S]*?)\n```$/gm)].map(
    ([, heading = "", block = ""]) => `${heading}\n${block}`,
  );
}

/** What kind of thing a line is about, so that misses of one cause stand together: names and numbers are left out. */
export function causeOf({ section, ours, official }: TextDifference): string {
  return `${section}: ${shape(ours)} for ${shape(official)}`;
}

function shape(line: string): string {
  return line
    .trim()
    .replace(/<[^<>]*>/g, "<…>")
    .replace(/`[^`]*`/g, "`…`")
    .replace(/\b[A-Z][A-Za-z0-9]{3,}\b/g, "…")
    .slice(0, 60);
}
