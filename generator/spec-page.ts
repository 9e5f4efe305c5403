import { z } from "zod";
import { parameterName, parameterSetName } from "./conventions/names.js";
import { line, name, prose } from "./spec-text.js";

// What a help page that was read shows otherwise than its cmdlet would have it: the fields of a HelpPage, as data.

const flag = z.boolean();
const texts = z.array(line).max(500);

const pageType = z.strictObject({ name: line, fullName: line, description: prose.optional() });

const pageSet = z.strictObject({
  name: z.union([name(parameterSetName), z.literal("__AllParameterSets")]),
  default: flag,
  parameters: z
    .array(z.strictObject({ name: name(parameterName), mandatory: flag, position: z.int().min(0).max(99).optional() }))
    .max(2000),
});

const pageParameter = z.strictObject({
  name: name(parameterName),
  type: pageType,
  category: z.enum(["path", "query", "header", "body", "runtime", "common"]),
  complex: flag,
  description: prose,
  aliases: texts,
  pipeline: flag,
  values: texts.optional(),
  defaultValue: line.optional(),
  sets: texts.optional(),
  pipelineByName: z.literal(true).optional(),
  wildcards: z.literal(true).optional(),
  acceptedValues: texts.optional(),
  applicable: texts.optional(),
  remaining: z.literal(true).optional(),
  hidden: z.literal(true).optional(),
  helpMessage: line.optional(),
});

export const pageFacts = z.strictObject({
  sets: z.array(pageSet).min(1).max(500).optional(),
  parameters: z.array(pageParameter).max(2000).optional(),
  inputs: z.array(pageType).max(500).optional(),
  outputs: z.array(pageType).max(500).optional(),
  habits: z.record(line, z.json()).optional().describe("how the page departs from its dialect"),
});
