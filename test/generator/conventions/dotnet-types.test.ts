import { expect, test } from "vitest";
import { identityTypeName, parameterType, schemaTypeName } from "../../../generator/conventions/dotnet-types.js";
import type { ScalarType, TypeReference } from "../../../generator/model.js";

const namespace = "Microsoft.Graph.PowerShell.Models";

test.each<[ScalarType, string]>([
  ["string", "System.String"],
  ["uuid", "System.String"],
  ["time", "System.String"],
  ["int32", "System.Int32"],
  ["int64", "System.Int64"],
  ["double", "System.Double"],
  ["date-time", "System.DateTime"],
  ["date", "System.DateTime"],
  ["duration", "System.TimeSpan"],
  ["boolean", "System.Management.Automation.SwitchParameter"],
])("a parameter of %s is a %s", (name, want) => {
  expect(parameterType({ kind: "scalar", name }, objectType, namespace).dotnetFullName).toBe(want);
});

const objectType = (schema: string) => {
  const named: Record<string, string> = { attachmentType: "String", complianceState: "ComplianceState" };
  return { dotnetName: named[schema] ?? schemaTypeName(schema), dictionary: false };
};

const item: TypeReference = { kind: "object", schema: "attachmentItem" };

test.each<[TypeReference, string, string, boolean]>([
  [item, "IMicrosoftGraphAttachmentItem", `${namespace}.IMicrosoftGraphAttachmentItem`, true],
  [
    { kind: "array", items: item },
    "IMicrosoftGraphAttachmentItem[]",
    `${namespace}.IMicrosoftGraphAttachmentItem[]`,
    true,
  ],
  [{ kind: "enum", schema: "attachmentType" }, "String", "System.String", false],
  [
    { kind: "enum", schema: "complianceState" },
    "ComplianceState",
    "Microsoft.Graph.PowerShell.Support.ComplianceState",
    false,
  ],
  [{ kind: "array", items: { kind: "scalar", name: "boolean" } }, "Boolean[]", "System.Boolean[]", false],
])("%j is %s", (reference, dotnetName, dotnetFullName, complex) => {
  expect(parameterType(reference, objectType, namespace)).toEqual({
    dotnetName,
    dotnetFullName,
    reference,
    complex,
  });
});

test.each([
  ["Microsoft.Graph.Groups", "IGroupsIdentity"],
  ["Microsoft.Graph.Users.Actions", "IUsersActionsIdentity"],
  ["Microsoft.Graph.Beta.Groups", "IGroupsIdentity"],
])("the identity of %s is %s", (module, want) => {
  expect(identityTypeName(module)).toBe(want);
});
