import { describe, expect, it } from "vitest";
import type { CommandIndex } from "../../../runtime/shell/command.js";
import { mailProgram } from "./fixture/mail-commands.js";
import { failureId, program as seedProgram, run } from "./fixture/run-shell.js";

const load =
  seedProgram.commands[Object.keys(seedProgram.commands)[0] ?? ""]?.load ?? (() => Promise.reject(new Error()));
const many: CommandIndex = Object.fromEntries(
  ["UserMessage", "UserTodoList", "GroupThread", "BetaGroupPlan"].flatMap((noun) =>
    Array.from({ length: 30 }, (_, index) => [`Get-Mg${noun}${index}`, { summary: `One of ${noun}.`, load }] as const),
  ),
);
const program = { ...seedProgram, commands: many };

describe("mg find", () => {
  it.each<[string[], string[]]>([
    [["photo"], ["Get-MgUserPhotoContent", "Set-MgUserPhotoContent"]],
    [["get-mguser"], ["Get-MgUserMessage", "Get-MgUserPhotoContent"]],
    [["PHOTO", "get"], ["Get-MgUserPhotoContent"]],
    [["photo get"], ["Get-MgUserPhotoContent"]],
    [["nothing"], []],
    [[], ["Get-MgUserMessage", "Remove-MgUserMessage", "Get-MgUserPhotoContent", "Set-MgUserPhotoContent"]],
  ])("%j", async (words, names) => {
    const { code, stdout } = await run(["find", ...words], { program: mailProgram });
    expect([code, stdout.split("\n").filter((line) => /^\S/.test(line))]).toEqual([0, names]);
  });

  it("shows summaries while there are few", async () => {
    expect((await run(["find", "UserMessage7"], { program })).stdout).toBe(
      "Get-MgUserMessage7\n    One of UserMessage.\n",
    );
    expect((await run(["find", "get"], { program })).stdout.split("\n")).toHaveLength(121);
  });
});

describe("with many cmdlets", () => {
  it("the overview counts them by what they are about", async () => {
    const { stdout } = await run(["--help"], { program });
    expect(stdout).toContain("120, by the first word of what they are about:\n      Group (60), User (60)\n");
    expect(stdout).not.toContain("Get-MgUserMessage7");
  });

  it("a part of a name leads to them", async () => {
    const outcome = await run(["help", "usermessage"], { program });
    expect([outcome.code, failureId(outcome)]).toEqual([2, "CommandNotFoundException"]);
    expect(outcome.stderr).toContain("find usermessage lists the 30 cmdlets that have it in their name\n");
  });
});

it("help says where a parameter goes and what the shell makes of it", async () => {
  const { stdout } = await run(["Get-MgUserMessage", "--help"], { program: mailProgram });
  const page = stdout.replaceAll(/\s+/g, " ");
  for (const text of [
    "-Property, --property, -Select <String[]> ($select)",
    "-ConsistencyLevel, --consistency-level <String> (ConsistencyLevel)",
    "-CountVariable, --count-variable, -CV <String> Ask for the number of items too",
    "--output json|ndjson|table|none",
  ])
    expect(page).toContain(text);
});
