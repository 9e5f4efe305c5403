import type { Cmdlet, Model } from "../model.js";
import type { Artefact } from "./artefact.js";
import { cmdletTableView } from "./cmdlet-table.js";
import { type Import, uploadFile, cmdletModule, importsFor, kiota, requestInformation } from "./imports.js";
import { cmdletFunctionName, cmdletTypeName, fileName, propertyName } from "./names.js";
import { bodyImports, informationMethod, returnImports } from "./operation.js";
import { type ParameterGroup, parameterGroups, parameterSetTypes } from "./parameter-groups.js";
import type { PathNode } from "./request-builder-tree.js";
import { header } from "./texts.js";

/** One file per cmdlet: what it is, the types of its parameters, its functions. */
export function lowerCmdlet(model: Model, node: PathNode, cmdlet: Cmdlet): Artefact {
  const path = cmdletFile(cmdlet);
  const names = cmdletNames(cmdlet);
  const groups = parameterGroups(model, node, cmdlet);
  const sets = parameterSetTypes(cmdlet, groups);
  const { method } = cmdlet.operations[0];
  const body = bodyImports(model, node, cmdlet);
  const returns = returnImports(cmdlet).type;
  const imports: Import[] = [
    { from: cmdletModule, name: "bindParameters" },
    { from: cmdletModule, name: "Cmdlet", type: true },
    { from: cmdletModule, name: "OneParameterSet", type: true },
    { from: requestInformation, name: "GraphRequestConfiguration", type: true },
    { from: kiota, name: "RequestAdapter", type: true },
    { from: kiota, name: "RequestInformation", type: true },
    { from: node.file, name: node.className },
    { from: node.file, name: informationMethod(cmdlet) },
    returns,
    ...(body ? [body.type] : []),
    ...groups.flatMap((group) => group.imports),
    ...(cmdlet.upload ? [{ from: uploadFile, name: "UploadTarget", type: true }] : []),
  ];
  return {
    path,
    template: "cmdlet.ts",
    sources: [cmdlet.place.file],
    view: {
      header: header(cmdlet.place.file),
      imports: importsFor(path, imports),
      ...cmdletTableView(cmdlet),
      names,
      description: cmdlet.help.description,
      groups,
      sets,
      builder: node.className,
      method: method.toLowerCase(),
      information: informationMethod(cmdlet),
      body: body && body.type.name,
      returns: returns.name,
      upload: uploadView(cmdlet, groups),
    },
    declares: {
      exports: [
        names.cmdlet,
        ...groups.map(({ name }) => name),
        ...sets.map(({ name }) => name),
        names.parameters,
        names.information,
        names.run,
        ...(cmdlet.upload ? [names.targetParameters, names.target] : []),
      ],
    },
  };
}

/** The file of a cmdlet in the package. */
export function cmdletFile(cmdlet: Cmdlet): string {
  return `cmdlets/${fileName(cmdlet.name)}.ts`;
}

/** What a cmdlet's file exports beside the types of its sets. */
export function cmdletNames(cmdlet: Cmdlet) {
  const type = cmdletTypeName(cmdlet.name);
  const run = cmdletFunctionName(cmdlet.name);
  return {
    cmdlet: `${run}Cmdlet`,
    parameters: `${type}Parameters`,
    information: `to${type}RequestInformation`,
    run,
    targetParameters: `${type}TargetParameters`,
    target: `${run}Target`,
  };
}

/** Where a file goes that is uploaded through the cmdlet: the groups that name the target, the property that describes the file. */
function uploadView({ upload }: Cmdlet, groups: readonly ParameterGroup[]) {
  return (
    upload && {
      dialect: upload.dialect,
      item: propertyName(upload.item),
      targets: groups.filter(({ kind }) => kind === "ByName" || kind === "ByIdentity").map(({ name }) => name),
    }
  );
}
