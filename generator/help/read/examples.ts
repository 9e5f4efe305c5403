import type { PageExample } from "../help-page.js";
import { type PageLine, type PageSection, splitSection } from "./outline.js";

/** Reads the examples of a page: fences as code, what stands between them as text. Blocks are a blank line apart. */
export function readExamples({ lines }: PageSection, readText: (text: string) => string): PageExample[] {
  return splitSection(lines).parts.map((part) => ({
    title: part.heading,
    blocks: readBlocks(part.lines, readText),
  }));
}

function readBlocks(lines: readonly PageLine[], readText: (text: string) => string): PageExample["blocks"] {
  const blocks: PageExample["blocks"] = [];
  let code: string[] | undefined;
  let text: string[] = [];
  let belowCode = false;
  const endText = (): void => {
    if (text.at(-1) === "") text.pop(); // the blank line below it is not part of it
    if (text.length > 0) blocks.push({ kind: "text", text: readText(text.join("\n")) });
    text = [];
  };
  for (const { kind, text: line } of lines) {
    if (kind === "code") code?.push(line);
    else if (kind === "text") {
      if (line !== "" || !belowCode) text.push(line);
      belowCode = false;
    } else if (code) {
      code = undefined;
      belowCode = true;
    } else {
      endText();
      code = [];
      blocks.push({ kind: "code", language: /^`+([\w+#.-]*)/.exec(line)?.[1] ?? "", lines: code });
    }
  }
  endText();
  return blocks;
}
