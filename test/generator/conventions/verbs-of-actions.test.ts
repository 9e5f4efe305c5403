import { expect, test } from "vitest";
import { isApprovedVerb } from "../../../generator/conventions/verbs.js";
import { englishVerbs } from "../../../generator/conventions/verbs-english.js";
import { actionsWithVerb, isAction, verbOfAction } from "../../../generator/conventions/verbs-of-actions.js";

test.each([
  ["create", "New"],
  ["list", "Get"],
  ["check", "Test"],
  ["assign", "Set"],
  ["wipe", "Clear"],
  ["watch", "Watch"],
  ["reply", "Invoke"],
  ["all", "Invoke"],
])("the verb of %s is %s", (action, want) => {
  expect(verbOfAction(action)).toBe(want);
});

test("only whole methods with their capitals are actions", () => {
  expect(["List", "ForceReboot", "list", "ListPosts", "Reply", "constructor"].filter(isAction)).toEqual([
    "List",
    "ForceReboot",
  ]);
});

test("202 actions lead to a hundred verbs, all of them approved", () => {
  expect(actionsWithVerb).toHaveLength(202);
  const verbs = new Set(actionsWithVerb.map(verbOfAction));
  expect(verbs.size).toBe(100);
  expect([...verbs].filter((verb) => !isApprovedVerb(verb))).toEqual([]);
});

test("English verbs are lower-case words, each once", () => {
  expect([...englishVerbs].filter((word) => !/^[a-z]{2,}$/.test(word))).toEqual([]);
  expect([...englishVerbs]).toEqual([...englishVerbs].toSorted());
  // actions that the original does not know as verbs, although they are
  expect(["reply", "reboot", "unset", "favorite", "unpublish"].filter((word) => englishVerbs.has(word))).toEqual([]);
  expect(["graph", "service", "single", "soft", "patch"].every((word) => englishVerbs.has(word))).toBe(true);
});
