import { createHash } from "node:crypto";
import { z } from "zod";
import type { OutputFile } from "../emit/emit.js";
import { byCodeUnits } from "../lower/names.js";
import { isSafePath } from "./safe-path.js";

/** The files the generator owns in an output folder. It deletes nothing that does not stand here. */
export interface Manifest {
  /** version of the generator that wrote it */
  generator: string;
  /** by path, sorted */
  files: Readonly<Record<string, ManifestEntry>>;
}

export interface ManifestEntry {
  /** spec files, relative to the specs folder */
  sources: readonly string[];
  /** of the bytes as written, lower-case hex */
  sha256: string;
}

export const manifestPath = "MANIFEST.json";

const isOwnable = (path: string) => isSafePath(path) && path !== manifestPath;
const schema = z.strictObject({
  generator: z.string(),
  files: z.record(
    z.string().refine(isOwnable, "is no path below the folder"),
    z.strictObject({ sources: z.array(z.string()), sha256: z.string().regex(/^[\da-f]{64}$/) }),
  ),
});

/** The manifest that describes `files`. */
export function manifestOf(files: readonly OutputFile[], generator: string): Manifest {
  const entries = files
    .toSorted((a, b) => byCodeUnits(a.path, b.path))
    .map(({ path, text, sources }) => [path, { sources, sha256: sha256(text) }]);
  return { generator, files: Object.fromEntries(entries) };
}

export function printManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/**
 * Reads a manifest with suspicion: its paths decide what may be deleted.
 * @throws Error that says what is wrong, in one line
 */
export function parseManifest(text: string): Manifest {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error("it is not JSON", { cause: error });
  }
  const { data, error } = schema.safeParse(json);
  const [issue] = error?.issues ?? [];
  if (issue) throw new Error([...issue.path, issue.message].join(" "));
  return data ?? { generator: "", files: {} };
}

export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
