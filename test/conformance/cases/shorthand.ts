import type { ConformanceCase, DialectName, Place, SourceKind } from "../case.js";

export const drives: readonly DialectName[] = ["onedrive-business", "onedrive-personal"];
export const attachments: readonly DialectName[] = ["outlook", "todo"];
export const all: readonly DialectName[] = [...attachments, ...drives, "print"];
/** whose services can be asked which ranges they lack; an Outlook that can is `askable` */
export const asked = all.filter((dialect) => dialect !== "outlook");
/** whose upload URLs are credentials of their own */
export const anonymous = all.filter((dialect) => dialect !== "todo");
export const everywhere: readonly Place[] = ["first", "middle", "last"];
export const notLast: readonly Place[] = ["first", "middle"];
export const notFirst: readonly Place[] = ["middle", "last"];
export const anySource: readonly SourceKind[] = ["bytes", "file", "stream"];

/** A case for all services that can be asked: also for an Outlook that answers the undocumented GET. */
export function askable(each: Omit<ConformanceCase, "dialects">): ConformanceCase[] {
  return [
    { ...each, dialects: asked },
    {
      ...each,
      name: `${each.name} (ranges told)`,
      dialects: ["outlook"],
      emulator: { ...each.emulator, statusQuery: "ranges" },
    },
  ];
}
