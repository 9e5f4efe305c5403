import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failureId, ids, runSeed } from "./fixture/run-shell.js";
import { startScriptedServer, type ScriptedServer } from "./fixture/scripted-server.js";

const collection = "/v1.0/groups/g/conversations/c/threads/t/posts/p/attachments";

let folder: string;
let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer({ status: 500 });
  folder = mkdtempSync(join(tmpdir(), "mg-what-if-"));
  writeFileSync(join(folder, "photo.jpg"), new Uint8Array(8_000_000));
  writeFileSync(join(folder, "note.txt"), "hello");
  writeFileSync(join(folder, "empty"), "");
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const plan = (...args: string[]) =>
  runSeed([...ids, "-WhatIf", ...args], { cwd: folder, env: { GRAPH_BASE_URL: server.baseUrl } });

describe("-WhatIf", () => {
  it("says what PowerShell says, and shows the request", async () => {
    const { code, stderr, json } = await plan("-AttachmentItem", "@{AttachmentType='FILE';Name='x';Size=5}");
    expect(code).toBe(0);
    expect(stderr).toBe(
      'What if: Performing the operation "New-MgGroupConversationThreadPostAttachmentUploadSession_CreateExpanded" on target ' +
        "\"Call remote 'POST /groups/{group-id}/conversations/{conversation-id}/threads/{conversationThread-id}/posts/{post-id}/attachments/microsoft.graph.createUploadSession' operation\".\n",
    );
    expect(json()).toEqual({
      method: "POST",
      url: `${new URL(server.baseUrl).origin}${collection}/createUploadSession`,
      headers: { Accept: "application/json", "Content-Type": "application/json" },
      body: { AttachmentItem: { attachmentType: "file", name: "x", size: 5 } },
      parameterSet: "CreateExpanded",
    });
  });

  it("with -InFile: the session and its ranges", async () => {
    expect((await plan("-InFile", "photo.jpg")).json()).toMatchObject({
      url: expect.stringContaining(`${collection}/createUploadSession`) as unknown,
      body: {
        AttachmentItem: { attachmentType: "file", name: "photo.jpg", size: 8_000_000, contentType: "image/jpeg" },
      },
      ranges: {
        count: 3,
        rangeSize: 3_932_160,
        first: "bytes 0-3932159/8000000",
        last: "bytes 7864320-7999999/8000000",
      },
    });
  });

  it("with a small file: the one request", async () => {
    const outcome = await plan(
      "--in-file=note.txt",
      "-AttachmentItem",
      '{"name":"hello","isInline":true,"contentId":"c","size":5}',
    );
    const request = outcome.json() as Record<string, unknown>;
    expect(request).toMatchObject({
      body: {
        "@odata.type": "#microsoft.graph.fileAttachment",
        name: "hello",
        isInline: true,
        contentId: "c",
        contentBytes: "… 5 bytes in base64",
      },
    });
    expect(new URL(String(request["url"])).pathname).toBe(collection);
    expect(request).not.toHaveProperty("ranges");
  });

  it.each<[string[], string, string]>([
    [["-InFile", "missing"], "sourceMissing", "no such file"],
    [["-InFile", "."], "sourceNotRegularFile", "a directory"],
    [["-InFile", "empty"], "emptySource", "empty"],
    [["-InFile", ""], "ParameterArgumentValidationErrorEmptyStringNotAllowed", "'InFile'"],
    [
      ["-InFile", "note.txt", "-AttachmentItem", '{"size":6}'],
      "ParameterArgumentValidationError",
      "size is 6, but the file has 5 bytes",
    ],
    [
      ["-InFile", "note.txt", "-AttachmentItem", '{"attachmentType":"item"}'],
      "ParameterArgumentValidationError",
      'uploads a file, not "item"',
    ],
    [
      ["-InFile", "note.txt", "-AttachmentItem", '{"x":1}'],
      "ParameterArgumentValidationError",
      "x cannot be combined with -InFile",
    ],
    [
      ["-InFile", "note.txt", "-AdditionalProperties", "{}"],
      "ParameterArgumentValidationError",
      "'AdditionalProperties'",
    ],
  ])("%j is refused as without it", async (args, id, text) => {
    const outcome = await plan(...args);
    expect([failureId(outcome), outcome.code, outcome.stdout]).toEqual([id, 2, ""]);
    expect(outcome.stderr).toContain(text);
  });

  it("wins over -Confirm, needs no token, sends nothing and writes nothing", async () => {
    expect((await plan("-Confirm", "-InFile", "photo.jpg")).code).toBe(0);
    expect(server.requests).toEqual([]);
    expect(readdirSync(folder).toSorted()).toEqual(["empty", "note.txt", "photo.jpg"]);
  });
});
