import { expect, test } from "vitest";
import * as names from "../../../generator/conventions/names.js";

const { checkName, isReservedFlag, ...rules } = names;

test.each<[keyof typeof rules, string, string | undefined]>([
  ["cmdletName", "New-MgUserMessage", undefined],
  ["cmdletName", "ConvertTo-MgBetaThing", undefined],
  ["cmdletName", "new-MgUserMessage", "name/cmdlet"],
  ["cmdletName", "New-Mguser", "name/cmdlet"],
  ["cmdletName", "New-MgUserMessage\n", "name/cmdlet"],
  ["cmdletName", "Make-MgUser", "name/verb"],
  ["moduleName", "Microsoft.Graph.Users.Actions", undefined],
  ["moduleName", "Groups", "name/module"],
  ["identityName", "users-actions", undefined],
  ["identityName", "UsersActions", "name/unsafe"],
  ["schemaName", "attachmentItem", undefined],
  ["schemaName", "record", "name/reserved"],
  ["wireName", "@odata.type", undefined],
  ["wireName", "name", undefined],
  ["wireName", "toString", "name/reserved"],
  ["pathParameterName", "event-id1", undefined],
  ["pathParameterName", "-id", "name/unsafe"],
  ["parameterName", "GroupId", undefined],
  ["parameterName", "groupId", "name/unsafe"],
  ["parameterAlias", "cv", undefined],
  ["parameterSetName", "CreateViaIdentityExpanded", undefined],
  ["parameterSetName", "Create Expanded", "set/name"],
  ["plainName", "onedrive-business", undefined],
])("%s %j: %s", (rule, name, code) => {
  expect(checkName(name, rules[rule])?.code).toBe(code);
});

test.each([
  ["WhatIf", true],
  ["what-if", true],
  ["WI", true],
  ["Verbose", true],
  ["InFile", true],
  ["Version", false],
  ["GroupId", false],
])("-%s is reserved: %s", (name, want) => {
  expect(isReservedFlag(name)).toBe(want);
});

test("a wrong verb is corrected", () => {
  expect(checkName("Nwe-MgUser", rules.cmdletName)?.help).toBe("did you mean New?");
});
