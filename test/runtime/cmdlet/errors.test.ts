import { expect, test } from "vitest";
import { ParameterBindingError, bindingTexts, commandLineTexts, propertyName } from "../../../runtime/cmdlet/index.js";

test("a text is filled in, also with text that looks like a placeholder", () => {
  const text = commandLineTexts.MissingArgument;
  expect(new ParameterBindingError("MissingArgument", text, ["{1}", "Int32"]).message).toBe(
    "Missing an argument for parameter '{1}'. Specify a parameter of type 'Int32' and try again.",
  );
});

test("every placeholder counts from 0 without a gap, and no id is in both tables", () => {
  for (const text of Object.values({ ...bindingTexts, ...commandLineTexts })) {
    const used = new Set([...text.matchAll(/\{(\d)\}/g)].map(([, digit]) => Number(digit)));
    expect([...used].toSorted()).toEqual([...used].map((_, index) => index));
  }
  expect(Object.keys(bindingTexts).filter((id) => id in commandLineTexts)).toEqual([]);
});

test.each([
  ["AttachmentItem", "attachmentItem"],
  ["ConversationThreadId", "conversationThreadId"],
  ["attachmentInfo", "attachmentInfo"],
  ["@odata.type", "odataType"],
  ["chatMessage-id1", "chatMessageId1"],
  ["User", "user"],
])("the property of %s is %s", (name, want) => {
  expect(propertyName(name)).toBe(want);
});
