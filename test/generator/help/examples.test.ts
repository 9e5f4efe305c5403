import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { literal, powershellExample } from "../../../generator/help/powershell.js";
import { shellExample, shellUpload } from "../../../generator/help/shell.js";
import { projectModel } from "../generate/printed.js";

describe("PowerShell", () => {
  test.each([
    ["text", '"text"'],
    ["it's", `"it's"`],
    ['say "hi"', `'say "hi"'`],
    ["$(Remove-Item x)", "'$(Remove-Item x)'"],
    ["a`b", "'a`b'"],
    ["costs $1, it's", "'costs $1, it''s'"],
    ["it\u2019s $x", "'it\u2019\u2019s $x'"],
    [true, "$true"],
    [false, "$false"],
    [null, "$null"],
    [3483322, "3483322"],
    [{}, "@{\n}"],
    [{ A: 1, "b-c": 2 }, '@{\n\tA = 1\n\t"b-c" = 2\n}'],
    [["x", { A: 1 }], '@(\n\t"x"\n\t@{\n\t\tA = 1\n\t}\n)'],
  ])("%j", (value, expected) => expect(literal(value, "")).toBe(expected));

  test("an argument is a variable or a text", () => {
    const parameters = [
      { name: "UserId", value: "$userId" },
      { name: "MessageId", value: "$(x)" },
    ];
    const lines = powershellExample({
      kind: "call",
      title: "",
      cmdlet: "New-X",
      module: "M",
      comment: "Why.",
      parameters,
    });
    expect(lines).toEqual(["Import-Module M", "", "# Why.", "New-X -UserId $userId -MessageId '$(x)'"]);
  });
});

describe("a POSIX shell", () => {
  test("binds an example's texts as they are", () => {
    const values = ["plain", "two words", "it's", '$(touch x) `x` \\ "', "*", "", "-x", "a;b"];
    const parameters = values.map((value, index) => ({ name: `P${index}`, value }));
    const body = { A: "it's <b>" };
    const call = shellExample("print", { kind: "call", title: "", cmdlet: "New-X", module: "M", parameters, body });
    const print = `print() { printf '%s\\0' "$@"; }; ${call}`;
    expect(execFileSync("sh", ["-c", print], { encoding: "utf8" }).split("\0").slice(0, -1)).toEqual([
      "New-X",
      ...values.flatMap((value, index) => [`--p${index}`, value]),
      "--body-parameter",
      JSON.stringify(body),
    ]);
  });

  test("a variable stays one", () => {
    const call = shellExample("mg", {
      kind: "call",
      title: "",
      cmdlet: "New-X",
      module: "M",
      parameters: [{ name: "UserId", value: "$userId" }],
    });
    expect(call).toBe('mg New-X \\\n  --user-id "$userId"');
  });

  test("an upload takes the path parameters in path order and a file", async () => {
    const cmdlet = (await projectModel()).cmdlets.find(
      ({ name }) => name === "New-MgUserMessageAttachmentUploadSession",
    );
    expect(shellUpload("mg", cmdlet!)).toBe(
      'mg New-MgUserMessageAttachmentUploadSession \\\n  --user-id "$userId" \\\n  --message-id "$messageId" \\\n  --in-file report.pdf',
    );
  });
});
