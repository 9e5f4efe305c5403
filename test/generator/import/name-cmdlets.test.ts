import { expect, test } from "vitest";
import { readAutorest } from "../../../generator/import/autorest/configuration.js";
import { nameCmdlets, type NameCmdletsOptions } from "../../../generator/import/name-cmdlets.js";
import type { ApiOperation } from "../../../generator/import/api-document.js";
import { bodyOf, operation, query, schema } from "./operations.js";

const schemas = new Map(
  [
    schema("bed", { id: "string", soil: "string", depth: "int32" }),
    schema("note", { Body: "string", top: "int32" }),
  ].map((each) => [each.name, each]),
);

const beds: ApiOperation[] = [
  operation("gardens_ListBeds", "GET", "/gardens/{garden-id}/beds", { parameters: [query("$top"), query("$orderby")] }),
  operation("gardens_GetBeds", "GET", "/gardens/{garden-id}/beds/{bed-id}", { parameters: [query("$select")] }),
  operation("gardens_CreateBeds", "POST", "/gardens/{garden-id}/beds", bodyOf("bed")),
  operation("gardens.beds_checkSoil", "POST", "/gardens/{garden-id}/beds/{bed-id}/checkSoil", bodyOf("note")),
];

function name(operations: readonly ApiOperation[], directives = "", options: NameCmdletsOptions = {}) {
  const configuration = readAutorest([{ file: "d.yaml", text: `directive:\n${directives || "  []"}` }]);
  expect([...configuration.diagnostics, ...configuration.notes]).toEqual([]);
  return nameCmdlets(operations, { directives: configuration.directives, schemas, ...options });
}

const summary = (cmdlets: ReturnType<typeof nameCmdlets>["cmdlets"]) =>
  cmdlets.map((cmdlet) => `${cmdlet.name}: ${cmdlet.sets.map((set) => set.name).join(" ")}`);

test("operations of one verb and noun are one cmdlet; the set with the fewest simple mandatory parameters is its default", () => {
  const { cmdlets, diagnostics, notes } = name(beds);
  expect(summary(cmdlets)).toEqual([
    "Get-MgGardenBed: List Get GetViaIdentity",
    "New-MgGardenBed: CreateExpanded Create CreateViaIdentity CreateViaIdentityExpanded",
    "Test-MgGardenBedSoil: CheckExpanded Check CheckViaIdentity CheckViaIdentityExpanded",
  ]);
  expect([diagnostics, notes]).toEqual([[], []]);
  expect(cmdlets[0]?.sets.map(({ operation, viaIdentity }) => [operation.operationId, viaIdentity])).toEqual([
    ["gardens_ListBeds", false],
    ["gardens_GetBeds", false],
    ["gardens_GetBeds", true],
  ]);
  expect(nameCmdlets(beds, { prefix: "MgBeta" }).cmdlets[0]?.name).toBe("Get-MgBetaGardenBed");
});

test("of sets with as few mandatory parameters the first by name is the default", () => {
  const photos = [
    operation("gardens_ListPhotos", "GET", "/gardens/{garden-id}/photos"),
    operation("gardens_GetPhoto", "GET", "/gardens/{garden-id}/photo"),
  ];
  expect(summary(name(photos).cmdlets)).toEqual(["Get-MgGardenPhoto: Get List GetViaIdentity"]);
  // content that is sent from a file: the file is simple, an identity is not
  const content: ApiOperation = {
    ...operation("gardens_SetPhoto", "PUT", "/gardens/{garden-id}/photo"),
    body: { kind: "content", mediaType: "application/octet-stream", required: true },
  };
  expect(summary(name([content]).cmdlets)).toEqual(["Set-MgGardenPhoto: Set SetViaIdentity"]);
});

test("directives apply in order, each to what the former left", () => {
  const { cmdlets } = name(
    beds,
    `
  - where: { subject: ^(Garden)(Bed)$ }
    set: { subject: $2$1 }
  - where: { subject: BedGarden, verb: New }
    set: { verb: Add, alias: "\${verb}-MgOldBed" }
  - where: { subject: bedgarden, variant: ^List }
    set: { subject: EveryBed }
  - where: { verb: Test, variant: ^(Check|Verify)(.*) }
    set: { verb: Confirm }
  - where: { variant: ViaIdentityExpanded$ }
    remove: true
`,
  );
  expect(summary(cmdlets)).toEqual([
    "Get-MgEveryBed: List",
    "Get-MgBedGarden: Get GetViaIdentity",
    "Add-MgBedGarden: CreateExpanded Create CreateViaIdentity",
    "Confirm-MgGardenBedSoil: CheckExpanded Check CheckViaIdentity",
  ]);
  expect(cmdlets[2]?.aliases).toEqual(["Add-MgOldBed"]);
});

