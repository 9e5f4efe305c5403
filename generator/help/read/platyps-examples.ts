import type { ExampleBlock, PageExample } from "../help-page.js";
import type { ExampleBlanks } from "../platyps-view.js";
import { readMarkdown } from "../platyps-text.js";
import { type PageLine, type PageSection, type Report, splitSection } from "./outline.js";
import { type PageTexts, blankLines, textOf } from "./platyps-texts.js";

/** The examples of a page, and how many blank lines follow the last. */
export interface ReadExamples {
  examples: PageExample[];
  blanks: number;
}

/** Reads the examples: fences as code, what stands between them as Markdown. Keeps where blank lines are not the `usual` ones. */
export function readPlatypsExamples(
  { lines }: PageSection,
  usual: ExampleBlanks,
  texts: PageTexts,
  report: Report,
): ReadExamples {
  const { before, parts } = splitSection(lines);
  const stray = before.find(({ text }) => text.trim() !== "");
  if (stray) report("page/section", stray.number, "a line of EXAMPLES that belongs to none");
  let blanks = 1;
  const examples = parts.map((part, index): PageExample => {
    const above = blanks;
    blanks = blankLines(part.lines, "end");
    return {
      title: texts.line(part.heading),
      blocks: readBlocks(part.lines, usual),
      ...(index > 0 && above !== 1 && { blanks: above }),
    };
  });
  return { examples, blanks };
}

function readBlocks(lines: readonly PageLine[], usual: ExampleBlanks): ExampleBlock[] {
  const blocks: ExampleBlock[] = [];
  let above = 0;
  for (const run of runsOf(lines)) {
    const block = readBlock(run);
    if (!block) {
      above += run.length;
      continue;
    }
    const before = blocks.at(-1);
    const expected = before ? (before.kind === "code" && block.kind === "text" ? usual.code : 1) : usual.title;
    above += block.kind === "text" ? blankLines(run, "start") : 0;
    blocks.push({ ...block, ...(above !== expected && { blanks: above }) });
    above = block.kind === "text" ? blankLines(run, "end") : 0;
  }
  return blocks;
}

/** Lines of text, and lines of code with their fences. */
function runsOf(lines: readonly PageLine[]): PageLine[][] {
  const runs: PageLine[][] = [];
  let inCode = false;
  for (const line of lines) {
    const opens: boolean = line.kind === "fence" && !inCode;
    const follows = line.kind === "text" && runs.at(-1)?.at(-1)?.kind !== "text";
    if (opens || follows) runs.push([]);
    runs.at(-1)?.push(line);
    if (line.kind === "fence") inCode = opens;
  }
  return runs;
}

function readBlock(run: readonly PageLine[]): ExampleBlock | undefined {
  const [first] = run;
  if (first?.kind === "fence") {
    const language = /^`+([\w+#.-]*)/.exec(first.text)?.[1] ?? "";
    return { kind: "code", language, lines: run.filter(({ kind }) => kind === "code").map(({ text }) => text) };
  }
  const text = textOf(run);
  return text === "" ? undefined : { kind: "text", text: readMarkdown(text) };
}
