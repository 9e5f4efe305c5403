/**
 * Where a URL of `createUploadSession` on a drive leads. A file that need not be there yet is told by its path; an item by
 * its id, and only the service knows whether that is a file or a folder.
 */
export type DrivePlace =
  | {
      kind: "path";
      /** `…/root:/Reports/q3.pdf` */
      url: string;
      /** of the folder it is in */
      folderUrl: string;
      /** decoded */
      name: string;
    }
  | { kind: "item"; url: string };

/** Reads the URL of a `createUploadSession`; for the root of a drive the place is a file in it. */
export function readDrivePlace(sessionUrl: string, name: string): DrivePlace {
  const url = sessionUrl.replace(/\/[^/]*$/, "");
  const path = /^(\w+:\/\/.*?):\/(.+):$/.exec(withPlainPath(url));
  if (path) return placeByPath(path[1] ?? "", decode(path[2] ?? "").split("/"));
  return /\/root$/i.test(url) ? placeByPath(url, [name]) : { kind: "item", url };
}

/** The place of a file in a folder. */
export function placeIn(folderUrl: string, name: string): DrivePlace {
  return placeByPath(folderUrl, [name]);
}

/** The URL at which a session for a place is opened. */
export function sessionUrlOf({ kind, url }: DrivePlace): string {
  return `${url}${kind === "path" ? ":" : ""}/createUploadSession`;
}

/** The URL of the content of the file at a place. */
export function contentUrlOf({ kind, url }: DrivePlace): string {
  return `${url}${kind === "path" ? ":" : ""}/content`;
}

/** The URL of an item of the same drive, if the place tells its drive. */
export function itemUrlOf({ url }: DrivePlace, id: string): string | undefined {
  const drive = /^.*?\/(?:drive|drives\/[^/]+)(?=\/(?:root|items|special)\b)/i.exec(url)?.[0];
  return drive && `${drive}/items/${encodeURIComponent(id)}`;
}

/** an id may hold a path, as in `-DriveItemId root:/Reports/q3.pdf:`; its slashes and colons come encoded */
function withPlainPath(url: string): string {
  return url.replace(/\/items\/([^/]*%3A[^/]*)$/i, (whole, encoded: string) => {
    const path = /^([^:/]+):\/(.+?):?$/.exec(decode(encoded));
    if (!path) return whole;
    const [, start = "", rest = ""] = path;
    const parent = start.toLowerCase() === "root" ? "/root" : `/items/${encodeURIComponent(start)}`;
    return `${parent}:/${rest.split("/").map(encodeURIComponent).join("/")}:`;
  });
}

function placeByPath(start: string, names: readonly string[]): DrivePlace {
  const encoded = names.map(encodeURIComponent);
  const folders = encoded.slice(0, -1);
  return {
    kind: "path",
    url: `${start}:/${encoded.join("/")}`,
    folderUrl: folders.length === 0 ? start : `${start}:/${folders.join("/")}`,
    name: names.at(-1) ?? "",
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
