import { describe, expect, it } from "vitest";
import type { Cmdlet, CmdletParameter } from "../../../runtime/cmdlet/cmdlet.js";
import type { Command, PropertyShape } from "../../../runtime/shell/command.js";
import { readValue } from "../../../runtime/shell/read-values.js";
import { toParameters } from "../../../runtime/shell/request.js";
import { seedCommand } from "./fixture/seed-command.js";

const warnings: string[] = [];

/** Reads the value of a parameter as `mg` does, and makes of it what a cmdlet function takes. */
async function take(parameter: Omit<CmdletParameter, "name">, text: string, shape?: PropertyShape): Promise<unknown> {
  const named = { name: "Given", ...parameter };
  const cmdlet: Cmdlet = { ...seedCommand.cmdlet, parameters: [named] };
  const models: Command["models"] =
    shape === undefined ? {} : { Given: { shape, read: (node) => node.getCollectionOfPrimitiveValues("string") } };
  const command: Command = { ...seedCommand, cmdlet, models };
  const sources = { cwd: import.meta.dirname, readStdin: async () => new Uint8Array() };
  warnings.length = 0;
  const value = await readValue(named, text, sources, { command, warn: (warning) => warnings.push(warning) });
  return shape === undefined ? toParameters(new Map([["Given", value]]), command)["given"] : value;
}

describe("values of the type a parameter has", () => {
  it.each<[string, string, unknown]>([
    ["String[]", "a,b", ["a", "b"]],
    ["String[]", "id, subject", ["id", "subject"]],
    ["String[]", "alone", ["alone"]],
    ["String[]", '["a,b","c"]', ["a,b", "c"]],
    ["String[]", "@('a,b','c')", ["a,b", "c"]],
    ["String[]", "@home", ["@home"]],
    ["Int32[]", "1,2kb", [1, 2048]],
    ["Int32", "0x10", 16],
    ["SwitchParameter", "true", true],
    ["Hashtable", "@{a=1}", { a: 1 }],
    ["Hashtable[]", '[{"a":1},{"b":2}]', [{ a: 1 }, { b: 2 }]],
    ["Hashtable[]", '{"a":1}', [{ a: 1 }]],
    ["Object", "[1]", [1]],
    ["DateTime", "2026-01-02T03:04:05Z", new Date("2026-01-02T03:04:05Z")],
    ["DateTime", "2026-01-02T03:04:05+01:00", new Date("2026-01-02T02:04:05Z")],
    [
      "DateTime[]",
      "2026-01-02T03:04:05Z,2027-01-02T03:04:05Z",
      ["2026", "2027"].map((year) => new Date(`${year}-01-02T03:04:05Z`)),
    ],
    ["TimeSpan", "PT1H30M", "PT1H30M"],
    ["TimeSpan", "01:30", "P0DT1H30M0S"],
    ["TimeSpan", "1.02:03:04.5", "P1DT2H3M4.5S"],
  ])("%s %j", async (type, text, want) => {
    expect(JSON.stringify(await take({ type }, text))).toBe(JSON.stringify(want));
  });

  it.each<[PropertyShape, string, unknown]>([
    [{ type: "enum", values: ["low", "high"] }, "HIGH", "high"],
    [{ type: "array", items: { type: "enum", values: ["low", "high"] } }, "Low,HIGH", ["low", "high"]],
    [{ type: "date" }, "2026-01-02", "2026-01-02"],
    [{ type: "time" }, "10:00:00", "10:00:00"],
  ])("%j %s", async (shape, text, want) => {
    expect(await take({ type: "String" }, text, shape)).toEqual(want);
  });

  it("the path of a file stands for its bytes", async () => {
    const bytes = await take({ type: "String", file: true }, "fixture/bin.ts");
    expect(new TextDecoder().decode(bytes as Uint8Array)).toContain("runShell");
  });

  it.each<[string, string, string, PropertyShape?]>([
    ["Int32[]", "1,two", "The value[1] takes a value of type int32"],
    ["Hashtable[]", "bob", "Write JSON"],
    ["TimeSpan", "soon", 'Cannot convert value "soon" to type "TimeSpan".'],
    ["TimeSpan", "P", 'Cannot convert value "P" to type "TimeSpan".'],
    ["TimeSpan", "PT", 'Cannot convert value "PT" to type "TimeSpan".'],
    ["DateTime", "yesterday", 'Cannot convert value "yesterday"'],
    ["String", "urgent", 'The value takes one of low, high, not "urgent".', { type: "enum", values: ["low", "high"] }],
    ["String", "01/02/2026", "Cannot convert", { type: "date" }],
    ["String", "noon", "Cannot convert", { type: "time" }],
  ])("%s %j is refused", async (type, text, message, shape) => {
    const error = await take({ type }, text, shape).catch((thrown: unknown) => thrown);
    expect((error as Error).message).toContain(message);
  });

  it("a file that cannot be read is refused", async () => {
    await expect(take({ type: "String", file: true }, "missing.bin")).rejects.toThrow(
      "Cannot read missing.bin: no such file.",
    );
    await expect(take({ type: "String", file: true }, "fixture")).rejects.toThrow("not a regular file");
  });

  it("says nothing of further properties of a derived type", async () => {
    const shape: PropertyShape = {
      type: "object",
      shape: () => ({ name: "base", open: true, properties: { name: { type: "string" } } }),
    };
    await take({ type: "IBase" }, '{"nam":"x"}', shape);
    expect(warnings).toHaveLength(1);
    await take({ type: "IBase" }, '{"@odata.type":"#derived","nam":"x"}', shape);
    expect(warnings).toEqual([]);
  });
});
