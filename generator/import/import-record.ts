import { z } from "zod";
import { byCodeUnits } from "../lower/names.js";
import { isSafePath } from "../write/safe-path.js";

/** What importers have written into a folder of specs, and on whose word. They change and delete nothing else. */
export interface ImportRecord {
  /** by path */
  files: ReadonlyMap<string, ImportedFile>;
}

export interface ImportedFile {
  /** of the file as written, lower-case hex */
  sha256: string;
  /** who wants it, as `Microsoft.Graph.Mail` -> hash of what it would have written alone */
  sources: ReadonlyMap<string, string>;
}

export const recordPath = "IMPORTS.json";

const hash = z.string().regex(/^[\da-f]{64}$/);
const schema = z.strictObject({
  files: z.record(
    z.string().refine((path) => isSafePath(path) && path !== recordPath, "is no path below the folder"),
    z.strictObject({ sha256: hash, sources: z.record(z.string(), hash) }),
  ),
});

/** The record as JSON, sorted. */
export function printRecord({ files }: ImportRecord): string {
  const sorted = [...files].toSorted(([a], [b]) => byCodeUnits(a, b));
  const entries = sorted.map(([path, { sha256, sources }]) => {
    const said = [...sources].toSorted(([a], [b]) => byCodeUnits(a, b));
    return [path, { sha256, sources: Object.fromEntries(said) }];
  });
  return `${JSON.stringify({ files: Object.fromEntries(entries) }, undefined, 2)}\n`;
}

/**
 * Reads a record with suspicion: its paths decide what may be changed and deleted.
 * @throws Error that says what is wrong, in one line
 */
export function parseRecord(text: string): ImportRecord {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error("it is not JSON", { cause: error });
  }
  const { data, error } = schema.safeParse(json);
  const [issue] = error?.issues ?? [];
  if (issue) throw new Error([...issue.path, issue.message].join(" "));
  const entries = Object.entries(data?.files ?? {}).map(([path, { sha256, sources }]) => {
    return [path, { sha256, sources: new Map(Object.entries(sources)) }] as const;
  });
  return { files: new Map(entries) };
}
