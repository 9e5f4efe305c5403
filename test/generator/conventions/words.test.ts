import { expect, test } from "vitest";
import { comparisonKey, kebab, pascal, words } from "../../../generator/conventions/words.js";

test.each([
  ["conversationThread-id", "conversation thread id"],
  ["event-id1", "event id1"],
  ["151xiay", "151 xiay"],
  ["32a7ip", "32 a7 ip"],
  ["microsoft.graph.createUploadSession", "microsoft graph create upload session"],
  ["IPAddress", "ip address"],
  ["todoTaskList_id", "todo task list id"],
  ["User", "user"],
  ["{group-id}", "group id"],
  ["", ""],
])("words of %j: %j", (text, want) => {
  expect(words(text).join(" ")).toBe(want);
});

test.each([
  ["conversation thread id", "ConversationThreadId"],
  ["event id1", "EventId1"],
  ["ip address", "IPAddress"],
  ["vm", "VM"],
  ["calendar calendar view", "CalendarView"],
  ["a b a b c", "ABC"],
  ["a b a c", "ABAC"],
  ["a a a", "A"],
  ["c a c a a", "CAA"],
  ["a a b a b b", "ABB"],
  ["b c c b c", "BC"],
  ["", ""],
])("pascal of %j: %j", (list, want) => {
  expect(pascal(list.split(" "))).toBe(want);
});

test.each([
  ["ConversationThreadId", "conversation-thread-id"],
  ["IPAddress", "ip-address"],
  ["EventId1", "event-id1"],
  ["New-MgUserMessageAttachmentUploadSession", "new-mg-user-message-attachment-upload-session"],
  ["attachmentItem", "attachment-item"],
  ["Q", "q"],
])("kebab of %s: %s", (name, want) => {
  expect(kebab(name)).toBe(want);
});

test.each(["GroupId", "groupid", "group-id", "--group-id", "-GroupId"])("%s compares as groupid", (name) => {
  expect(comparisonKey(name)).toBe("groupid");
});
