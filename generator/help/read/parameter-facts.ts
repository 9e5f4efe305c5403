import type { PageSection, Report } from "./outline.js";

/** The fenced facts below a parameter, as AutoRest and PlatyPS 0.14 write them. */
export interface ParameterFacts {
  type: string;
  /** `(All)` or names of parameter sets */
  sets: string[];
  required: boolean;
  aliases: string[];
  defaultValue: string;
  pipeline: boolean;
  pipelineByName: boolean;
  wildcards: boolean;
}

const flag = /^(True|False)$/;

/** Every fact there is, and what it may say. */
const patterns: Readonly<Record<string, RegExp>> = {
  Type: /^[A-Za-z]\S*( \S+)*$/,
  "Parameter Sets": /^(\(All\)|[\w.-]+(, [\w.-]+)*)$/,
  Aliases: /^(\w+(, \w+)*)?$/,
  "Accepted values": /./,
  Applicable: /./,
  Required: flag,
  Position: /^(Named|\d+)$/,
  "Default value": /^/,
  "Accept pipeline input": /^(False|True( \(\w+(, \w+)*\))?)$/,
  "Accept wildcard characters": flag,
};

const optional: ReadonlySet<string> = new Set(["Accepted values", "Applicable"]);
const required = Object.keys(patterns).filter((key) => !optional.has(key));

/** Reads the facts of a parameter. */
export function readParameterFacts({ heading, number, lines }: PageSection, report: Report): ParameterFacts {
  const facts = new Map<string, string>();
  for (const { kind, text, number: at } of lines) {
    if (kind !== "code" || text.trim() === "") continue;
    const [, key = "", value = ""] = /^([^:]*):\s*(.*?)\s*$/.exec(text) ?? [];
    if (!Object.hasOwn(patterns, key)) report("page/parameter", at, "not a fact of a parameter");
    else if (!patterns[key]?.test(value)) report("page/parameter", at, `${key} cannot be ${JSON.stringify(value)}`);
    else facts.set(key, value);
  }
  const missing = required.filter((key) => !facts.has(key));
  if (missing.length > 0) report("page/parameter", number, `${heading} stands without ${missing.join(", ")}`);
  return {
    type: facts.get("Type") ?? "",
    sets: listOf(facts.get("Parameter Sets")),
    required: facts.get("Required") === "True",
    aliases: listOf(facts.get("Aliases")),
    defaultValue: facts.get("Default value") ?? "None",
    pipeline: /ByValue|^True$/.test(facts.get("Accept pipeline input") ?? ""),
    pipelineByName: facts.get("Accept pipeline input")?.includes("ByPropertyName") === true,
    wildcards: facts.get("Accept wildcard characters") === "True",
  };
}

function listOf(value = ""): string[] {
  return value === "" ? [] : value.split(/, */);
}
