import type { HelpPage, NotesProperty, PageParameter } from "../../../../generator/help/help-page.js";
import { parameter, property } from "../../help/sample-page.js";

// Pages of invented cmdlets, as AutoRest and PlatyPS would have made them.

const models = "Microsoft.Graph.PowerShell.Models";
const switchType = "System.Management.Automation.SwitchParameter";

export const any = property("(Any)", "Object", "This indicates any property can be added to this object.");

const identity = {
  name: "InputObject",
  type: "IHousesIdentity",
  description: "Identity Parameter",
  properties: ["HouseId", "RoomId", "ShelfId"].map((name) => property(name, "String", `key: id of ${id(name)}`)),
};

function id(name: string): string {
  return name.replace(/Id$/, "").toLowerCase();
}

const common: Readonly<Record<string, PageParameter>> = Object.fromEntries(
  [
    ...["HouseId", "RoomId", "ShelfId"].map((name) =>
      parameter(name, "System.String", { category: "path", description: `key: id of ${id(name)}` }),
    ),
    parameter("InputObject", `${models}.IHousesIdentity`, {
      category: "path",
      description: "Identity Parameter",
      complex: true,
      pipeline: true,
    }),
    parameter("Filter", "System.String", { category: "query", description: "Filter items by property values" }),
    parameter("Property", "System.String[]", {
      category: "query",
      description: "Select properties to be returned",
      aliases: ["Select"],
    }),
    parameter("Top", "System.Int32", {
      category: "query",
      description: "Show only the first n items",
      aliases: ["Limit"],
    }),
    parameter("IfMatch", "System.String", { category: "header", description: "ETag" }),
    parameter("All", switchType, { category: "runtime", description: "List all pages." }),
    parameter("CountVariable", "System.String", {
      category: "runtime",
      description:
        "Specifies a count of the total number of items in a collection. By default, this variable will be set in the global scope.",
      aliases: ["CV"],
    }),
    parameter("PageSize", "System.Int32", { category: "runtime", description: "Sets the page size of results." }),
    parameter("PassThru", switchType, {
      category: "runtime",
      description: "Returns true when the command succeeds",
    }),
    parameter("InFile", "System.String", { category: "runtime", description: "The path to the file to upload." }),
    parameter("OutFile", "System.String", { category: "runtime", description: "Path to write output file to" }),
    parameter("AdditionalProperties", "System.Collections.Hashtable", { description: "Additional Parameters" }),
    parameter("Boards", "System.Int32", { description: "How many boards. At least <one>." }),
    parameter("Id", "System.String", { description: "The unique idenfier for an entity. Read-only." }),
    parameter("Colour", `Microsoft.Graph.PowerShell.Support.Colour`, { description: "shelfColour" }),
    parameter("Confirm", switchType, {
      category: "common",
      description: "Prompts you for confirmation before running the cmdlet.",
      aliases: ["cf"],
    }),
    parameter("WhatIf", switchType, {
      category: "common",
      description: "Shows what would happen if the cmdlet runs. The cmdlet is not run.",
      aliases: ["wi"],
    }),
  ].map((each) => [each.name, each]),
);

/** A parameter of a type of the API. */
export function complex(name: string, type: string, description: string): PageParameter {
  return parameter(name, `${models}.${type}`, { complex: true, description, pipeline: name === "BodyParameter" });
}

/**
 * A page from its parameter sets, each `GroupId! Filter`, the first being the default; parameters other than the usual
 * ones are given.
 */
