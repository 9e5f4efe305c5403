import { Drive, listNames } from "./drive.js";
import { businessDrive, personalDrive } from "./drive-service.js";
import { ServiceError } from "./errors.js";
import type { RouteMatch } from "./routes.js";

/** Where a file is, or would be. */
export interface Spot {
  drive: Drive;
  /** of the folders from the root, and of the file; empty for the root */
  names: readonly string[];
  /** the item is meant, not the name: there can be no conflict */
  byId: boolean;
  /** id of the file if it comes into being */
  newId: string;
}

/** All drives of the emulated tenant. They come into being when they are first asked for. */
export class Drives {
  readonly #drives = new Map<string, Drive>();

  /** @param personal whether every drive is a personal one, not only those whose id or owner begins with `personal` */
  constructor(
    readonly now: () => number,
    readonly personal: boolean,
  ) {}

  /**
   * The place a Graph route names. An id no item has is that of a folder or file which is still empty.
   * @throws ServiceError itemNotFound
   */
  locate({ ids }: RouteMatch): Spot {
    const { node, path } = readNode(ids);
    const drive = this.find(ids);
    const newId = drive.service.createItemId();
    const known = node === undefined ? drive.root : drive.get(node);
    if (path === undefined) {
      const names = known === undefined ? [node ?? ""] : listNames(known);
      return { drive, names, byId: node !== undefined, newId: node ?? newId };
    }
    if (known?.folder === false) throw new ServiceError("itemNotFound", { service: "files" });
    const folder = known === undefined ? [node ?? ""] : listNames(known);
    return { drive, names: [...folder, ...path.split("/").filter(Boolean)], byId: false, newId };
  }

  list(): Drive[] {
    return [...this.#drives.values()];
  }

  clear(): void {
    this.#drives.clear();
  }

  /** The drive a Graph route names. */
  find({ user, group, site, drive: id, share }: RouteMatch["ids"]): Drive {
    const key = toKey({ user, group, site, id, share });
    const known = this.#drives.get(key) ?? this.list().find((drive) => drive.id === id);
    if (known !== undefined) return known;
    const personal = this.personal || [user, id, share].some((name) => name?.startsWith("personal"));
    const drive = new Drive(key, personal ? personalDrive : businessDrive, this.now);
    this.#drives.set(key, drive);
    return drive;
  }
}

/** An id may hold a path, with its slashes and colons encoded: `root:/a/b.txt:`. */
function readNode({ node, path }: RouteMatch["ids"]): { node: string | undefined; path: string | undefined } {
  const [, start, within] = /^([^:]+):\/(.+?):?$/.exec(node ?? "") ?? [];
  if (start === undefined || path !== undefined) return { node, path };
  return { node: start.toLowerCase() === "root" ? undefined : start, path: within };
}

function toKey({ user, group, site, id, share }: Record<string, string | undefined>): string {
  if (id !== undefined) return `drives/${id}`;
  if (share !== undefined) return `shares/${share}`;
  if (user !== undefined) return `users/${user}/drive`;
  if (group !== undefined) return `groups/${group}/drive`;
  return site === undefined ? "me/drive" : `sites/${site}/drive`;
}
