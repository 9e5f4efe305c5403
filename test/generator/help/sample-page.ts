import { layout } from "../../../generator/emit/layout.js";
import { render } from "../../../generator/emit/templates.js";
import { autorestView } from "../../../generator/help/autorest-page.js";
import { findDialect } from "../../../generator/help/dialects.js";
import type { HelpPage, PageParameter } from "../../../generator/help/help-page.js";
import { readHelpPage, type ReadPage } from "../../../generator/help/read/read-page.js";

const models = "Example.PowerShell.Models";

/** The page of a cmdlet that adds a shelf to a room: two path parameters, an identity, a body with a type of its own. */
export function samplePage(changes: Partial<HelpPage> = {}): HelpPage {
  const path = ["HouseId", "RoomId"].map((name) => ({ name, mandatory: true }));
  const identity = [{ name: "InputObject", mandatory: true }];
  const whole = [{ name: "BodyParameter", mandatory: true }];
  const fields = ["AdditionalProperties", "Boards", "Id", "Site"].map((name) => ({ name, mandatory: false }));
  return {
    cmdlet: "New-MgHouseRoomShelf",
    module: "Example.Houses",
    onlineVersion: "https://learn.example.com/example.houses/new-mghouseroomshelf",
    frontMatter: {},
    synopsis: "Puts up a shelf. It stays empty, e.g. until books are added.",
    description: "Puts up a shelf. It stays empty, e.g. until books are added.",
    sets: [
      { name: "CreateExpanded", default: true, parameters: [...path, ...fields] },
      { name: "Create", default: false, parameters: [...path, ...whole] },
      { name: "CreateViaIdentity", default: false, parameters: [...identity, ...whole] },
      { name: "CreateViaIdentityExpanded", default: false, parameters: [...identity, ...fields] },
    ],
    parameters: [
      parameter("AdditionalProperties", "System.Collections.Hashtable", { description: "Additional Parameters" }),
      parameter("Boards", "System.Int32", { description: "How many boards. At least <one>." }),
      parameter("BodyParameter", `${models}.IShelf`, { description: "shelf", complex: true, pipeline: true }),
      parameter("Confirm", "System.Management.Automation.SwitchParameter", {
        category: "common",
        description: "Prompts you for confirmation before running the cmdlet.",
        aliases: ["cf"],
      }),
      parameter("HouseId", "System.String", { category: "path", description: "key: id of house" }),
      parameter("Id", "System.String", { description: "." }),
      parameter("InputObject", `${models}.IHousesIdentity`, {
        category: "path",
        description: "Identity Parameter",
        complex: true,
        pipeline: true,
      }),
      parameter("RoomId", "System.String", { category: "path", description: "key: id of room" }),
      parameter("Site", `${models}.ISite[]`, { description: "sites", complex: true, aliases: ["Sites", "Place"] }),
      parameter("WhatIf", "System.Management.Automation.SwitchParameter", {
        category: "common",
        description: "Shows what would happen if the cmdlet runs. The cmdlet is not run.",
        aliases: ["wi"],
      }),
    ],
    aliases: [],
    inputs: [
      { name: "IHousesIdentity", fullName: `${models}.IHousesIdentity` },
      { name: "IShelf", fullName: `${models}.IShelf` },
    ],
    outputs: [{ name: "IShelf", fullName: `${models}.IShelf` }],
    notes: [
      {
        name: "BodyParameter",
        type: "IShelf",
        description: "shelf",
        properties: [
          property("(Any)", "Object", "This indicates any property can be added to this object."),
          property("Boards", "Int32?", "How many boards. At least <one>."),
          property("Id", "String", ""),
          { ...property("Site", "ISite[]", "sites"), properties: [property("Wall", "String", "north or south")] },
        ],
      },
      {
        name: "InputObject",
        type: "IHousesIdentity",
        description: "Identity Parameter",
        properties: [
          property("HouseId", "String", "key: id of house"),
          property("RoomId", "String", "key: id of room"),
        ],
      },
      {
        name: "Site",
        type: "ISite[]",
        description: "sites",
        properties: [{ ...property("Wall", "String", "north or south"), required: true }],
      },
    ],
    examples: [],
    links: [],
    ...changes,
  };
}

export function parameter(name: string, fullName: string, facts: Partial<PageParameter> = {}): PageParameter {
  const short = fullName.slice(fullName.lastIndexOf(".") + 1);
  const type = { name: short, fullName };
  const usual = { category: "body" as const, complex: false, description: "", aliases: [], pipeline: false };
  return { ...usual, name, type, ...facts };
}

export function property(
  name: string,
  type: string,
  description: string,
): HelpPage["notes"][number]["properties"][number] {
  return { name, type, required: false, description, properties: [] };
}

/** The page in the form of AutoRest. */
export function autorestText(page: HelpPage): string {
  return layout(render("autorest.md", autorestView(page)));
}

/** The page in the form of any dialect. */
export function pageText(page: HelpPage, dialect: string): string {
  const { template, view } = findDialect(dialect);
  return layout(render(template, view(page)));
}

export function read(text: string): ReadPage {
  return readHelpPage("page.md", Buffer.from(text));
}
