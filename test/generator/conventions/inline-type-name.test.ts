import { expect, test } from "vitest";
import { inlineTypeName } from "../../../generator/conventions/inline-type-name.js";

// names the official cmdlets have; the beginning holds the hash
test.each([
  [
    "/groups/{group-id}/conversations/{conversation-id}/threads/{conversationThread-id}/posts/{post-id}/attachments/microsoft.graph.createUploadSession",
    "Paths151XiayGroupsGroupIdConversationsConversationIdThreadsConversationthreadIdPostsPostIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
  ],
  [
    "/groups/{group-id}/threads/{conversationThread-id}/posts/{post-id}/attachments/microsoft.graph.createUploadSession",
    "Paths81Ltxx",
  ],
  ["/users/{user-id}/messages/{message-id}/attachments/microsoft.graph.createUploadSession", "Paths1C56La0"],
  [
    "/users/{user-id}/mailFolders/{mailFolder-id}/messages/{message-id}/attachments/microsoft.graph.createUploadSession",
    "Paths1C7Xgoq",
  ],
  [
    "/users/{user-id}/events/{event-id}/instances/{event-id1}/attachments/microsoft.graph.createUploadSession",
    "PathsVnrtl3UsersUserIdEventsEventIdInstancesEventId1Attachments",
  ],
  [
    "/users/{user-id}/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}/attachments/microsoft.graph.createUploadSession",
    "Paths4768B9UsersUserIdTodoListsTodotasklistId",
  ],
  ["/drives/{drive-id}/items/{driveItem-id}/microsoft.graph.createUploadSession", "Paths12Egp4E"],
  [
    "/print/printers/{printer-id}/jobs/{printJob-id}/documents/{printDocument-id}/microsoft.graph.createUploadSession",
    "Paths1Genyol",
  ],
  ["/groups/{group-id}/microsoft.graph.assignLicense", "Paths6Fg5Li"],
  ["/users/{user-id}/microsoft.graph.checkMemberGroups", "PathsDyyrb2"],
  ["/groups/microsoft.graph.getByIds", "Paths1E1O4Bo"],
  ["/groups/{group-id}/sites/microsoft.graph.add", "PathsZv3Wsx"],
])("the body of POST %s", (path, beginning) => {
  expect(inlineTypeName(path, "POST").slice(0, beginning.length)).toBe(beginning);
});

test("the method is part of the name", () => {
  expect(inlineTypeName("/a", "PATCH")).toMatch(/^Paths[0-9A-Za-z]+APatchRequestbodyContentApplicationJsonSchema$/);
  expect(inlineTypeName("/a", "PATCH")).not.toBe(inlineTypeName("/a", "POST"));
});
