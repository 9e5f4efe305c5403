import { describe, expect, test } from "vitest";
import { renameDigits } from "../../../generator/conformance/digits.js";
import type { HelpPage, PageSet } from "../../../generator/help/help-page.js";
import { parameter, property, samplePage } from "../help/sample-page.js";

const models = "Example.PowerShell.Models";

/** The sample page with other names of sets or types. */
function renamed(page: HelpPage, names: Record<string, string>): HelpPage {
  const pattern = new RegExp(
    `(?<=")(Example\\.PowerShell\\.Models\\.)?(${Object.keys(names).join("|")})(?=(\\[\\])?")`,
    "g",
  );
  const text = JSON.stringify(page).replace(pattern, (_, space = "", name: string) => `${space}${names[name]}`);
  return JSON.parse(text) as HelpPage;
}

describe("the official digits", () => {
  test("stand behind sets and model types, wherever the page names them", () => {
    const official = renamed(samplePage(), {
      CreateExpanded: "CreateExpanded1",
      CreateViaIdentity: "CreateViaIdentity12",
      IShelf: "IShelf1",
      ISite: "ISite2",
    });
    expect(official).not.toEqual(samplePage());
    expect(renameDigits(samplePage(), official)).toEqual(official);
    expect(renameDigits(official, samplePage())).toEqual(samplePage());
  });

  test("change nothing on a page that has the same", () => {
    const page = samplePage();
    expect(renameDigits(page, samplePage())).toEqual(page);
    expect(page).toEqual(samplePage());
  });

  test.each([
    ["Int32", "Int64"],
    ["IShelf", "IShelves1"],
    ["String", "String1"],
    ["IShelf", "IShelf[]"],
  ])("%s does not become %s", (ours, official) => {
    expect(renameDigits(withType(ours), withType(official))).toEqual(withType(ours));
  });

  test("in arrays and type arguments", () => {
    const official = withType("IDictionary<String, ISite1[]>");
    expect(renameDigits(withType("IDictionary<String, ISite[]>"), official)).toEqual(official);
  });

  test("sets of one stem are told apart by their parameters, else by their order", () => {
    const ours = samplePage({
      sets: [set("Get", "A"), set("Get1", "B"), set("List", "C"), set("List1", "D"), set("Add")],
    });
    const official = samplePage({
      sets: [set("Get2", "B"), set("Get5", "A"), set("List3", "X"), set("List4"), set("Adds")],
    });
    const names = renameDigits(ours, official).sets.map(({ name }) => name);
    expect(names).toEqual(["Get5", "Get2", "List3", "List4", "Add"]);
  });
});

test("texts, orders and what is missing stay ours", () => {
  const official = samplePage({ synopsis: "other", parameters: [], notes: [], inputs: [], sets: [] });
  expect(renameDigits(samplePage(), official)).toEqual(samplePage());
});

function set(name: string, ...own: string[]): PageSet {
  return { name, default: false, parameters: own.map((each) => ({ name: each, mandatory: true })) };
}

function withType(type: string): HelpPage {
  return samplePage({
    parameters: [parameter("Boards", `${models}.${type}`)],
    inputs: [{ name: type, fullName: `${models}.${type}` }],
    notes: [{ name: "Boards", type, description: "", properties: [property("Inner", type, "")] }],
  });
}
