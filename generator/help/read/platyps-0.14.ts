import type { HelpPage } from "../help-page.js";
import {
  platyps014Blanks,
  platyps014Default,
  platyps014ExampleBlanks,
  platyps014Facts,
  platyps014Notes,
  platyps014Texts,
  setsListed,
} from "../platyps-0.14.js";
import { parameterUses, platypsSets } from "../platyps-order.js";
import type { PageOutline, Report } from "./outline.js";
import { readPlatyps014Facts } from "./platyps-0.14-facts.js";
import { typeFinder } from "./platyps-types.js";
import { type PlatypsReader, readPlatypsPage } from "./platyps.js";

const reader: PlatypsReader = {
  version: "0.14",
  address: "online version",
  facts: platyps014Facts,
  keys: (keys) => keys,
  blanks: platyps014Blanks,
  exampleBlanks: platyps014ExampleBlanks,
  notes: platyps014Notes,
  complexParameter: platyps014Texts.complexParameter,
  commonParameters: platyps014Texts.commonParameters,
  noDescription: "",
  link: { line: /^\[(.*)\]\(([^()\s]*)\)$/, none: "", blanks: 1 },
  syntaxType: (shown) => shown,
  parameters(types, module) {
    const find = typeFinder(types, module);
    return {
      read: readPlatyps014Facts,
      type: (stated) => find(stated),
      defaultValue: (stated) => stated,
    };
  },
  aliases: () => ({ aliases: [] }),
  listed,
  defaultValue: platyps014Default,
  finish: (page) => page,
};

/** Reads a page of PlatyPS 0.14. */
export function readPlatyps014(outline: PageOutline, report: Report): HelpPage {
  return readPlatypsPage(outline, report, reader);
}

function listed(page: HelpPage): Map<string, string[]> {
  const sets = platypsSets(page);
  const uses = parameterUses(sets);
  return new Map(
    page.parameters.map(({ name }) => {
      const all = uses.get(name) ?? [{ sets: [], mandatory: false }];
      return [name, all.flatMap((use) => setsListed(use, all, sets))];
    }),
  );
}
