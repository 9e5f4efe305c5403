import { describe, expect, it } from "vitest";
import { nameKey, readTokens } from "../../../runtime/shell/tokens.js";

const value = (text: string): object => ({ kind: "value", text });
const parameter = (written: string, name: string, rest: object = {}): object => ({
  kind: "parameter",
  written,
  name,
  singleDash: /^-[^-]/.test(written),
  ...rest,
});

describe("arguments", () => {
  it.each<[string[], unknown[]]>([
    [
      ["-Name", "v"],
      [parameter("-Name", "Name"), value("v")],
    ],
    [
      ["--name", "v"],
      [parameter("--name", "name"), value("v")],
    ],
    [["-Name:v"], [parameter("-Name:v", "Name", { separator: ":", value: "v" })]],
    [["-Name:-v"], [parameter("-Name:-v", "Name", { separator: ":", value: "-v" })]],
    [["--name=v"], [parameter("--name=v", "name", { separator: "=", value: "v" })]],
    [["-Name=v"], [parameter("-Name=v", "Name", { separator: "=", value: "v" })]],
    [["--name="], [parameter("--name=", "name", { separator: "=", value: "" })]],
    [["--name=a=b:c"], [parameter("--name=a=b:c", "name", { separator: "=", value: "a=b:c" })]],
    [["-Name:a\nb"], [parameter("-Name:a\nb", "Name", { separator: ":", value: "a\nb" })]],
    [
      ["-Name:", "v"],
      [parameter("-Name:", "Name", { separator: ":" }), value("v")],
    ],
    [["-?"], [parameter("-?", "?")]],
    [["-"], [value("-")]],
    [["-12"], [value("-12")]],
    [["-0.5"], [value("-0.5")]],
    [["-.5"], [value("-.5")]],
    [["---x"], [value("---x")]],
    [["{}"], [value("{}")]],
    [[""], [value("")]],
    [
      ["--", "-Name", "--"],
      [value("-Name"), value("--")],
    ],
    [
      ["-A", "--", "-B"],
      [parameter("-A", "A"), value("-B")],
    ],
    [
      ["\u2013Name", "v"],
      [parameter("\u2013Name", "Name"), value("v")],
    ],
    [["\u2014name:v"], [parameter("\u2014name:v", "name", { separator: ":", value: "v" })]],
    [["\u2015Name"], [parameter("\u2015Name", "Name")]],
    [["\u2013\u2013name"], [parameter("\u2013\u2013name", "name")]],
  ])("%j", (args, want) => expect(readTokens(args)).toEqual(want));

  it.each([
    ["GroupId", "groupid"],
    ["group-id", "groupid"],
    ["groupid", "groupid"],
    ["GROUP-ID", "groupid"],
    ["New-MgGroup", "newmggroup"],
    ["?", "?"],
  ])("the key of %s is %s", (name, key) => expect(nameKey(name)).toBe(key));
});
