import { autorestView } from "./autorest-page.js";
import type { HelpPage } from "./help-page.js";
import { improvedView } from "./improved/improved-page.js";
import { platyps014View } from "./platyps-0.14.js";
import { platyps1View } from "./platyps-1.0.js";

/** A way to write help pages: the generator of a time, with its rules of order, wrapping and escaping. */
export interface PageDialect {
  name: string;
  /** `templates/<template>.hbs`; it calls the encoders of the dialect */
  template: string;
  view(page: HelpPage): object;
  /** tells more than official pages do: it is given the details */
  detailed?: true;
}

/** The dialect of the pages in the generated package. */
export const defaultDialect: PageDialect = {
  name: "improved",
  template: "improved.md",
  view: improvedView,
  detailed: true,
};

export const pageDialects: readonly PageDialect[] = [
  defaultDialect,
  { name: "platyps-0.14", template: "platyps-0.14.md", view: platyps014View },
  { name: "platyps-1.0", template: "platyps-1.0.md", view: platyps1View },
  { name: "autorest", template: "autorest.md", view: autorestView },
];

/** The dialect of that name. @throws RangeError if there is none */
export function findDialect(wanted: string): PageDialect {
  const found = pageDialects.find(({ name }) => name === wanted);
  if (!found) throw new RangeError(`no page dialect ${wanted}`);
  return found;
}
