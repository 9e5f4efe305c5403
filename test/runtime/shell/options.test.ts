import { describe, expect, it } from "vitest";
import { failureId, ids, runSeed } from "./fixture/run-shell.js";

const env = { GRAPH_BASE_URL: "http://127.0.0.1:9" };

describe("values of the shell's own parameters", () => {
  it.each<[string[], string, string, Record<string, string>?]>([
    [
      ["-ErrorAction", "Suspend"],
      "ParameterArgumentValidationError",
      "Continue, SilentlyContinue, Ignore, Stop, Inquire, Break",
    ],
    [["-InformationAction", "x"], "ParameterArgumentValidationError", "-InformationAction"],
    [["--output", "xml"], "ParameterArgumentValidationError", "json, table, none"],
    [[], "ParameterArgumentValidationError", "GRAPH_OUTPUT", { GRAPH_OUTPUT: "xml" }],
    [["--progress", "bar"], "ParameterArgumentValidationError", "json, none"],
    [["--timeout", "soon"], "CannotConvertArgumentNoMessage", "--timeout"],
    [["--timeout=-1"], "CannotConvertArgumentNoMessage", "--timeout"],
    [["--timeout", "0"], "CannotConvertArgumentNoMessage", "--timeout"],
    [[], "CannotConvertArgumentNoMessage", "GRAPH_TIMEOUT_MS", { GRAPH_TIMEOUT_MS: "1s" }],
    [["--input", "file"], "ParameterArgumentValidationError", "--input"],
    [["--input", "-", "--no-stdin"], "ParameterArgumentValidationError", "--no-stdin"],
    [["--environment", "Mars"], "ParameterArgumentValidationError", "Global, China"],
    [["-OutVariable", "x"], "ParameterArgumentValidationError", "no variables between processes"],
    [["-ErrorVariable", "x"], "ParameterArgumentValidationError", "no variables between processes"],
    [[], "InvalidBaseUrl", "must be https", { GRAPH_BASE_URL: "http://graph.example" }],
    [[], "InvalidBaseUrl", "is not a URL", { GRAPH_BASE_URL: "graph" }],
  ])("%j is refused", async (args, id, text, variables = env) => {
    const outcome = await runSeed([...ids, "-WhatIf", ...args], { env: variables });
    expect(failureId(outcome)).toBe(id);
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toContain(text);
  });

  it.each<[string[]]>([
    [["-ErrorAction", "stop"]],
    [["-InformationAction", "Continue"]],
    [["-ProgressAction", "ignore"]],
    [["-OutBuffer", "5"]],
    [["-PipelineVariable", "x"]],
    [["-Confirm:$false"]],
    [["-Confirm"]],
    [["--output", "JSON"]],
    [["--timeout", "1.5"]],
    [["--no-input", "--no-stdin"]],
  ])("%j is taken", async (args) => {
    expect((await runSeed([...ids, "-WhatIf", ...args], { env })).code).toBe(0);
  });

  it.each<[string[], Record<string, string>, string]>([
    [[], {}, "https://graph.microsoft.com/v1.0/"],
    [["--environment", "china"], {}, "https://microsoftgraph.chinacloudapi.cn/v1.0/"],
    [[], env, "http://127.0.0.1:9/v1.0/"],
    [["--environment", "China"], env, "http://127.0.0.1:9/v1.0/"],
  ])("%j with %j goes to %s", async (args, variables, url) => {
    const { stdout } = await runSeed([...ids, "-WhatIf", ...args], { env: variables });
    expect((JSON.parse(stdout) as { url: string }).url).toMatch(new RegExp(`^${url}groups/`));
  });

  it("warnings are hidden when asked to", async () => {
    const args = [...ids, "-WhatIf", "-AttachmentItem", '{"nam":"x"}'];
    expect((await runSeed(args)).stderr).toContain("WARNING: nam is not a property of attachmentItem");
    expect((await runSeed([...args, "-WarningAction", "Ignore"])).stderr).not.toContain("WARNING");
  });

  it("a failure is also one JSON object when JSON is asked for", async () => {
    const { stderr } = await runSeed(["-GroupId", "g", "-Nope", "x", "--output", "json"]);
    const last = stderr.trim().split("\n").at(-1) ?? "";
    expect(JSON.parse(last)).toMatchObject({
      error: { id: "NamedParameterNotFound", parameter: "Nope", exitCode: 2, hints: [] },
    });
    expect(stderr).toMatch(
      /^mg: A parameter cannot be found that matches parameter name 'Nope'\.\n\+ NamedParameterNotFound,New-Mg/,
    );
  });
});
