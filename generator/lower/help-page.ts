import { cmdletPage } from "../help/cmdlet-page.js";
import type { PageDialect } from "../help/dialects.js";
import type { Cmdlet, Model } from "../model.js";
import type { Artefact } from "./artefact.js";

/** The help page of a cmdlet, `<Cmdlet>.md` in `folder`. */
export function lowerHelpPage(model: Model, cmdlet: Cmdlet, dialect: PageDialect, folder = ""): Artefact {
  return {
    path: `${folder}${cmdlet.name}.md`,
    template: dialect.template,
    sources: [cmdlet.place.file],
    view: dialect.view(cmdletPage(model, cmdlet)),
  };
}
