import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pageText, parameter, samplePage } from "./sample-page.js";

test.each(["platyps-0.14", "platyps-1.0"])("a page in the form of %s", (dialect) => {
  const golden = readFileSync(new URL(`pages/${dialect}.txt`, import.meta.url), "utf8");
  const links = [{ text: "", url: "https://learn.example.com/example.houses/new-mghouseroomshelf" }];
  expect(pageText(samplePage({ links }), dialect)).toBe(golden);
});

test.each([
  ["platyps-0.14", 111, 1],
  ["platyps-0.14", 112, 2],
  ["platyps-1.0", 100, 1],
  ["platyps-1.0", 101, 2],
])("%s: a line of %d columns makes %d", (dialect, columns, count) => {
  const name = "x".repeat(columns - "New-MgHouseRoomShelf - <String>".length);
  const page = samplePage({
    notes: [],
    parameters: [parameter(name, "System.String", { category: "path" })],
    sets: [{ name: "Get", default: true, parameters: [{ name, mandatory: true }] }],
  });
  const block = /```\n(New-MgHouseRoomShelf[^`]*)```/.exec(pageText(page, dialect))?.[1] ?? "";
  expect(block.trimEnd().split("\n")).toHaveLength(count + 1);
});

test("PlatyPS 1.0 shows a mandatory switch as such, 0.14 does not; defaults differ from None", () => {
  const page = samplePage({
    notes: [],
    parameters: [parameter("Force", "System.Management.Automation.SwitchParameter"), parameter("Top", "System.Int32")],
    sets: [
      {
        name: "Get",
        default: true,
        parameters: [
          { name: "Top", mandatory: false },
          { name: "Force", mandatory: true },
        ],
      },
    ],
  });
  expect(pageText(page, "platyps-0.14")).toContain("Shelf [-Top <Int32>] [-Force] [<CommonParameters>]");
  expect(pageText(page, "platyps-1.0")).toContain("Shelf -Force [-Top <int>] [<CommonParameters>]");
  expect(pageText(page, "platyps-0.14").match(/Default value: .*/g)).toEqual([
    "Default value: False",
    "Default value: 0",
  ]);
  expect(pageText(page, "platyps-1.0").match(/DefaultValue: .*/g)).toEqual(["DefaultValue: False", "DefaultValue: 0"]);
});
