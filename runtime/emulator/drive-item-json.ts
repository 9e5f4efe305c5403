import type { DriveItem } from "./drive.js";
import { listNames } from "./drive.js";
import { ServiceError } from "./errors.js";
import { toGuid } from "./exchange-id.js";

/** The tags of an item as it is now: `eTag` of all of it, `cTag` of its content. */
export function toTags({ id, version }: DriveItem): { eTag: string; cTag: string } {
  const guid = `{${toGuid(id).toUpperCase()}}`;
  return { eTag: `"${guid},${version}"`, cTag: `"c:${guid},${version}"` };
}

/** An item as it is told to the client that has just written it. */
export function toDriveItem(item: DriveItem): Record<string, unknown> {
  const { id, name, content, drive, parent, folder } = item;
  return {
    id,
    name,
    size: content?.length ?? 0,
    ...toTags(item),
    createdDateTime: new Date(item.created).toISOString(),
    lastModifiedDateTime: new Date(item.modified).toISOString(),
    ...(parent === undefined ? {} : { parentReference: toReference(parent, drive.id) }),
    ...(folder ? { folder: {} } : { file: {} }),
  };
}

/** An item as GET tells it, with the hash of its content. */
export async function readDriveItem(item: DriveItem): Promise<Record<string, unknown>> {
  if (item.content === undefined) return toDriveItem(item);
  return { ...toDriveItem(item), file: { hashes: { quickXorHash: await item.content.quickXorHash() } } };
}

/**
 * What `$select` leaves of an item.
 * @throws ServiceError queryOptionUnsupported for any other query option
 */
export function selectProperties(item: Record<string, unknown>, query: URLSearchParams): Record<string, unknown> {
  const unknown = [...query.keys()].find((name) => name !== "$select");
  if (unknown !== undefined) {
    throw new ServiceError("queryOptionUnsupported", {
      message: `The emulator does not know the query option '${unknown}'.`,
    });
  }
  const names = query
    .get("$select")
    ?.split(",")
    .map((name) => name.trim());
  return Object.fromEntries(Object.entries(item).filter(([name]) => names?.includes(name) ?? true));
}

function toReference(parent: DriveItem, driveId: string): Record<string, string> {
  return { driveId, id: parent.id, path: ["/drive/root:", ...listNames(parent)].join("/") };
}
