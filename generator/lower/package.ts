import type { Cmdlet, Model } from "../model.js";
import { version } from "../version.js";
import type { Artefact } from "./artefact.js";
import { cmdletFile, cmdletNames } from "./cmdlet.js";
import { propertyName } from "./names.js";
import { header } from "./texts.js";

/** What the generated code is written for, and what builds it. */
const versions = {
  runtimeVersion: version,
  kiotaVersion: "1.0.0-preview.109",
  nodeTypesVersion: "20.19.43",
  typescriptVersion: "7.0.2",
};

/** What makes the generated files a package: they are not made from any cmdlet. */
export function lowerPackage(model: Model): Artefact[] {
  const { package: about, place } = model.service;
  const sources = [place.file];
  const example = model.cmdlets.find(({ upload }) => upload) ?? model.cmdlets[0];
  return [
    {
      path: "package.json",
      template: "package.json",
      sources,
      view: { ...about, ...versions },
    },
    { path: "tsconfig.json", template: "tsconfig.json", sources, view: {} },
    { path: "LICENSE", template: "license", sources, view: {} },
    {
      path: "README.md",
      template: "readme.md",
      sources,
      view: {
        ...about,
        example: example && exampleView(example, about.name),
        versions: otherVersions(model),
      },
    },
    {
      path: "bin/mg.ts",
      template: "mg.ts",
      sources,
      view: { header: header(place.file), version: about.version },
      declares: { exports: [], program: true },
    },
  ];
}

/** The API versions besides the default one that some cmdlet calls. */
function otherVersions({ service, cmdlets }: Model): string[] {
  const used = new Set(cmdlets.map(({ apiVersion }) => apiVersion));
  return service.versions
    .slice(1)
    .filter(({ name }) => used.has(name))
    .map(({ name }) => propertyName(name));
}

/** The call that the README shows: the mandatory parameters of the default set. */
function exampleView(cmdlet: Cmdlet, packageName: string) {
  const { run, target } = cmdletNames(cmdlet);
  const [set] = cmdlet.parameterSets;
  const mandatory = set.parameters.filter((parameter) => parameter.mandatory);
  return {
    cmdlet: cmdlet.name,
    module: `${packageName}/${cmdletFile(cmdlet).replace(/\.ts$/, "")}`,
    run,
    target,
    upload: cmdlet.upload !== undefined,
    parameters: mandatory.map(({ name }) => propertyName(name)),
  };
}
