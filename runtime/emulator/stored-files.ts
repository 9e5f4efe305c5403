import { listNames } from "./drive.js";
import type { Drives } from "./drives.js";
import { matchRoute } from "./routes.js";
import { parseTarget } from "./target.js";

/** A file as it lies in a drive. */
export interface StoredFile {
  id: string;
  /** `/folder/name` */
  path: string;
  /** bytes */
  length: number;
  sha256: string;
}

/**
 * @returns the files of a drive that somebody has written
 * @throws TypeError for a path that leads to no drive
 */
export async function listStoredFiles(drivePath: string, drives: Drives): Promise<StoredFile[]> {
  const target = parseTarget(`/v1.0${drivePath}/root`);
  const route = target && matchRoute("GET", target);
  if (route === undefined || Array.isArray(route)) throw new TypeError(`not the path of a drive: ${drivePath}`);
  const files = drives.locate(route).drive.files();
  return Promise.all(
    files.flatMap(({ id, content, ...item }) => {
      if (content === undefined) return [];
      const path = ["", ...listNames(item)].join("/");
      return content.sha256().then((sha256) => ({ id, path, length: content.length, sha256 }));
    }),
  );
}
