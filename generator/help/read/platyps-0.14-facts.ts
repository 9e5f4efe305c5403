import { readScalar } from "../platyps-text.js";
import type { PageLine, PageSection, Report } from "./outline.js";
import { type PlatypsFacts, positionOf } from "./platyps-facts.js";

const keys = ["Type", "Parameter Sets", "Aliases", "Required", "Position", "Default value", "Accept pipeline input"];

/** Reads the blocks of facts below a parameter: one for each way in which its sets use it. */
export function readPlatyps014Facts({ heading, number, lines }: PageSection, report: Report): PlatypsFacts | undefined {
  const blocks = codeBlocks(lines).map((block) => readBlock(block, report));
  const [first] = blocks;
  if (!first) {
    report("page/parameter", number, `${heading} stands without facts`);
    return undefined;
  }
  const missing = keys.find((key) => blocks.some((block) => !block.has(key)));
  if (missing !== undefined) report("page/parameter", number, `${heading} stands without the fact ${missing}`);
  const fact = (key: string): string => first.get(key) ?? "";
  const pipeline = fact("Accept pipeline input");
  return {
    number,
    type: fact("Type"),
    aliases: listOf(fact("Aliases")),
    defaultValue: fact("Default value"),
    pipeline: /^True \(.*ByValue/.test(pipeline),
    more: {
      ...(/ByPropertyName/.test(pipeline) && { pipelineByName: true }),
      ...(fact("Accept wildcard characters") === "True" && { wildcards: true }),
      ...(first.has("Accepted values") && { acceptedValues: listOf(fact("Accepted values")) }),
      ...(first.has("Applicable") && { applicable: listOf(fact("Applicable")) }),
    },
    uses: blocks.map((block) => ({
      sets: listOf(block.get("Parameter Sets") ?? ""),
      required: block.get("Required") === "True",
      ...positionOf(block.get("Position") ?? ""),
    })),
  };
}

function readBlock(lines: readonly PageLine[], report: Report): Map<string, string> {
  const facts = new Map<string, string>();
  for (const { text, number } of lines) {
    if (text.trim() === "") continue;
    const [, key, value = ""] = /^([A-Z][A-Za-z ]*):\s*(.*)$/.exec(text) ?? [];
    if (key === undefined) report("page/parameter", number, "a fact without a name");
    else facts.set(key, readScalar(value.trimEnd()));
  }
  return facts;
}

/** The lines within each fence. */
export function codeBlocks(lines: readonly PageLine[]): PageLine[][] {
  const blocks: PageLine[][] = [];
  let inside = false;
  for (const line of lines) {
    if (line.kind === "fence") {
      inside = !inside;
      if (inside) blocks.push([]);
    } else if (line.kind === "code") blocks.at(-1)?.push(line);
  }
  return blocks;
}

function listOf(text: string): string[] {
  return text === "" ? [] : text.split(/, */);
}
