import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics.js";
import type { InputFile } from "../import/read-module.js";
import { errnoOf } from "../write/output-error.js";
import type { Host } from "./command.js";

/** Reads files that were named on the command line; of those that cannot be read `diagnostics` says why. */
export function readInputFiles({ cwd }: Host): { read(file: string): InputFile[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  return {
    diagnostics,
    read(file) {
      try {
        return [{ file, bytes: readFileSync(resolve(cwd, file)) }];
      } catch (error) {
        const message = `the file cannot be read: ${errnoOf(error) ?? String(error)}`;
        const place = { file, line: 1, column: 1 };
        diagnostics.push({ code: "file/unreadable", place, message, help: "check its path and permissions" });
        return [];
      }
    },
  };
}
