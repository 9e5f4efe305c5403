import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";

// A folder laid out like openapi/<version>/<date>/<Module>.yml, autorest/<date>/*.md, help/<date>/<Module>/*.md.

/** A module of one date: its document, what else was generated with it, its directives and official pages. */
export interface ModuleData {
  /** `Users.Actions` */
  module: string;
  apiVersion: "v1.0" | "beta";
  date: string;
  document: string;
  /** the document of the other API version, where both were generated into one module */
  twin?: string;
  directives: string[];
  pages: string[];
}

/** Until then both API versions were generated into one module, without a prefix of its own for beta. */
const splitDate = "2023-07";

/** All modules of a data folder, by date, API version and name. */
export async function findModules(root: string): Promise<ModuleData[]> {
  const modules: ModuleData[] = [];
  for (const apiVersion of ["v1.0", "beta"] as const) {
    for (const date of await list(join(root, "openapi", apiVersion))) {
      for (const file of await list(join(root, "openapi", apiVersion, date))) {
        const module = /^(.+)\.(ya?ml|json)$/.exec(file)?.[1];
        if (module !== undefined) modules.push(await describeModule(root, { module, apiVersion, date, file }));
      }
    }
  }
  return modules.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

async function describeModule(
  root: string,
  { module, apiVersion, date, file }: Pick<ModuleData, "module" | "apiVersion" | "date"> & { file: string },
): Promise<ModuleData> {
  const other = apiVersion === "v1.0" ? "beta" : "v1.0";
  const hasTwin = date < splitDate && (await list(join(root, "openapi", other, date))).includes(file);
  const pages = apiVersion === "beta" && date < splitDate ? [] : await list(join(root, "help", date, module));
  return {
    module,
    apiVersion,
    date,
    document: join(root, "openapi", apiVersion, date, file),
    ...(hasTwin && { twin: join(root, "openapi", other, date, file) }),
    directives: await directivesOf(join(root, "autorest", date), module, apiVersion),
    // the page of the module itself is no page of a cmdlet
    pages: pages
      .filter((page) => page.endsWith(".md") && page !== `Microsoft.Graph.${module}.md`)
      .map((page) => join(root, "help", date, module, page)),
  };
}

/** The common file and that of the module: the one generation began with, which requires the others. */
async function directivesOf(folder: string, module: string, apiVersion: string): Promise<string[]> {
  const files = await list(folder);
  const begun = files.filter((file) => file === `${module}_readme.md` || file === `${module}_${apiVersion}_readme.md`);
  const own = files.filter((file) => file === `${module}_${module}.md`);
  const common = files.filter((file) => file === "readme.graph.md");
  const chosen = begun.includes(`${module}_readme.md`) ? begun : [...own, ...begun];
  return [...common, ...chosen].map((file) => join(folder, file));
}

async function list(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).toSorted();
  } catch {
    return [];
  }
}

function keyOf({ date, apiVersion, module }: ModuleData): string {
  return [date, apiVersion, module].join(" ");
}

/** The cmdlet a page is about, as its file says. */
export function cmdletOfPage(page: string): string {
  return basename(page, ".md");
}
