import type { Import } from "./imports.js";

/** The names of a file, in which two modules may give the same. */
export class FileNames {
  readonly #owners = new Map<string, string>();

  /** The import with a name of its own: `toGetRequestInformation2` for the second of its name. */
  call(wanted: Import): Import {
    for (let count = 1; ; count += 1) {
      const name = count === 1 ? wanted.name : `${wanted.name}${count}`;
      const owner = this.#owners.get(name) ?? wanted.from;
      this.#owners.set(name, owner);
      if (owner === wanted.from) return count === 1 ? wanted : { ...wanted, as: name };
    }
  }
}

/** What the file calls it. */
export function called({ name, as }: Import): string {
  return as ?? name;
}
