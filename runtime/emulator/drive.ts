import type { Content } from "./content.js";
import type { DriveService } from "./drive-service.js";
import { ServiceError } from "./errors.js";
import { toGuid } from "./exchange-id.js";

/** A folder, or a file with its content. */
export interface DriveItem {
  id: string;
  drive: Drive;
  /** undefined for the root */
  parent: DriveItem | undefined;
  name: string;
  folder: boolean;
  /** undefined for folders, and for files nobody has written yet */
  content: Content | undefined;
  /** milliseconds since 1970 */
  created: number;
  modified: number;
  /** how often the content was written */
  version: number;
}

/** The folders and files of one drive. */
export class Drive {
  readonly id: string;
  readonly root: DriveItem;
  readonly #items = new Map<string, DriveItem>();

  constructor(
    /** `me/drive`, `drives/{id}` and the like */
    readonly key: string,
    readonly service: DriveService,
    readonly now: () => number,
  ) {
    this.id = `b!${toGuid(key).replaceAll("-", "")}`;
    this.root = this.add(undefined, "root", true, service.createItemId());
  }

  get(id: string): DriveItem | undefined {
    return this.#items.get(id);
  }

  /** @param names of the folders from the root, and of the item */
  find(names: readonly string[]): DriveItem | undefined {
    let found: DriveItem | undefined = this.root;
    for (const name of names) found = found && this.#child(found, name);
    return found;
  }

  /**
   * The folder of that path, made if need be.
   * @throws ServiceError nameAlreadyExists when a file is in the way
   */
  makeFolder(names: readonly string[]): DriveItem {
    let folder = this.root;
    for (const name of names) {
      folder = this.#child(folder, name) ?? this.add(folder, name, true, this.service.createItemId());
      if (!folder.folder) throw new ServiceError("nameAlreadyExists");
    }
    return folder;
  }

  add(parent: DriveItem | undefined, name: string, folder: boolean, id: string): DriveItem {
    const created = this.now();
    const item = { id, drive: this, parent, name, folder, content: undefined, created, modified: created, version: 0 };
    this.#items.set(id, item);
    return item;
  }

  files(): DriveItem[] {
    return [...this.#items.values()].filter(({ folder }) => !folder);
  }

  /** bytes in all its files */
  get used(): number {
    return this.files().reduce((sum, { content }) => sum + (content?.length ?? 0), 0);
  }

  // no two names in a folder differ by case alone
  #child(parent: DriveItem, name: string): DriveItem | undefined {
    return [...this.#items.values()].find(
      (item) => item.parent === parent && item.name.toLowerCase() === name.toLowerCase(),
    );
  }
}

/** The names that lead to an item from the root, its own included. */
export function listNames({ parent, name }: Pick<DriveItem, "parent" | "name">): string[] {
  return parent === undefined ? [] : [...listNames(parent), name];
}