test("hidden commands vanish, a later directive may show them again; prefixes are part of the noun", () => {
  const hidden = name(beds, "  - { where: { verb: Get|New }, hide: true }\n  - { where: { verb: New }, hide: false }");
  expect(hidden.cmdlets.map((cmdlet) => cmdlet.name)).toEqual(["New-MgGardenBed", "Test-MgGardenBedSoil"]);
  const prefixed = name(beds, "  - { where: { subject-prefix: ^$, verb: Get }, set: { subject-prefix: Rose } }", {
    subjectPrefix: "",
  });
  expect(prefixed.cmdlets[0]).toMatchObject({ name: "Get-MgRoseGardenBed", subject: "RoseGardenBed" });
});

test("sets that a rename brings together get digits, as do operations of one name; both are noted", () => {
  const operations = [
    ...beds.slice(0, 2),
    operation("gardens_GetPlots", "GET", "/gardens/{garden-id}/plots/{plot-id}"),
    operation("gardens.beds_delta", "GET", "/gardens/{garden-id}/beds/delta()"),
    operation("gardens.beds_delta", "GET", "/gardens/{garden-id}/beds/delta(token='{token}')"),
  ];
  const { cmdlets, notes, diagnostics } = name(
    operations,
    "  - { where: { subject: GardenPlot }, set: { subject: GardenBed } }",
  );
  expect(summary(cmdlets)).toEqual([
    "Get-MgGardenBed: List Get GetViaIdentity Get1 GetViaIdentity1",
    "Invoke-MgDeltaGardenBed: Delta DeltaViaIdentity Delta1 DeltaViaIdentity1",
  ]);
  expect(diagnostics).toEqual([]);
  expect(notes.map(({ topic, message, related }) => [topic, message, related?.[0]?.message])).toEqual([
    [
      "sets/numbered",
      "Get-MgGardenBed is gardens_GetPlots, too: GET /gardens/{garden-id}/plots/{plot-id} has the set Get1",
      "gardens_GetBeds: GET /gardens/{garden-id}/beds/{bed-id}",
    ],
    [
      "sets/numbered",
      "Invoke-MgDeltaGardenBed is gardens.beds_delta, too: GET /gardens/{garden-id}/beds/delta(token='{token}') has the set Delta1",
      "gardens.beds_delta: GET /gardens/{garden-id}/beds/delta()",
    ],
    [
      "sets/alike",
      "Invoke-MgDeltaGardenBed: the sets DeltaViaIdentity and DeltaViaIdentity1 have the same parameters",
      "DeltaViaIdentity: /gardens/{garden-id}/beds/delta()",
    ],
  ]);
});

test("beside another API version sets have the digits directives refer to; none of its cmdlets is made", () => {
  const beta = [operation("gardens_GetTrees", "GET", "/gardens/{garden-id}/trees"), ...beds];
  const directives = "  - { where: { subject: GardenBed, variant: ^List$ }, remove: true }";
  expect(summary(name(beds, directives, { alongside: beta }).cmdlets)).toEqual([
    "Get-MgGardenBed: List1 Get1 GetViaIdentity1",
    "New-MgGardenBed: CreateExpanded1 Create1 CreateViaIdentity1 CreateViaIdentityExpanded1",
    "Test-MgGardenBedSoil: CheckExpanded1 Check1 CheckViaIdentity1 CheckViaIdentityExpanded1",
  ]);
});

test("operations are counted, and the counts sorted as text: of two versions either may be first", () => {
  const before = Array.from({ length: 8 }, (_, at) => operation(`sheds.s${at}_List`, "GET", `/sheds/${at}`));
  // 8 and 9 beside 10 and 11
  const { cmdlets } = name(beds.slice(1, 3), "", { alongside: [...before, ...beds.slice(1, 3)] });
  expect(summary(cmdlets)).toEqual([
    "Get-MgGardenBed: Get GetViaIdentity",
    "New-MgGardenBed: CreateExpanded Create CreateViaIdentity CreateViaIdentityExpanded",
  ]);
});

