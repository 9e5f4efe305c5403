import { cmdletPage } from "../help/cmdlet-page.js";
import type { Model } from "../model.js";
import { cmdletOfPage, type ModuleData } from "./data-folder.js";
import { type OfficialPage, type PageScore, scorePage } from "./score-page.js";

/** How near an imported module comes to its official pages. */
export interface ModuleScore {
  data: ModuleData;
  cmdlets: number;
  operations: number;
  /** cmdlets that have a page */
  found: number;
  /** pages no cmdlet was found for, cmdlets without a page */
  missing: string[];
  extra: string[];
  pages: PageScore[];
  /** pages that cannot be read, and why */
  unreadable: { file: string; message: string }[];
  /** user and system time of the import, in seconds */
  cpuSeconds: number;
}

/** Compares all cmdlets of a module with all of its pages. */
export async function scoreModule(
  data: ModuleData,
  model: Model,
  readPage: (file: string) => Promise<OfficialPage | { message: string }>,
  cpuSeconds: number,
): Promise<ModuleScore> {
  const cmdlets = new Map(model.cmdlets.map((cmdlet) => [cmdlet.name, cmdlet]));
  const names = data.pages.map(cmdletOfPage);
  const pages: PageScore[] = [];
  const unreadable: ModuleScore["unreadable"] = [];
  for (const file of data.pages) {
    const official = await readPage(file);
    const cmdlet = cmdlets.get(cmdletOfPage(file));
    if ("message" in official) unreadable.push({ file, message: official.message });
    else if (cmdlet) pages.push(scorePage(cmdletPage(model, cmdlet), official));
  }
  const paged = new Set(names);
  const described = new Set(model.cmdlets.flatMap(({ name, aliases }) => [name, ...aliases]));
  const hasPages = names.length > 0;
  return {
    data,
    cmdlets: model.cmdlets.length,
    operations: model.cmdlets.reduce((sum, { operations }) => sum + operations.length, 0),
    found: names.filter((name) => cmdlets.has(name)).length,
    missing: names.filter((name) => !described.has(name)),
    extra: hasPages ? model.cmdlets.map(({ name }) => name).filter((name) => !paged.has(name)) : [],
    pages,
    unreadable,
    cpuSeconds,
  };
}
