import type { Diagnostic } from "./diagnostics.js";
import { EncodeError } from "./emit/encoders.js";
import { type OutputFile, emit } from "./emit/emit.js";
import { InternalError } from "./internal-error.js";
import { type LoadFailure, loadModel } from "./load-model.js";
import type { Artefact } from "./lower/artefact.js";
import { collisions } from "./lower/check.js";
import { lower } from "./lower/lower.js";
import type { Model } from "./model.js";
import { verify } from "./verify.js";
import { version } from "./version.js";
import { withLock } from "./write/lock.js";
import { type Plan, planOutput } from "./write/plan.js";
import { checkOutputFolder, readOutput } from "./write/read-output.js";
import { writePlan } from "./write/write.js";

export { InternalError } from "./internal-error.js";
export { OutputError } from "./write/output-error.js";
export { type Change, type Plan, isFresh } from "./write/plan.js";
export type { Diagnostic, LoadFailure };

export interface GenerateOptions {
  /** folder of the specs */
  specs: string;
  /** folder of the generated package */
  out: string;
  /** only find out what would change: no file is opened for writing */
  check?: boolean;
}

/**
 * Generates the package: specs -> model -> views -> texts -> files. Equal files are not touched, the user's own never.
 * @returns what has changed (with `check`: would change), or what is wrong with the specs; then nothing is written
 * @throws OutputError if the output folder is not fit, InternalError for a bug of the generator
 */
export async function generate({ specs, out, check = false }: GenerateOptions): Promise<{ plan: Plan } | LoadFailure> {
  const loaded = await loadModel(specs);
  if ("diagnostics" in loaded) return loaded;
  const printed = printModel(loaded.model);
  if ("diagnostics" in printed) return { ...printed, omitted: 0, sources: new Map() };
  await checkOutputFolder(out, specs);
  const plan = async () => planOutput(printed.files, await readOutput(out), version);
  if (check) return { plan: await plan() };
  return withLock(out, async () => {
    const current = await plan();
    await writePlan(out, current);
    return { plan: current };
  });
}

/** The model as the texts of the package, or what it asks for in vain. */
export function printModel(model: Model): { files: OutputFile[] } | { diagnostics: Diagnostic[] } {
  const artefacts = lower(model);
  const diagnostics = collisions(artefacts);
  return diagnostics.length > 0 ? { diagnostics } : { files: artefacts.map(printArtefact) };
}

/**
 * Emits an artefact and proves what came out.
 * @throws InternalError
 */
export function printArtefact(artefact: Artefact): OutputFile {
  try {
    const file = emit(artefact);
    verify(artefact, file);
    return file;
  } catch (error) {
    if (error instanceof EncodeError) throw new InternalError(artefact, error.message, { cause: error });
    throw error;
  }
}
