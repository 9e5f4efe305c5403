import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { importOpenApi } from "../import/import-openapi.js";
import { type LoadFailure, loadModel } from "../load-model.js";
import type { Model } from "../model.js";
import { formatDiagnostics } from "../report/print.js";
import { withTemporaryFolder } from "../write/temporary-folder.js";
import type { ModuleData } from "./data-folder.js";

/** A module as the import and the loader of specs make a model of it, and what that cost. */
export interface ImportedModule {
  model: Model;
  /** user and system time of the import, in seconds */
  cpuSeconds: number;
}

/** Imports a module into a folder of its own. @throws Error with all that is wrong, if anything is */
export async function importModule(data: ModuleData): Promise<ImportedModule> {
  return withTemporaryFolder(async (folder) => {
    const specs = join(folder, "specs");
    const start = process.cpuUsage();
    const report = await importOpenApi({
      documents: [await input(data.document)],
      identityDocuments: data.twin === undefined ? [] : [await input(data.twin)],
      directives: await Promise.all(
        data.directives.map(async (file) => ({ file, text: await readFile(file, "utf8") })),
      ),
      module: data.module,
      apiVersion: data.apiVersion,
      out: specs,
      cwd: folder,
    });
    const { user, system } = process.cpuUsage(start);
    if ("diagnostics" in report) throw refusal(report);
    const loaded = await loadModel(specs);
    if ("diagnostics" in loaded) throw refusal(loaded);
    return { model: loaded.model, cpuSeconds: (user + system) / 1e6 };
  });
}

async function input(file: string): Promise<{ file: string; bytes: Uint8Array }> {
  return { file, bytes: await readFile(file) };
}

function refusal(failure: LoadFailure): Error {
  return new Error(formatDiagnostics(failure.diagnostics, { ...failure, root: "specs" }));
}
