import { describe, expect, test } from "vitest";
import { describeFile, type FileDescription } from "../../../runtime/graph/file-description.js";
import { dialects, findDialect, goesWhole, type TargetDialect } from "../../../runtime/graph/target-dialects.js";
import { uploadHosts } from "../../../runtime/graph/upload-hosts.js";
import { SecretUrl } from "../../../runtime/upload/secret-url.js";
import { checkUploadHost } from "../../../runtime/upload/upload-hosts.js";
import { clouds } from "../../../generated/clouds.js";
import { memorySource } from "./memory-source.js";

const source = memorySource(5, "/tmp/.report.pdf");
const pdf = "application/pdf";

test.each<[TargetDialect, FileDescription, object]>([
  ["outlook", {}, { attachmentType: "file", name: "report.pdf", size: 5, contentType: pdf }],
  [
    "outlook",
    { name: "a.txt", isInline: true, contentId: "c" },
    { attachmentType: "file", name: "a.txt", size: 5, contentType: "text/plain", isInline: true, contentId: "c" },
  ],
  ["todo", { contentType: "x/y" }, { attachmentType: "file", name: "report.pdf", size: 5, contentType: "x/y" }],
  ["drive", {}, { fileSize: 5, additionalData: {} }],
  [
    "drive",
    { name: "b/a.txt", conflictBehavior: "rename", properties: { description: "d", additionalData: { x: 1 } } },
    {
      name: "a.txt",
      fileSize: 5,
      description: "d",
      additionalData: { x: 1, "@microsoft.graph.conflictBehavior": "rename" },
    },
  ],
  ["print", {}, { documentName: ".report.pdf", contentType: pdf, size: 5 }],
  ["print", { name: "a", contentType: "x/y" }, { documentName: "a", contentType: "x/y", size: 5 }],
])("a file for %s, said of it %j", (target, description, want) => {
  expect(describeFile(target, source, description)).toEqual(want);
});

test.each<[TargetDialect, FileDescription, string]>([
  ["todo", { isInline: false }, "isInline"],
  ["todo", { contentId: "c" }, "contentId"],
  ["drive", { contentType: pdf }, "contentType"],
  ["print", { isInline: true }, "isInline"],
  ["print", { conflictBehavior: "fail" }, "conflictBehavior"],
  ["outlook", { properties: {} }, "properties"],
])("for %s, %j means nothing", (target, description, key) => {
  expect(() => describeFile(target, source, description)).toThrow(
    expect.objectContaining({
      code: "invalidOption",
      message: `${key} means nothing for the upload dialect ${target}`,
    }) as Error,
  );
});

test.each<[TargetDialect, number, boolean]>([
  ["outlook", 0, false],
  ["outlook", 1, true],
  ["outlook", 2_999_999, true],
  ["outlook", 3_000_000, false],
  ["todo", 0, false],
  ["todo", 1, false],
  ["drive", 0, true],
  ["drive", 1, false],
  ["print", 0, false],
  ["print", 1, false],
])("for %s, %i bytes in one request: %s", (target, size, want) => {
  expect(goesWhole(target, size)).toBe(want);
});

test("a checkpoint's dialect is known by its name", () => {
  expect(findDialect("outlook")).toEqual({ target: "outlook", dialect: dialects.outlook });
  expect(findDialect("onedrive-business")).toEqual({ target: "drive", dialect: dialects.drive });
  expect(findDialect("onedrive-personal")).toMatchObject({ target: "drive", dialect: { deferredCommit: "sourceUrl" } });
  expect(findDialect("tape")).toBeUndefined();
});

/** Whether an upload URL may be used. */
function takes(target: TargetDialect, cloudName: string | undefined, url: string): boolean {
  const cloud = clouds.find(({ name }) => name === cloudName);
  const graph = `https://${cloud?.graph ?? "graph.microsoft.com"}/v1.0`;
  try {
    checkUploadHost(new SecretUrl(url), uploadHosts(target, dialects[target], graph, cloud));
    return true;
  } catch {
    return false;
  }
}

describe("the hosts of upload URLs", () => {
  test.each<[TargetDialect, string | undefined, string]>([
    ["drive", undefined, "https://contoso.sharepoint.com/sites/a/_api/v2.0/x"],
    ["drive", undefined, "https://contoso-my.sharepoint.com/personal/x"],
    ["drive", "Global", "https://sn3302.up.1drv.com/up/x"],
    ["drive", "Global", "https://api.onedrive.com/rup/x"],
    ["drive", "USGov", "https://contoso.sharepoint.us/x"],
    ["drive", "USGovDoD", "https://contoso.sharepoint-mil.us/x"],
    ["drive", "China", "https://contoso.sharepoint.cn/x"],
    ["print", "Global", "https://print.print.microsoft.com/uploadSessions/x"],
    ["outlook", "USGov", "https://outlook.office365.us/x"],
    ["todo", "China", "https://microsoftgraph.chinacloudapi.cn/v1.0/x"],
  ])("%s in %s: %s", (target, cloud, url) => {
    expect(takes(target, cloud, url)).toBe(true);
  });

  test.each<[TargetDialect, string | undefined, string]>([
    ["drive", "Global", "https://sharepoint.com/x"],
    ["drive", "Global", "https://evilsharepoint.com/x"],
    ["drive", "Global", "https://contoso.sharepoint.com.evil.example/x"],
    ["drive", "Global", "https://contoso.sharepoint.com:444/x"],
    ["drive", "Global", "https://contoso.sharepoint.com@evil.example/x"],
    ["drive", "Global", "https://.sharepoint.com/x"],
    ["drive", "Global", "http://contoso.sharepoint.com/x"],
    ["drive", "Global", "http://127.0.0.1:8123/spo/x"],
    ["drive", "Global", "https://outlook.office.com/x"],
    ["drive", "China", "https://contoso.sharepoint.com/x"],
    ["drive", "USGov", "https://contoso.sharepoint.com/x"],
    ["print", "USGov", "https://print.print.microsoft.com/uploadSessions/x"],
    ["print", undefined, "https://contoso.sharepoint.com/x"],
    ["outlook", "China", "https://outlook.office.com/x"],
    ["todo", "Global", "https://graph.microsoft.us/v1.0/x"],
  ])("not %s in %s: %s", (target, cloud, url) => {
    expect(takes(target, cloud, url)).toBe(false);
  });
});
