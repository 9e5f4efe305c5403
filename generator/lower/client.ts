import type { Cmdlet, Model } from "../model.js";
import type { Artefact } from "./artefact.js";
import { cmdletFile, cmdletNames, readsLists } from "./cmdlet.js";
import { type Import, importsFor, kiota, requestBuilder } from "./imports.js";
import { sortedSet } from "./names.js";
import type { PathTree } from "./request-builder-tree.js";
import { itemsOf, pathParameterTexts, stepsOf } from "./request-builders.js";
import { header } from "./texts.js";

/** The root of the request builders. */
export function lowerClient(model: Model, { roots }: PathTree): Artefact {
  const items = itemsOf({ children: roots }, pathParameterTexts(model));
  const imports: Import[] = [
    { from: requestBuilder, name: "RequestBuilder" },
    { from: kiota, name: "RequestAdapter", type: true },
    ...roots.map((node) => ({ from: node.file, name: node.className })),
    ...items.flatMap(({ imports: needed }) => needed),
  ];
  return {
    path: "client.ts",
    template: "client.ts",
    sources: cmdletSources(model),
    view: {
      header: header("cmdlets"),
      imports: importsFor("client.ts", imports),
      service: model.service.name,
      segments: stepsOf({ children: roots }),
      items,
    },
    declares: { exports: ["GraphClient", "createGraphClient"] },
  };
}

/** What one gets who imports the package by its name alone: the functions, and what they need to run. */
export function lowerIndex(model: Model): Artefact {
  return {
    path: "index.ts",
    template: "index.ts",
    sources: cmdletSources(model),
    view: {
      header: header("cmdlets"),
      cmdlets: model.cmdlets.map((cmdlet) => ({
        module: `./${cmdletFile(cmdlet).replace(/\.ts$/, ".js")}`,
        names: exportedNames(cmdlet),
      })),
    },
    declares: {
      exports: [
        "createGraphAdapter",
        "GraphClient",
        "createGraphClient",
        "clouds",
        ...model.cmdlets.flatMap(exportedNames).map(({ name }) => name),
      ],
    },
  };
}

export function cmdletSources(model: Model): string[] {
  return sortedSet(model.cmdlets.map((cmdlet) => cmdlet.place.file));
}

function exportedNames(cmdlet: Cmdlet): { name: string; type: boolean }[] {
  const names = cmdletNames(cmdlet);
  return [
    { name: names.run, type: false },
    ...(readsLists(cmdlet) ? [{ name: names.pages, type: false }] : []),
    ...(cmdlet.upload ? [{ name: names.target, type: false }] : []),
    { name: names.parameters, type: true },
    ...(cmdlet.upload ? [{ name: names.targetParameters, type: true }] : []),
  ];
}
