import type { Cmdlet, Model } from "../model.js";
import type { Artefact } from "./artefact.js";
import { type CmdletCalls, cmdletCalls, resultText } from "./cmdlet-calls.js";
import { cmdletTableView } from "./cmdlet-table.js";
import { type Import, uploadFile, cmdletModule, importsFor, kiota, requestInformation } from "./imports.js";
import { cmdletFunctionName, cmdletTypeName, fileName, propertyName } from "./names.js";
import { type ParameterGroup, parameterGroups, parameterSetTypes } from "./parameter-groups.js";
import type { PathTree } from "./request-builder-tree.js";
import { header } from "./texts.js";

/** One file per cmdlet: what it is, the types of its parameters, its functions. */
export function lowerCmdlet(model: Model, tree: PathTree, cmdlet: Cmdlet): Artefact {
  const path = cmdletFile(cmdlet);
  const names = cmdletNames(cmdlet);
  const all = cmdletCalls(model, tree, cmdlet);
  const { calls, bodyOf, result, overloads, imports: ofCalls } = all;
  const groups = parameterGroups(model, cmdlet, bodyOf);
  const sets = parameterSetTypes(cmdlet, groups);
  const [only, ...more] = calls;
  const imports: Import[] = [
    { from: cmdletModule, name: "bindParameters" },
    { from: cmdletModule, name: "Cmdlet", type: true },
    { from: cmdletModule, name: "OneParameterSet", type: true },
    { from: requestInformation, name: "GraphRequestConfiguration", type: true },
    { from: kiota, name: "RequestAdapter", type: true },
    { from: kiota, name: "RequestInformation", type: true },
    ...ofCalls,
    ...groups.flatMap(({ members }) => members.flatMap((member) => member.imports)),
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
      calls,
      single: more.length === 0 ? only : undefined,
      paged: pagedView(cmdlet, all),
      result,
      overloads,
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
        ...overloads.map(({ parameters }) => parameters),
        ...(readsLists(cmdlet) ? [names.pages] : []),
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
    pages: `${run}Pages`,
    targetParameters: `${type}TargetParameters`,
    target: `${run}Target`,
  };
}

/** Whether some of what a cmdlet calls answers with a list. */
export function readsLists({ operations }: Cmdlet): boolean {
  return operations.some(({ response }) => response.kind === "collection");
}

/** The operations that read lists, for the function that streams their pages. */
function pagedView(cmdlet: Cmdlet, { calls, overloads }: CmdletCalls) {
  const lists = calls.filter(({ pages }) => pages);
  if (lists.length === 0) return undefined;
  const [only, ...more] = lists;
  const types = overloads.filter(({ result }) => lists.some((call) => resultText(call) === result));
  return {
    calls: lists,
    single: more.length === 0 ? only : undefined,
    parameters: types.map(({ parameters }) => parameters).join(" | ") || cmdletNames(cmdlet).parameters,
    result: [...new Set(lists.map(({ result }) => `CollectionResponse<${result}>`))].join(" | "),
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
