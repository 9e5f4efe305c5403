import { describe, expect, it } from "vitest";
import { ParameterBindingError } from "../../../runtime/cmdlet/errors.js";
import { bindArguments } from "../../../runtime/shell/binder.js";
import { withInFile } from "../../../runtime/shell/in-file.js";
import { parametersOf, toKebab } from "../../../runtime/shell/parameters.js";
import { readTokens } from "../../../runtime/shell/tokens.js";
import { seedCommand } from "./fixture/seed-command.js";

const parameters = parametersOf(withInFile(seedCommand));
const bind = (...args: string[]) => Object.fromEntries(bindArguments(readTokens(args), parameters));

function refusal(...args: string[]): ParameterBindingError {
  try {
    bind(...args);
  } catch (error) {
    if (error instanceof ParameterBindingError) return error;
    throw error;
  }
  throw new Error(`${args.join(" ")} was bound`);
}

describe("names", () => {
  it.each([
    ["-GroupId", "GroupId"],
    ["-groupid", "GroupId"],
    ["-GROUPID", "GroupId"],
    ["--group-id", "GroupId"],
    ["--groupid", "GroupId"],
    ["-group-id", "GroupId"],
    ["-G", "GroupId"],
    ["-P", "PostId"],
    ["-I", "InputObject"],
    ["-In", "InputObject"],
    ["-Input", "InputObject"],
    ["-B", "BodyParameter"],
    ["-ConversationT", "ConversationThreadId"],
    ["-conversationi", "ConversationId"],
    ["-At", "AttachmentItem"],
    ["-Ad", "AdditionalProperties"],
    ["-ea", "ErrorAction"],
    ["-ErrorA", "ErrorAction"],
    ["-wa", "WarningAction"],
    ["-proga", "ProgressAction"],
    ["-Progress", "ProgressAction"],
    ["--progress", "--progress"],
    ["-ov", "OutVariable"],
    ["-Pi", "PipelineVariable"],
    ["-InFile", "InFile"],
    ["-infile", "InFile"],
    ["--in-file", "InFile"],
    ["--output", "--output"],
    ["--OUTPUT", "--output"],
    ["--input", "--input"],
    ["--timeout", "--timeout"],
  ])("%s is %s", (argument, name) => expect(bind(argument, "x")).toEqual({ [name]: "x" }));

  it.each([
    ["-Wh", "WhatIf"],
    ["-wi", "WhatIf"],
    ["-cf", "Confirm"],
    ["-Conf", "Confirm"],
    ["-D", "Debug"],
    ["-db", "Debug"],
    ["-V", "Verbose"],
    ["-vb", "Verbose"],
    ["--what-if", "WhatIf"],
    ["--no-input", "--no-input"],
    ["--no-stdin", "--no-stdin"],
  ])("%s is the switch %s", (argument, name) => expect(bind(argument)).toEqual({ [name]: true }));

  it.each<[string, string, string?]>([
    ["-Conv", "-ConversationId -ConversationThreadId"],
    ["-C", "-ConversationId -ConversationThreadId -Confirm"],
    ["-A", "-AdditionalProperties -AttachmentItem"],
    ["-W", "-WarningAction -WarningVariable -WhatIf"],
    ["-O", "-OutBuffer -OutVariable"],
    ["-E", "-ErrorAction -ErrorVariable"],
  ])("%s is ambiguous", (argument, possible) => {
    const { id, text } = refusal(argument, "x");
    expect(id).toBe("AmbiguousParameter");
    expect(text).toContain(`'${argument.slice(1)}' is ambiguous. Possible matches include: ${possible}.`);
  });

  it.each<[string, string | undefined]>([
    ["-Nope", undefined],
    ["-GroupIdd", "did you mean -GroupId?"],
    ["--conversaton-id", "did you mean -ConversationId?"],
    ["-InFil", "did you mean -InFile?"],
    ["--outptu", "did you mean --output?"],
    ["-Output", "did you mean --output?"],
    ["--time", undefined],
  ])("%s is not found", (argument, hint) => {
    expect(refusal(argument, "x")).toMatchObject({ id: "NamedParameterNotFound", hint });
  });

  it.each([
    ["ConversationThreadId", "conversation-thread-id"],
    ["IPAddress", "ip-address"],
    ["InFile", "in-file"],
    ["Id2Name", "id2-name"],
  ])("%s in kebab form is %s", (name, kebab) => expect(toKebab(name)).toBe(kebab));
});

