import { describe, expect, test } from "vitest";
import type { HelpPage } from "../../../../generator/help/help-page.js";
import { parameter, property } from "../../help/sample-page.js";
import { put } from "../../write/folder.js";
import { any, complex, getShelf, housePage, newShelf, removeShelf, shelf, shelves } from "./house-pages.js";
import { withPages } from "./page-folder.js";

const paths = (...operations: string[]) => operations.flatMap((operation) => ["--path", operation]);

/** What the pages are, and what they are after they have been specs. */
const roundTrip = (pages: readonly HelpPage[], args: readonly string[], dialect: string) =>
  withPages(
    pages,
    async ({ folder, texts, import: importPages, printed }) => {
      await put(folder, "houses.yml", houses);
      const { stderr } = await importPages(...args);
      if (stderr !== "") throw new Error(stderr);
      return { given: Object.fromEntries(texts), printed: Object.fromEntries(await printed()) };
    },
    dialect,
  );

const houses = `openapi: 3.0.3
info: { title: Houses, version: v1.0 }
paths:
  /houses/{house-id}/rooms/{room-id}/shelves/{shelf-id}:
    delete:
      operationId: houses.rooms_DeleteShelves
      parameters:
        - { name: house-id, in: path, required: true, schema: { type: string } }
        - { name: room-id, in: path, required: true, schema: { type: string } }
        - { name: shelf-id, in: path, required: true, schema: { type: string } }
        - { name: If-Match, in: header, schema: { type: string } }
      responses: { "204": { description: gone } }
`;

describe.each(["autorest", "platyps-0.14"])("a page comes back from its spec (%s)", (dialect) => {
  const isAutorest = dialect === "autorest";
  // that of the other dialect
  const complexParameter = `To construct, ${isAutorest ? "" : "please use Get-Help -Online and "}see NOTES section for {name} properties and create a hash table.`;
  test.each<[string, HelpPage[], string[]]>([
    ["of a body", [newShelf()], paths(`POST ${shelves}`)],
    ["of a list and one of it, by one path", [getShelf()], paths(`GET ${shelf}`)],
    ["of a list and one of it, by two", [getShelf()], paths(`GET ${shelf}`, `GET ${shelves}`)],
    [
      "of a list only",
      [housePage("Get-MgHouse", { List: "Filter Top All CountVariable PageSize" }, { output: "IMicrosoftGraphHouse" })],
      paths("GET /houses"),
    ],
    ["of a header, without a response", [removeShelf()], paths(`DELETE ${shelf}`)],
    ["that a document names", [removeShelf()], ["--openapi", "houses.yml"]],
    [
      "of several that share types",
      [newShelf(), getShelf(), removeShelf()],
      paths(`POST ${shelves}`, `GET ${shelf}`, `DELETE ${shelf}`),
    ],
    [
      "of another page that says otherwise of a type",
      [newShelf(), otherShelf()],
      paths(`POST ${shelves}`, "POST /houses/{house-id}/shelves"),
    ],
    [
      "of one that says otherwise of a property",
      [newShelf(), renamedShelf()],
      paths(`POST ${shelves}`, `PATCH ${shelves}`),
    ],
    ["of content that comes", [content("Get", "Get", "OutFile!")], paths(`GET ${shelf}/photo/$value`)],
    ["of content that goes", [content("Set", "Set", "InFile! PassThru")], paths(`PUT ${shelf}/photo/$value`)],
    [
      "of an action whose property is called as an id of its path",
      [lend()],
      paths(`POST ${shelf}/microsoft.graph.lend`),
    ],
    [
      "of examples, aliases and links",
      [
        removeShelf({
          aliases: ["Remove-MgShelf", "rms"].slice(0, 1),
          examples: [
            {
              title: "Example 1: Take it down",
              blocks: [
                {
                  kind: "code",
                  language: "powershell",
                  lines: ["Remove-MgHouseRoomShelf -HouseId $a `", "  -RoomId $b"],
                },
                { kind: "text", text: "The shelf is gone." },
              ],
            },
            { title: "Example 2: Again", blocks: [{ kind: "code", language: "", lines: ["", "# nothing"] }] },
          ],
          ...(!isAutorest && { links: [{ text: "Shelves", url: "https://learn.example.com/shelves" }] }),
        }),
      ],
      paths(`DELETE ${shelf}`),
    ],
    [
      "of two that take the same identifiers",
      [lend(), lend("Return")],
      paths(`POST ${shelf}/microsoft.graph.return`, `POST ${shelf}/microsoft.graph.lend`),
    ],
    [
      "of a sentence about complex parameters that is not the usual one",
      [newShelf({ complexParameter })],
      paths(`POST ${shelves}`),
    ],
    ["with aliases, another name of a parameter and one that is mandatory", [mandatory()], paths(`DELETE ${shelf}`)],
  ])("%s", async (_what, pages, args) => {
    const { given, printed } = await roundTrip(pages, args, dialect);
    expect(printed).toEqual(given);
  });
});

