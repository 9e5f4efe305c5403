import { defaultDialect } from "../help/dialects.js";
import type { Model } from "../model.js";
import type { Artefact } from "./artefact.js";
import { lowerClient, lowerIndex } from "./client.js";
import { lowerClouds } from "./clouds.js";
import { lowerCmdlet } from "./cmdlet.js";
import { lowerCommand, lowerCommandIndex } from "./command.js";
import { lowerHelpPage } from "./help-page.js";
import { lowerIdentities } from "./identities.js";
import { lowerModels } from "./models.js";
import { lowerPackage } from "./package.js";
import { pathTree } from "./request-builder-tree.js";
import { lowerRequestBuilders } from "./request-builders.js";
import { lowerShapes } from "./shapes.js";

/** The model to all files of the generated package, not yet printed. */
export function lower(model: Model): Artefact[] {
  const tree = pathTree(model);
  return [
    ...lowerPackage(model),
    lowerClient(model, tree),
    lowerIndex(model),
    lowerClouds(model),
    ...lowerIdentities(model),
    ...lowerModels(model),
    ...lowerRequestBuilders(model, tree),
    ...lowerShapes(model),
    lowerCommandIndex(model),
    ...model.cmdlets.flatMap((cmdlet) => [
      lowerCmdlet(model, tree, cmdlet),
      lowerCommand(model, tree, cmdlet),
      lowerHelpPage(model, cmdlet, defaultDialect, "docs/"),
    ]),
  ];
}
