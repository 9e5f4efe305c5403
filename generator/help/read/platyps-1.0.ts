import { byName } from "../autorest-order.js";
import type { HelpPage } from "../help-page.js";
import { platyps014Texts } from "../platyps-0.14.js";
import {
  otherWhatIf,
  platyps1Aliases,
  platyps1Blanks,
  platyps1Default,
  platyps1ExampleBlanks,
  platyps1Facts,
  platyps1Notes,
  platyps1Sets,
  platyps1Texts,
  platyps1Type,
} from "../platyps-1.0.js";
import { parameterUses, platypsSets } from "../platyps-order.js";
import type { PageOutline, PageSection, Report } from "./outline.js";
import { readPlatyps1Facts } from "./platyps-1.0-facts.js";
import { textOf } from "./platyps-texts.js";
import { type PlatypsReader, readPlatypsPage } from "./platyps.js";
import { onlySet } from "./syntax.js";
import { pageType } from "./types.js";

const reader: PlatypsReader = {
  version: "1.0",
  address: "HelpUri",
  facts: platyps1Facts,
  keys: (keys) => keys.toSorted(byName),
  blanks: platyps1Blanks,
  exampleBlanks: () => platyps1ExampleBlanks,
  notes: platyps1Notes,
  complexParameter: platyps014Texts.complexParameter,
  commonParameters: platyps1Texts.commonParameters,
  noDescription: platyps1Texts.noDescription,
  link: { line: /^- \[(.*)\]\(([^()\s]*)\)$/, none: platyps1Texts.noLinks, blanks: 0 },
  syntaxType: platyps1Type,
  parameters: () => ({
    read: readPlatyps1Facts,
    type(stated, shown) {
      const type = pageType(stated);
      return { ...type, name: shown ?? type.name };
    },
    defaultValue: (stated) => (stated === "" ? "None" : stated),
  }),
  aliases: readAliases,
  listed(page) {
    const sets = platypsSets(page);
    const uses = parameterUses(sets);
    const listed = page.parameters.map(({ name }) => {
      const entries = platyps1Sets(uses.get(name) ?? [], sets);
      return [name, entries.map((entry) => entry.name)] as const;
    });
    return new Map(listed);
  },
  defaultValue: platyps1Default,
  finish: (page) => ({
    ...page,
    sets: page.sets.map((set) => (set.name === onlySet ? { ...set, default: true } : set)),
    parameters: page.parameters.map((parameter) =>
      parameter.name === "WhatIf" && parameter.description === platyps1Texts.whatIf
        ? { ...parameter, description: otherWhatIf }
        : parameter,
    ),
  }),
};

/** Reads a page of PlatyPS 1.0. */
export function readPlatyps1(outline: PageOutline, report: Report): HelpPage {
  return readPlatypsPage(outline, report, reader);
}

function readAliases(section: PageSection | undefined): ReturnType<PlatypsReader["aliases"]> {
  if (!section) return { aliases: [], other: "" };
  const text = textOf(section.lines);
  const names = text
    .split("\n")
    .slice(1)
    .map((line) => line.trim());
  const aliases = names.includes(platyps1Texts.noAliases) ? [] : names;
  return text === platyps1Aliases({ aliases }) ? { aliases } : { aliases: [], other: text };
}
