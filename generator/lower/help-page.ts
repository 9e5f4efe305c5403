import { cmdletPage } from "../help/cmdlet-page.js";
import type { PageDialect } from "../help/dialects.js";
import { pageDetails } from "../help/improved/page-details.js";
import type { Cmdlet, Model } from "../model.js";
import type { Artefact } from "./artefact.js";

/** The help page of a cmdlet, `<Cmdlet>.md` in `folder`. */
export function lowerHelpPage(model: Model, cmdlet: Cmdlet, dialect: PageDialect, folder = ""): Artefact {
  const page = cmdletPage(model, cmdlet);
  return {
    path: `${folder}${cmdlet.name}.md`,
    template: dialect.template,
    sources: [cmdlet.place.file],
    view: dialect.view({ ...page, ...(dialect.detailed && { details: pageDetails(model, cmdlet) }) }),
  };
}
