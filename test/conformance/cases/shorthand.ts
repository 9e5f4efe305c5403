import type { DialectName, Place, SourceKind } from "../case.js";

export const drives: readonly DialectName[] = ["onedrive-business", "onedrive-personal"];
export const attachments: readonly DialectName[] = ["outlook", "todo"];
export const all: readonly DialectName[] = [...attachments, ...drives, "print"];
export const everywhere: readonly Place[] = ["first", "middle", "last"];
export const notFirst: readonly Place[] = ["middle", "last"];
export const anySource: readonly SourceKind[] = ["bytes", "file", "stream"];
