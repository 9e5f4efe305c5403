import type { IncomingHttpHeaders } from "node:http";
import type { Content } from "./content.js";
import type { Drive, DriveItem } from "./drive.js";
import { toTags } from "./drive-item-json.js";
import type { Spot } from "./drives.js";
import { ServiceError } from "./errors.js";

const behaviors = ["fail", "replace", "rename"] as const;

/** What becomes of a file whose name is taken. */
export type ConflictBehavior = (typeof behaviors)[number];

/** @throws ServiceError bodyInvalid */
export function readConflictBehavior(value: unknown, otherwise: ConflictBehavior): ConflictBehavior {
  const behavior = behaviors.find((known) => known === (value ?? otherwise));
  if (behavior !== undefined) return behavior;
  throw new ServiceError("bodyInvalid", {
    message: `'${String(value)}' is no value of '@microsoft.graph.conflictBehavior'.`,
  });
}

/**
 * Puts a file in its place.
 * @param quota bytes a drive may hold
 * @throws ServiceError nameAlreadyExists, quotaExceeded
 */
export function writeFile(
  { drive, names, byId, newId }: Spot,
  content: Content,
  behavior: ConflictBehavior,
  quota: number,
): { item: DriveItem; created: boolean } {
  const present = drive.find(names);
  const replaced = byId || behavior === "replace" ? present : undefined;
  if (present !== undefined && (present.folder || (replaced === undefined && behavior === "fail"))) {
    throw new ServiceError("nameAlreadyExists");
  }
  checkQuota(drive, content.length - (replaced?.content?.length ?? 0), quota);
  const folder = drive.makeFolder(names.slice(0, -1));
  const item = replaced ?? drive.add(folder, findFreeName(drive, names), false, newId);
  item.content = content;
  item.modified = drive.now();
  item.version += 1;
  return { item, created: replaced === undefined };
}

/** @throws ServiceError quotaExceeded */
export function checkQuota(drive: Drive, added: number, quota: number): void {
  if (drive.used + added > quota) throw new ServiceError("quotaExceeded");
}

/**
 * `If-Match` and `If-None-Match`, by eTag or cTag.
 * @throws ServiceError preconditionFailed
 */
export function checkPreconditions(headers: IncomingHttpHeaders, item: DriveItem | undefined): void {
  const known = item === undefined ? [] : ["*", ...Object.values(toTags(item))];
  const names = (list: string): boolean => list.split(/,\s*(?=["*W])/).some((tag) => known.includes(tag.trim()));
  const match = headers["if-match"];
  const noneMatch = headers["if-none-match"];
  if ((match !== undefined && !names(match)) || (noneMatch !== undefined && names(noneMatch))) {
    throw new ServiceError("preconditionFailed");
  }
}

// `a.txt`, `a 1.txt`, `a 2.txt`
function findFreeName(drive: Drive, names: readonly string[]): string {
  const folder = names.slice(0, -1);
  const name = names.at(-1) ?? "";
  const [, stem = "", extension = ""] = /^(.+?)(\.[^.]*)?$/.exec(name) ?? [];
  let free = name;
  for (let count = 1; drive.find([...folder, free]) !== undefined; count += 1) free = `${stem} ${count}${extension}`;
  return free;
}
