import { describe, expect, test } from "vitest";
import { contentUrlOf, itemUrlOf, placeIn, readDrivePlace, sessionUrlOf } from "../../../runtime/graph/drive-place.js";

const graph = "http://127.0.0.1:8123/v1.0";

describe("the URL of a session", () => {
  test.each<[string, string, string, string]>([
    // opened at, for, in, called
    ["/me/drive/root", "/me/drive/root:/x.pdf", "/me/drive/root", "x.pdf"],
    ["/groups/g/drives/d/ROOT", "/groups/g/drives/d/ROOT:/x.pdf", "/groups/g/drives/d/ROOT", "x.pdf"],
    ["/drives/d/root:/a.txt:", "/drives/d/root:/a.txt", "/drives/d/root", "a.txt"],
    ["/drives/d/root:/a/b%20c/d.txt:", "/drives/d/root:/a/b%20c/d.txt", "/drives/d/root:/a/b%20c", "d.txt"],
    ["/drives/d/root:/a%2Fd.txt:", "/drives/d/root:/a/d.txt", "/drives/d/root:/a", "d.txt"],
    ["/drives/d/items/1:/d.txt:", "/drives/d/items/1:/d.txt", "/drives/d/items/1", "d.txt"],
    ["/drives/d/items/root%3A%2Fa%2Fd.txt%3A", "/drives/d/root:/a/d.txt", "/drives/d/root:/a", "d.txt"],
    ["/drives/d/items/root%3A%2Fd.txt", "/drives/d/root:/d.txt", "/drives/d/root", "d.txt"],
    ["/drives/d/items/01AB%3A%2Fd.txt%3A", "/drives/d/items/01AB:/d.txt", "/drives/d/items/01AB", "d.txt"],
    ["/drives/d/root:/100%25.txt:", "/drives/d/root:/100%25.txt", "/drives/d/root", "100%.txt"],
  ])("%s tells a path", (opened, url, folderUrl, name) => {
    const place = readDrivePlace(`${graph}${opened}/createUploadSession`, "x.pdf");
    expect(place).toEqual({ kind: "path", url: graph + url, folderUrl: graph + folderUrl, name });
    expect(sessionUrlOf(place)).toBe(`${graph}${url}:/createUploadSession`);
    expect(contentUrlOf(place)).toBe(`${graph}${url}:/content`);
  });

  test.each([
    "/drives/d/items/1",
    "/sites/s/lists/l/items/7/driveItem",
    "/shares/x/driveItem",
    "/me/drive/special/photos",
  ])("%s tells an item", (opened) => {
    const place = readDrivePlace(`${graph}${opened}/createUploadSession`, "x.pdf");
    expect(place).toEqual({ kind: "item", url: graph + opened });
    expect(sessionUrlOf(place)).toBe(`${graph}${opened}/createUploadSession`);
    expect(contentUrlOf(place)).toBe(`${graph}${opened}/content`);
  });
});

test("a file in a folder has its name encoded", () => {
  expect(placeIn(`${graph}/me/drive/items/1`, "50% #1?.txt").url).toBe(
    `${graph}/me/drive/items/1:/50%25%20%231%3F.txt`,
  );
});

test.each<[string, string | undefined]>([
  ["/me/drive/root", "/me/drive/items/b!1"],
  ["/drives/root/items/x", "/drives/root/items/b!1"],
  ["/groups/g/drives/d/root:/a/b.txt:", "/groups/g/drives/d/items/b!1"],
  ["/me/drive/special/photos", "/me/drive/items/b!1"],
  ["/shares/x/driveItem", undefined],
  ["/sites/s/lists/l/items/7/driveItem", undefined],
])("an item of the drive of %s", (opened, want) => {
  const place = readDrivePlace(`${graph}${opened}/createUploadSession`, "x");
  expect(itemUrlOf(place, "b!1")).toBe(want && graph + want);
});