test("parameters: what directives change beyond the names that are usual anyway", () => {
  const { cmdlets } = name(
    beds,
    `
  - where: { parameter-name: OrderBy }
    set: { parameter-name: Sort, alias: OrderBy }
  - where: { parameter-name: Top }
    set: { alias: [Limit, Most] }
  - where: { parameter-name: Body, variant: ^(Check)\\d*$ }
    set: { parameter-name: BodyParameter }
  - where: { verb: New, parameter-name: ^(De)(pth)$ }
    set: { parameter-name: Bed$1$2, alias: old$1, parameter-description: How deep it is. }
  - where: { parameter-name: Soil }
    hide: true
`,
  );
  const changes = new Map(cmdlets.map((cmdlet) => [cmdlet.name, Object.fromEntries(cmdlet.parameters)]));
  expect(Object.fromEntries(changes)).toEqual({
    "Get-MgGardenBed": { Top: { aliases: ["Most"] } },
    "New-MgGardenBed": {
      Depth: { name: "BedDepth", aliases: ["oldDe"], description: "How deep it is." },
      Soil: { hidden: true },
    },
    "Test-MgGardenBedSoil": { Top: { aliases: ["Limit", "Most"] } },
  });
});

test("select: command changes the commands that have the parameter", () => {
  const { cmdlets } = name(
    beds,
    "  - { select: command, where: { parameter-name: ^Select$ }, set: { subject: Plot } }",
  );
  expect(summary(cmdlets).slice(0, 2)).toEqual(["Get-MgGardenBed: List", "Get-MgPlot: Get GetViaIdentity"]);
  const without = name(beds, "  - { select: command, where: { parameter-name: Property }, remove: true }");
  expect(summary(without.cmdlets)[0]).toBe("Get-MgGardenBed: List");
});

test("one and the same operation twice is wrong; so are names that differ in case only", () => {
  const twice = [
    ...beds,
    operation("gardens_GetBeds", "GET", "/gardens/{id}/beds/{id2}", {
      place: { file: "gardens.yml", line: 9, column: 1 },
    }),
  ];
  expect(name(twice).diagnostics).toMatchObject([
    {
      code: "operation/duplicate",
      place: { line: 9 },
      related: [{ place: { line: 1 }, message: "GET /gardens/{garden-id}/beds/{bed-id}" }],
    },
  ]);
  const { diagnostics } = name(beds, "  - { where: { variant: ^Get }, set: { subject: gardenbed } }");
  expect(diagnostics).toMatchObject([
    { code: "name/case-collision", message: "Get-Mggardenbed and Get-MgGardenBed are one name to PowerShell" },
  ]);
});

test("aliases that are no names, or those of other cmdlets, are dropped and noted", () => {
  const directives = `
  - where: { subject: GardenBed, verb: Get }
    set: { alias: ["\${verb}-Mg$1", New-MgGardenBed, "\${verb}-Mg\${subject}", Get-MgBed] }`;
  const { cmdlets, notes } = name(beds, directives);
  expect(cmdlets[0]?.aliases).toEqual(["Get-MgBed"]);
  expect(notes.map(({ topic, message }) => [topic, message])).toEqual([
    ["alias/dropped", "Get-Mg$1, of Get-MgGardenBed"],
    ["alias/dropped", "New-MgGardenBed, of Get-MgGardenBed"],
  ]);
});

test.each([
  ["gardens_getPlantsForBed", "Get-MgGardenPlant", "Get-MgGardenPlantForBed"],
  ["gardens_replyAll", "Invoke-MgReplyGarden", "Invoke-MgReplyGardenAll"],
  ["gardens_unhideGraphFPreUser", "Invoke-MgGraphGarden", "Invoke-MgUnhideGardenForUser"],
  ["gardens_doesGardenerHaveAccess", "Invoke-MgHaveGarden", "Invoke-MgDoesGardenGardenerHaveAccess"],
  ["gardens.cookies_Get", "Get-MgGardenCooky", "Get-MgGardenCookie"],
  ["gardens_CreateSms", "New-MgGardenSm", "New-MgGardenSms"],
])("%s becomes %s; %s was meant", (operationId, want, suggestion) => {
  const { cmdlets, notes } = name([operation(operationId, "POST", "/x")]);
  expect(cmdlets.map((cmdlet) => cmdlet.name)).toEqual([want]);
  expect(notes.map((note) => note.suggestion)).toEqual([suggestion]);
});

test("what a directive has repaired is not noted", () => {
  const operations = [operation("gardens.cookies_getTinForBed", "GET", "/x")];
  const repaired = "  - { where: { subject: ^GardenCookyTin$ }, set: { subject: GardenCookieTinForBed } }";
  expect(name(operations, repaired).notes).toEqual([]);
});
