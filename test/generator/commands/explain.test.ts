import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { explain } from "../../../generator/commands/explain.js";
import { baseSpecs, inSpecsFolder } from "../scenario.js";
import { run } from "./run.js";

const root = join(import.meta.dirname, "../../..");

describe("a cmdlet", () => {
  test.each(["New-MgUserMessageAttachmentUploadSession", "new-mgusermessageattachmentuploadsession"])(
    "%s",
    async (name) => {
      const { code, stdout, stderr } = await run(explain, [name], root);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toMatch(/^New-MgUserMessageAttachmentUploadSession of Microsoft\.Graph\.Users\.Actions\n/);
      expect(stdout).toContain(
        'parameter MessageId: String; mandatory; in CreateExpanded, Create; "The unique identifier of message"\n' +
          "    path parameter message-id, line 7\n",
      );
      expect(stdout).toContain(
        "method: POST\n    taken over from New-MgGroupConversationThreadPostAttachmentUploadSession, specs/cmdlets/Microsoft.Graph.Groups/New-MgGroupConversationThreadPostAttachmentUploadSession.yaml:6:11\n",
      );
    },
  );

  test("by an alias", async () => {
    const path = "cmdlets/New-MgGroupNotePage.yaml";
    await inSpecsFolder({ ...baseSpecs, [path]: `${baseSpecs[path]!}aliases: [New-MgPage]\n` }, async (folder) => {
      const { stdout } = await run(explain, ["New-MgPage", "--specs", folder]);
      expect(stdout).toMatch(/^New-MgGroupNotePage of Example\.Groups\n/);
    });
  });

  test("a misspelt one", async () => {
    const { code, stderr } = await run(explain, ["New-MgUserMesageAttachmentUploadSession"], root);
    expect(code).toBe(2);
    expect(stderr).toBe(
      'graphlet: no spec describes "New-MgUserMesageAttachmentUploadSession"; did you mean New-MgUserMessageAttachmentUploadSession?\n',
    );
  });

  test("in specs that are wrong", async () => {
    await inSpecsFolder({ ...baseSpecs, "schemas/page.yaml": "schema: page\n" }, async (folder) => {
      const { code, stdout, stderr } = await run(explain, ["New-MgGroupNotePage", "--specs", folder]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("schemas/page.yaml:1:1 schema/missing-key the key properties is missing\n");
    });
  });
});

describe("a diagnostic code", () => {
  test("needs no specs", async () => {
    const { code, stdout } = await run(explain, ["path/unbound", "--specs", "nowhere"]);
    expect(code).toBe(0);
    expect(stdout).toBe(
      "path/unbound: a path parameter that a parameter set does not supply\n\nWhat to do: add the parameter to the set.\n",
    );
  });

  test("misspelt", async () => {
    const { code, stderr } = await run(explain, ["path/unbund"], root);
    expect(code).toBe(2);
    expect(stderr).toBe('graphlet: no spec describes "path/unbund"; did you mean path/unbound?\n');
  });

  test("is no property of all objects", async () => {
    expect((await run(explain, ["toString"], root)).code).toBe(2);
  });
});

test.each([[[]], [["a", "b"]]])("%j is refused", async (args) => {
  const { code, stderr } = await run(explain, args);
  expect(code).toBe(2);
  expect(stderr).toMatch(/^graphlet: name one cmdlet or diagnostic code\nusage: graphlet explain /);
});
