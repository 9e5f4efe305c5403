import { lstat, readFile, readdir } from "node:fs/promises";
import { homedir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { type Manifest, manifestPath, parseManifest } from "./manifest.js";
import { OutputError, errnoOf } from "./output-error.js";
import { isStaged } from "./replace-files.js";

/** What stands in an output folder. */
export interface Output {
  /** as the user named it */
  folder: string;
  /** absent: nothing has been generated there yet */
  manifest?: { text: string; content: Manifest };
  /** path -> text of regular files, the manifest and what is ignored aside */
  files: ReadonlyMap<string, string>;
  /** path -> what else is there */
  others: ReadonlyMap<string, "folder" | "link" | "special">;
  /** staged by a run that was ended */
  leftovers: readonly string[];
}

/** Builds, installs and version control live beside the generated files. */
const isIgnored = (path: string) => /^(dist|node_modules)$|(^|\/)\./.test(path);

/**
 * Reads an output folder; one that does not exist is empty.
 * @throws OutputError if the folder is no place for generated files or its manifest cannot be trusted
 */
export async function readOutput(folder: string): Promise<Output> {
  const files = new Map<string, string>();
  const others = new Map<string, "folder" | "link" | "special">();
  const leftovers: string[] = [];
  await readFolder("");
  const text = files.get(manifestPath);
  files.delete(manifestPath);
  if (others.has(manifestPath))
    throw new OutputError("manifest/invalid", join(folder, manifestPath), "it is not a plain file");
  return {
    folder,
    files,
    others,
    leftovers,
    ...(text !== undefined && { manifest: { text, content: trust(folder, text) } }),
  };

  async function readFolder(below: string): Promise<void> {
    for (const entry of await entriesOf(join(folder, below))) {
      const path = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isFile() && isStaged(entry.name)) leftovers.push(path);
      if (isIgnored(path)) continue;
      if (entry.isFile()) files.set(path, await readFile(join(folder, path), "utf8"));
      else others.set(path, entry.isDirectory() ? "folder" : entry.isSymbolicLink() ? "link" : "special");
      if (entry.isDirectory()) await readFolder(path);
    }
  }
}

/**
 * Refuses folders that are more than a place for written files.
 * @param specs what the files are made from
 * @throws OutputError
 */
export async function checkOutputFolder(folder: string, specs?: string): Promise<void> {
  const refuse = (reason: string) => {
    throw new OutputError("output/path", folder, reason);
  };
  for (const [name, place] of [
    ["the current folder", "."],
    ["your home folder", homedir()],
    ["the specs", specs],
  ] as const) {
    if (place !== undefined && contains(folder, place)) refuse(`${name} is in it`);
  }
  if (specs !== undefined && contains(specs, folder)) refuse("it is among the specs");
  const found = await lstat(folder).catch((error: unknown) => {
    if (errnoOf(error) !== "ENOENT") throw new OutputError("output/io", folder, String(error), { cause: error });
  });
  if (found?.isSymbolicLink()) throw new OutputError("output/symlink", folder, "the output folder is a symbolic link");
  if (found && !found.isDirectory()) refuse("it is not a folder");
}

function contains(folder: string, place: string): boolean {
  const path = relative(resolve(folder), resolve(place));
  return path !== ".." && !path.startsWith(`..${sep}`) && resolve(folder, path) === resolve(place);
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw new OutputError("output/io", folder, `it cannot be read: ${errnoOf(error)}`, { cause: error });
  }
}

function trust(folder: string, text: string): Manifest {
  try {
    return parseManifest(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OutputError("manifest/invalid", join(folder, manifestPath), reason, { cause: error });
  }
}
