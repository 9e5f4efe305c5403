import type { PageSection, Report } from "./outline.js";

/** The fenced facts below a parameter, as AutoRest and PlatyPS 0.14 write them. */
export interface ParameterFacts {
  type: string;
  aliases: string[];
  defaultValue: string;
  pipeline: boolean;
}

const keys = ["Type", "Parameter Sets", "Aliases", "Required", "Default value", "Accept pipeline input"] as const;

/** Reads the facts of a parameter; what SYNTAX says as well is not read again. */
export function readParameterFacts({ heading, number, lines }: PageSection, report: Report): ParameterFacts {
  const facts = new Map<string, string>();
  for (const { kind, text, number: at } of lines) {
    if (kind !== "code" || text.trim() === "") continue;
    const [, key, value = ""] = /^([A-Z][A-Za-z ]*):\s*(.*)$/.exec(text) ?? [];
    if (key === undefined) report("page/parameter", at, "a fact without a name");
    else facts.set(key, value.trimEnd());
  }
  const missing = keys.find((key) => !facts.has(key));
  if (missing !== undefined) report("page/parameter", number, `${heading} stands without the fact ${missing}`);
  const aliases = facts.get("Aliases") ?? "";
  return {
    type: facts.get("Type") ?? "",
    aliases: aliases === "" ? [] : aliases.split(/, */),
    defaultValue: facts.get("Default value") ?? "None",
    pipeline: facts.get("Accept pipeline input")?.startsWith("True") === true,
  };
}