export function housePage(
  cmdlet: string,
  sets: Record<string, string>,
  { own = [], output, ...changes }: Partial<HelpPage> & { own?: PageParameter[]; output?: string } = {},
): HelpPage {
  const changing = !cmdlet.startsWith("Get-");
  const used = new Set(Object.values(sets).flatMap((text) => text.split(" ").map((name) => name.replace("!", ""))));
  const parameters = [...used, ...(changing ? ["Confirm", "WhatIf"] : [])].map((name) => {
    const found = own.find((each) => each.name === name) ?? common[name];
    if (!found) throw new Error(`no facts about ${name}`);
    return found;
  });
  const { notes = [], ...facts } = changes;
  return {
    cmdlet,
    module: "Microsoft.Graph.Houses",
    onlineVersion: `https://learn.example.com/houses/${cmdlet.toLowerCase()}`,
    frontMatter: {},
    synopsis: "Looks after the house. It stands, e.g. by a lake.",
    description: "Looks after the house. It stands, e.g. by a lake.",
    sets: Object.entries(sets).map(([name, text], index) => ({
      name,
      default: index === 0,
      parameters: text.split(" ").map((word) => ({ name: word.replace("!", ""), mandatory: word.endsWith("!") })),
    })),
    parameters: parameters.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    aliases: [],
    inputs: parameters
      .filter(({ pipeline }) => pipeline)
      .map(({ type }) => type)
      .toSorted((a, b) => (a.fullName < b.fullName ? -1 : 1)),
    outputs: [typeOf(output)],
    notes: [...notes, ...(used.has("InputObject") ? [identity] : [])].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    examples: [],
    links: [],
    ...facts,
  };
}

function typeOf(name = "System.Boolean") {
  return name.includes(".")
    ? { name: name.slice(name.lastIndexOf(".") + 1), fullName: name }
    : { name, fullName: `${models}.${name}` };
}

/** What a shelf is, in NOTES. */
export const shelfProperties: NotesProperty[] = [
  any,
  property("Boards", "Int32?", "How many boards. At least <one>."),
  property("Id", "String", "The unique idenfier for an entity. Read-only."),
  { ...property("Sites", "IMicrosoftGraphSite[]", "where"), properties: [property("Wall", "String", "north")] },
];

const whole = {
  name: "BodyParameter",
  type: "IMicrosoftGraphShelf",
  description: "shelf",
  properties: shelfProperties,
};
const sites = {
  name: "Sites",
  type: "IMicrosoftGraphSite[]",
  description: "where",
  properties: [property("Wall", "String", "north")],
};

/** Puts up a shelf in a room. */
export function newShelf(changes: Partial<HelpPage> = {}): HelpPage {
  return housePage(
    "New-MgHouseRoomShelf",
    {
      CreateExpanded: "HouseId! RoomId! AdditionalProperties Boards Id Sites",
      Create: "HouseId! RoomId! BodyParameter!",
      CreateViaIdentity: "InputObject! BodyParameter!",
      CreateViaIdentityExpanded: "InputObject! AdditionalProperties Boards Id Sites",
    },
    {
      own: [
        complex("BodyParameter", "IMicrosoftGraphShelf", "shelf"),
        complex("Sites", "IMicrosoftGraphSite[]", "where"),
      ],
      notes: [whole, sites],
      output: "IMicrosoftGraphShelf",
      ...changes,
    },
  );
}

/** Shows one shelf, or all of a room. */
export function getShelf(changes: Partial<HelpPage> = {}): HelpPage {
  return housePage(
    "Get-MgHouseRoomShelf",
    {
      List: "HouseId! RoomId! Filter Property Top All CountVariable PageSize",
      Get: "HouseId! RoomId! ShelfId! Property",
      GetViaIdentity: "InputObject! Property",
    },
    { output: "IMicrosoftGraphShelf", ...changes },
  );
}

/** Takes a shelf down. */
export function removeShelf(changes: Partial<HelpPage> = {}): HelpPage {
  return housePage(
    "Remove-MgHouseRoomShelf",
    { Delete: "HouseId! RoomId! ShelfId! IfMatch PassThru", DeleteViaIdentity: "InputObject! IfMatch PassThru" },
    changes,
  );
}

export const shelves = "/houses/{house-id}/rooms/{room-id}/shelves";
export const shelf = `${shelves}/{shelf-id}`;
