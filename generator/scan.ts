import { createHash } from "node:crypto";
import { constants, type Dirent } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic, DiagnosticCode } from "./diagnostics.js";
import { maxFileBytes } from "./load/guard.js";

// never follows a link, never waits at a pipe, should one have taken the place of a file meanwhile
const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

export interface SpecFile {
  /** relative to the specs folder, POSIX separators */
  path: string;
  bytes: Uint8Array;
  /** of the bytes, lower-case hex */
  sha256: string;
}

/**
 * Finds the spec files of a folder, sorted by path in code unit order. Only regular files that end in .yaml count; dot
 * files are skipped; links and files over the size limit are refused unread.
 */
export async function scan(root: string): Promise<{ files: SpecFile[]; diagnostics: Diagnostic[] }> {
  const files: SpecFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const report = (code: DiagnosticCode, file: string, message: string) => {
    diagnostics.push({ code, place: { file, line: 1, column: 1 }, message });
  };

  async function scanFolder(folder: string): Promise<void> {
    for (const entry of await readFolder(folder)) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.name.startsWith(".")) continue;
      // paths of specs stand in generated files
      if (!/^[\w .-]+$/.test(entry.name)) report("file/name", path, "a name with characters that paths do without");
      else if (entry.isSymbolicLink()) report("file/symlink", path, "a symbolic link");
      else if (entry.isDirectory() && !entry.name.endsWith(".yaml")) await scanFolder(path);
      else if (entry.name.endsWith(".yml")) report("file/extension", path, "a spec is named .yaml, not .yml");
      else if (!entry.name.endsWith(".yaml")) continue;
      else if (!entry.isFile()) report("file/kind", path, "not a regular file");
      else await scanFile(path);
    }
  }

  async function readFolder(folder: string): Promise<Dirent[]> {
    try {
      return await readdir(join(root, folder), { withFileTypes: true });
    } catch (error) {
      if (folder === "") report("folder/missing", ".", `the specs folder cannot be read: ${errorCode(error)}`);
      else report("file/unreadable", folder, `the folder cannot be read: ${errorCode(error)}`);
      return [];
    }
  }

  async function scanFile(path: string): Promise<void> {
    try {
      const before = await lstat(join(root, path));
      if (before.size > maxFileBytes) return report("file/too-large", path, "the file is larger than 1 MiB");
      const bytes = await readFile(join(root, path), { flag: readFlags });
      const after = await lstat(join(root, path));
      const same = after.isFile() && before.mtimeMs === after.mtimeMs && after.size === bytes.length;
      if (same) files.push({ path, bytes, sha256: createHash("sha256").update(bytes).digest("hex") });
      else report("file/changed", path, "the file changed while it was read");
    } catch (error) {
      report("file/unreadable", path, `the file cannot be read: ${errorCode(error)}`);
    }
  }

  await scanFolder("");
  if (files.length === 0 && diagnostics.length === 0) report("folder/empty", ".", "no .yaml file in this folder");
  return { files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)), diagnostics };
}

function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