describe("values", () => {
  it.each<[string[], Record<string, string | boolean>]>([
    [["-GroupId:x"], { GroupId: "x" }],
    [["-GroupId=x"], { GroupId: "x" }],
    [["--group-id=x"], { GroupId: "x" }],
    [["--group-id=-x"], { GroupId: "-x" }],
    [["-GroupId:-PostId"], { GroupId: "-PostId" }],
    [["--group-id="], { GroupId: "" }],
    [["-GroupId:", "x"], { GroupId: "x" }],
    [["-GroupId", "-x9_unknown"], { GroupId: "-x9_unknown" }],
    [["-GroupId", "-x=y"], { GroupId: "-x=y" }],
    [["-GroupId", "-12"], { GroupId: "-12" }],
    [["-GroupId", "-"], { GroupId: "-" }],
    [["-GroupId", ""], { GroupId: "" }],
    [["-WhatIf"], { WhatIf: true }],
    [["-WhatIf:$true"], { WhatIf: true }],
    [["-Confirm:$false"], { Confirm: false }],
    [["-Confirm:False"], { Confirm: false }],
    [["-Confirm:0"], { Confirm: false }],
    [["--confirm=false"], { Confirm: false }],
    [["-Confirm:", "$false"], { Confirm: false }],
    [["--no-confirm"], { Confirm: false }],
    [["--no-what-if"], { WhatIf: false }],
    [["-WhatIf", "-GroupId", "x"], { WhatIf: true, GroupId: "x" }],
    [["\u2013GroupId", "x", "\u2014whatif"], { GroupId: "x", WhatIf: true }],
  ])("%j", (args, want) => expect(bind(...args)).toEqual(want));

  it.each<[string[], string, string?]>([
    [["stray"], "PositionalParameterNotFound"],
    [["-GroupId", "x", "stray"], "PositionalParameterNotFound"],
    [["--", "-GroupId"], "PositionalParameterNotFound"],
    [["-WhatIf", "$false"], "PositionalParameterNotFound", "-WhatIf:$false"],
    [["-Confirm", "false"], "PositionalParameterNotFound", "-Confirm:$false"],
    [["-GroupId"], "MissingArgument"],
    [["-GroupId:"], "MissingArgument"],
    [["-GroupId", "-PostId", "x"], "MissingArgument", "-GroupId:-PostId or --group-id=-PostId"],
    [["-GroupId", "-P", "x"], "MissingArgument", "-GroupId:-P or --group-id=-P"],
    [["-GroupId", "-nope:x"], "MissingArgument", "-GroupId:-nope:x"],
    [["-GroupId", "--output"], "MissingArgument"],
    [["-GroupId", "-Conv"], "AmbiguousParameter"],
    [["-Confirm:"], "MissingArgument", "-Confirm:false"],
    [["-Confirm:", "-GroupId", "x"], "MissingArgument"],
    [["-Confirm:maybe"], "CannotConvertArgumentNoMessage"],
    [["-GroupId", "x", "--group-id", "y"], "ParameterAlreadyBound"],
    [["-WhatIf", "-wi"], "ParameterAlreadyBound"],
    [["-G", "x", "-Conv", "y"], "AmbiguousParameter"],
    [["--no-group-id"], "NamedParameterNotFound"],
  ])("%j is refused with %s", (args, id, hint = "") => {
    const error = refusal(...args);
    expect(error.id).toBe(id);
    expect(error.hint ?? "").toContain(hint);
  });
});
