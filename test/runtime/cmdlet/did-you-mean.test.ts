import { expect, test } from "vitest";
import { didYouMean } from "../../../runtime/cmdlet/index.js";

test.each<[string, string[], string | undefined]>([
  ["grupId", ["groupId", "postId"], "groupId"],
  ["GROUPID", ["groupId", "postId"], "groupId"],
  ["pst", ["post", "toPostRequestInformation", "withUrl"], "post"],
  ["posst", ["withUrl", "post"], "post"],
  ["conversationThredId", ["conversationId", "conversationThreadId"], "conversationThreadId"],
  ["x", ["y"], "y"],
  ["xyz", ["groupId", "postId"], undefined],
  ["abc", ["xbz"], undefined],
  ["", ["groupId"], undefined],
  ["groupId", [], undefined],
  ["abc", ["abd", "abc"], "abc"],
])("%j among %j is %j", (word, candidates, want) => {
  expect(didYouMean(word, candidates)).toBe(want);
});
