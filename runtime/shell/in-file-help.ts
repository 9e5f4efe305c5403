import type { TargetDialect } from "../graph/target-dialects.js";
import type { Command } from "./command.js";

/** What uploading a file does, by where it goes; the parameter is the one that describes the file. */
const texts: Readonly<Record<TargetDialect, (parameter: string) => string>> = {
  outlook: (parameter) =>
    `Attach this file: fills in ${parameter}, opens the session, uploads the ranges, prints the attachment. Up to 3 MB it goes in one request. What ${parameter} says (name, contentType, isInline, contentId) wins.`,
  todo: (parameter) =>
    `Attach this file: fills in ${parameter}, opens the session, uploads the ranges, prints the attachment. What ${parameter} says (name, contentType) wins.`,
  drive: (parameter) =>
    `Upload this file: opens the session, uploads the ranges, prints the file as it is on the drive. A folder, as the root is, gets a new file; an item that is a file gets new content. What ${parameter} says (name, description, fileSystemInfo) wins. A name that is taken is refused, unless ${parameter} says @{'@microsoft.graph.conflictBehavior'='replace'}, or 'rename'.`,
  print: (parameter) =>
    `Upload this file: fills in ${parameter}, opens the session, uploads the ranges, prints the document. What ${parameter} says (documentName, contentType) wins.`,
};

/** The flags of upload cmdlets as help shows them; other cmdlets have none. */
export function inFileFlags({ cmdlet, models, upload }: Command): (readonly [string, string])[] {
  if (upload === undefined) return [];
  const described = cmdlet.parameters.find(({ body, name }) => body !== undefined && Object.hasOwn(models, name));
  const text = texts[upload.dialect](described === undefined ? "the body" : `-${described.name}`);
  return [
    ["-InFile, --in-file <path>", `${text} An upload that is interrupted is kept: the same command continues it.`],
    ["--no-persist", "Keep nothing of the upload: when it is interrupted it must start again."],
  ];
}