/** The same type with another text. */
function renamedShelf(): HelpPage {
  const page = newShelf();
  const notes = page.notes.map((note) => ({
    ...note,
    properties: note.properties.map((each) => (each.name === "Id" ? { ...each, description: "Its name." } : each)),
  }));
  return { ...page, cmdlet: "Update-MgHouseRoomShelf", notes };
}

/** The same type with a property less and another text. */
function otherShelf(): HelpPage {
  const properties = [any, property("Boards", "Int32?", "Of what it is made.")];
  return housePage(
    "New-MgHouseShelf",
    {
      CreateExpanded: "HouseId! AdditionalProperties Boards",
      Create: "HouseId! BodyParameter!",
      CreateViaIdentity: "InputObject! BodyParameter!",
      CreateViaIdentityExpanded: "InputObject! AdditionalProperties Boards",
    },
    {
      own: [
        complex("BodyParameter", "IMicrosoftGraphShelf", "shelf"),
        parameter("Boards", "System.Int32", { description: "Of what it is made." }),
      ],
      notes: [{ name: "BodyParameter", type: "IMicrosoftGraphShelf", description: "shelf", properties }],
      output: "IMicrosoftGraphShelf",
    },
  );
}

function content(verb: string, set: string, own: string): HelpPage {
  const sets = { [set]: `HouseId! RoomId! ShelfId! ${own}`, [`${set}ViaIdentity`]: `InputObject! ${own}` };
  return housePage(`${verb}-MgHouseRoomShelfPhoto`, sets);
}

/** To whom: a body with a property `HouseId` beside the placeholder of that name. */
function lend(action = "Lend"): HelpPage {
  const type = `IPathsX1${action}HousesHouseIdRoomsRoomIdShelvesShelfIdPostRequestbodyContentApplicationJsonSchema`;
  return housePage(
    `Invoke-Mg${action}HouseRoomShelf`,
    {
      [`${action}Expanded`]: "HouseId! RoomId! ShelfId! AdditionalProperties Until",
      [action]: "HouseId! RoomId! ShelfId! BodyParameter!",
      [`${action}ViaIdentity`]: "InputObject! BodyParameter!",
      [`${action}ViaIdentityExpanded`]: "InputObject! AdditionalProperties HouseId Until",
    },
    {
      own: [complex("BodyParameter", type, "."), parameter("Until", "System.DateTime", { description: "." })],
      notes: [
        {
          name: "BodyParameter",
          type,
          description: ".",
          properties: [any, property("HouseId", "String", ""), property("Until", "DateTime?", "")],
        },
      ],
    },
  );
}

/** A page on which things are otherwise than they usually are. */
function mandatory(): HelpPage {
  const page = removeShelf({ aliases: ["Remove-MgShelf"] });
  return {
    ...page,
    sets: page.sets.map((set) => ({
      ...set,
      parameters: set.parameters.map((each) => (each.name === "IfMatch" ? { ...each, mandatory: true } : each)),
    })),
    parameters: page.parameters.map((each) =>
      each.name === "IfMatch" ? { ...each, description: "Which version.", aliases: ["Tag"], pipeline: true } : each,
    ),
    inputs: [...page.inputs, { name: "String", fullName: "System.String" }],
  };
}

describe.each(["platyps-0.14", "platyps-1.0"])("a page of later generators comes back, too (%s)", (dialect) => {
  test.each<[string, HelpPage, string[]]>([
    ["of a body", newShelf(), paths(`POST ${shelves}`)],
    ["of a list and one of it", getShelf(), paths(`GET ${shelf}`)],
  ])("%s", async (_, page, args) => {
    const { given, printed } = await roundTrip([withTraffic(page)], args, dialect);
    expect(printed).toEqual(given);
    expect(given[`${page.cmdlet}.md`]).toContain("-ResponseHeadersVariable");
  });
});

/** With what every cmdlet has for its own traffic since 2023: parameters that no request has. */
function withTraffic(page: HelpPage): HelpPage {
  const traffic = [
    parameter("ResponseHeadersVariable", "System.String", {
      category: "runtime",
      description: "Optional Response Headers Variable.",
      aliases: ["RHV"],
    }),
    parameter("Headers", "System.Collections.IDictionary", {
      category: "runtime",
      description: "Optional headers that will be added to the request.",
      pipeline: true,
    }),
  ];
  const shown = traffic.map(({ name }) => ({ name, mandatory: false }));
  return {
    ...page,
    sets: page.sets.map((set) => ({ ...set, parameters: [...set.parameters, ...shown] })),
    parameters: [...page.parameters, ...traffic].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    inputs: [...page.inputs, { name: "IDictionary", fullName: "System.Collections.IDictionary" }].toSorted((a, b) =>
      a.fullName < b.fullName ? -1 : 1,
    ),
  };
}
