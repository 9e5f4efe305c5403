import { parse } from "yaml";
import { z } from "zod";
import type { PageSection, Report } from "./outline.js";
import { codeBlocks } from "./platyps-0.14-facts.js";
import { type PlatypsFacts, positionOf } from "./platyps-facts.js";

const list = z.array(z.string());
const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const facts = z.object({
  Type: z.string(),
  DefaultValue: z.string(),
  SupportsWildcards: flag,
  ParameterValue: z.unknown().optional(),
  Aliases: list,
  ParameterSets: z.array(
    z.object({
      Name: z.string(),
      Position: z.string(),
      IsRequired: flag,
      ValueFromPipeline: flag,
      ValueFromPipelineByPropertyName: flag,
      ValueFromRemainingArguments: flag,
    }),
  ),
  DontShow: flag,
  AcceptedValues: list,
  HelpMessage: z.string(),
});

/** Reads the YAML below a parameter. */
export function readPlatyps1Facts({ heading, number, lines }: PageSection, report: Report): PlatypsFacts | undefined {
  const [block, another] = codeBlocks(lines);
  if (!block || another) {
    report("page/parameter", another?.[0]?.number ?? number, `${heading} stands without a single block of facts`);
    return undefined;
  }
  const value = parsed(block.map(({ text }) => text).join("\n"));
  const { data, error } = facts.safeParse(value);
  if (!data) {
    const path = error.issues[0]?.path.join(".") ?? "";
    const message = path === "" ? "the facts are not YAML" : `${path} is missing or of another kind`;
    report("page/parameter", block[0]?.number ?? number, message);
    return undefined;
  }
  const sets = data.ParameterSets;
  return {
    number,
    type: data.Type,
    aliases: data.Aliases,
    defaultValue: data.DefaultValue,
    pipeline: sets.some((set) => set.ValueFromPipeline),
    more: {
      ...(sets.some((set) => set.ValueFromPipelineByPropertyName) && { pipelineByName: true }),
      ...(sets.some((set) => set.ValueFromRemainingArguments) && { remaining: true }),
      ...(data.SupportsWildcards && { wildcards: true }),
      ...(data.DontShow && { hidden: true }),
      ...(data.AcceptedValues.length > 0 && { acceptedValues: data.AcceptedValues }),
      ...(data.HelpMessage !== "" && { helpMessage: data.HelpMessage }),
    },
    uses: sets.map(({ Name, IsRequired, Position }) => ({
      sets: [Name],
      required: IsRequired,
      ...positionOf(Position),
    })),
    ...(data.ParameterValue !== undefined && { parameterValue: true }),
  };
}

/** All scalars are texts. Neither anchors nor errors get through. */
function parsed(text: string): unknown {
  try {
    return parse(text, { schema: "failsafe", maxAliasCount: 0, uniqueKeys: true, logLevel: "silent" });
  } catch {
    return undefined;
  }
}
