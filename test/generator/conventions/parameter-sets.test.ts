import { expect, test } from "vitest";
import { deriveParameterSets, parameterSetKind } from "../../../generator/conventions/parameter-sets.js";

const upload = "/groups/{group-id}/microsoft.graph.createUploadSession";

test.each([
  // verb, path, body, path parameters, identity
  ["New", upload, true, true, true, "CreateExpanded, Create, CreateViaIdentityExpanded, CreateViaIdentity"],
  ["New", upload, true, true, false, "CreateExpanded, Create"],
  ["New", "/groups", true, false, true, "CreateExpanded, Create"],
  ["Remove", "/groups/{group-id}", false, true, true, "Delete, DeleteViaIdentity"],
  ["Get", "/groups/{group-id}", false, true, true, "Get, GetViaIdentity"],
  [
    "Update",
    "/groups/{group-id}",
    true,
    true,
    true,
    "UpdateExpanded, Update, UpdateViaIdentityExpanded, UpdateViaIdentity",
  ],
  ["Set", "/groups/{group-id}/microsoft.graph.assignLicense", true, true, false, "AssignExpanded, Assign"],
  ["Invoke", "/users/{user-id}/microsoft.graph.reply", false, true, true, "Reply, ReplyViaIdentity"],
] as const)("%s %s (body %s, ids %s, identity %s): %s", (verb, path, hasBody, hasPathParameters, hasIdentity, want) => {
  expect(
    deriveParameterSets({ verb, path, hasBody, hasPathParameters, hasIdentity, response: "json" }).join(", "),
  ).toBe(want);
});

test.each([
  ["Create", false, false, false],
  ["CreateExpanded", false, true, false],
  ["CreateViaIdentity", true, false, false],
  ["CreateViaIdentityExpanded1", true, true, false],
  ["List2", false, false, true],
])("%s: via identity %s, expanded %s, list %s", (name, viaIdentity, expanded, list) => {
  expect(parameterSetKind(name)).toEqual({ name, viaIdentity, expanded, list });
});
