import { type UploadDialect, drive, oneDrivePersonal, outlook, print, todo } from "../upload/dialects.js";

/** The upload dialects that specs and upload targets name. */
export const dialects = { outlook, todo, drive, print } as const satisfies Record<string, UploadDialect>;

export type TargetDialect = keyof typeof dialects;

/** A drive known to be personal, whatever the host of its upload URLs. */
export const personalDrive: UploadDialect = { ...drive, ...oneDrivePersonal, hosts: drive.hosts };

/** The dialect a checkpoint names, and the name by which targets know it. */
export function findDialect(wanted: string): { target: TargetDialect; dialect: UploadDialect } | undefined {
  if (wanted === personalDrive.name) return { target: "drive", dialect: personalDrive };
  const target = targetDialects.find((each) => dialects[each].name === wanted);
  return target && { target, dialect: dialects[target] };
}

const targetDialects = Object.keys(dialects) as TargetDialect[];

/**
 * Whether a file of so many bytes goes in one request, without an upload session: one below the minimum, where that is more
 * than a byte, and an empty one to a drive (upload-sessions.md, Q21).
 */
export function goesWhole(target: TargetDialect, size: number): boolean {
  return size < dialects[target].minimumSize && (size > 0 || target === "drive");
}
