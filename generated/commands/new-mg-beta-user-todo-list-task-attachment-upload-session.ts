// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Users.Actions/New-MgBetaUserTodoListTaskAttachmentUploadSession.yaml. Do not edit.
import type { Command, Shape } from "@graphlet/runtime/shell";
import {
  newMgBetaUserTodoListTaskAttachmentUploadSessionCmdlet,
  newMgBetaUserTodoListTaskAttachmentUploadSessionTarget,
  toNewMgBetaUserTodoListTaskAttachmentUploadSessionRequestInformation,
} from "../cmdlets/new-mg-beta-user-todo-list-task-attachment-upload-session.js";
import { createAttachmentInfoFromDiscriminatorValue } from "../models/attachment-info.js";
import {
  createCreateUploadSessionPostRequestBodyFromDiscriminatorValue,
  postRequires,
} from "../request-builders/beta/users/item/todo/lists/item/tasks/item/attachments/create-upload-session.js";
import { attachmentInfoShape } from "../shapes/attachment-info.js";

const createUploadSessionPostRequestBodyShape: Shape = {
  name: "CreateUploadSessionPostRequestBody",
  open: true,
  properties: {
    attachmentInfo: { type: "object", shape: () => attachmentInfoShape },
  },
};

/** What the shell needs of New-MgBetaUserTodoListTaskAttachmentUploadSession. */
export const command: Command = {
  cmdlet: newMgBetaUserTodoListTaskAttachmentUploadSessionCmdlet,
  toRequestInformation: toNewMgBetaUserTodoListTaskAttachmentUploadSessionRequestInformation,
  requires: [postRequires],
  upload: newMgBetaUserTodoListTaskAttachmentUploadSessionTarget,
  models: {
    AttachmentInfo: {
      shape: { type: "object", shape: () => attachmentInfoShape },
      read: (node) => node.getObjectValue(createAttachmentInfoFromDiscriminatorValue),
    },
    BodyParameter: {
      shape: { type: "object", shape: () => createUploadSessionPostRequestBodyShape },
      read: (node) => node.getObjectValue(createCreateUploadSessionPostRequestBodyFromDiscriminatorValue),
    },
  },
  identity: [
    "authenticationMethodId",
    "calendarId",
    "chatId",
    "chatMessageId",
    "chatMessageId1",
    "contentTypeId",
    "deviceLogCollectionResponseId",
    "documentSetVersionId",
    "driveId",
    "driveItemId",
    "driveItemVersionId",
    "eventId",
    "eventId1",
    "listItemId",
    "listItemVersionId",
    "mailFolderId",
    "mailFolderId1",
    "managedDeviceId",
    "messageId",
    "notebookId",
    "onenotePageId",
    "onenoteSectionId",
    "permissionId",
    "phoneAuthenticationMethodId",
    "subscriptionId",
    "teamsAppInstallationId",
    "todoTaskId",
    "todoTaskListId",
    "userId",
  ],
  help: {
    synopsis: "Open an upload session for a file to be attached to a task of Microsoft To Do.",
    description:
      "Open an upload session for a file to be attached to a task of Microsoft To Do. The reply holds an upload URL; the file follows range after range in PUT requests to its content, with the access token. Files of up to 25 MB can be attached; one below 3 MB can also be posted to the attachments of the task at once.",
    syntax: [
      "New-MgBetaUserTodoListTaskAttachmentUploadSession -TodoTaskId <String> -TodoTaskListId <String>\n -UserId <String> [-AdditionalProperties <Hashtable>] [-AttachmentInfo <IMicrosoftGraphAttachmentInfo>]\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaUserTodoListTaskAttachmentUploadSession -TodoTaskId <String> -TodoTaskListId <String>\n -UserId <String>\n -BodyParameter <IPaths4768B9UsersUserIdTodoListsTodotasklistIdTasksTodotaskIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaUserTodoListTaskAttachmentUploadSession -InputObject <IUsersActionsIdentity>\n [-AdditionalProperties <Hashtable>] [-AttachmentInfo <IMicrosoftGraphAttachmentInfo>] [-WhatIf] [-Confirm]\n [<CommonParameters>]",
      "New-MgBetaUserTodoListTaskAttachmentUploadSession -InputObject <IUsersActionsIdentity>\n -BodyParameter <IPaths4768B9UsersUserIdTodoListsTodotasklistIdTasksTodotaskIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
    ],
    parameters: {
      AdditionalProperties: "Additional Parameters",
      InputObject: "Identity Parameter",
      TodoTaskId: "The unique identifier of todoTask",
      TodoTaskListId: "The unique identifier of todoTaskList",
      UserId: "The unique identifier of user",
    },
    examples: [
      {
        title: "Attach a file",
        shell:
          'mg New-MgBetaUserTodoListTaskAttachmentUploadSession \\\n  --user-id "$userId" \\\n  --todo-task-list-id "$todoTaskListId" \\\n  --todo-task-id "$todoTaskId" \\\n  --in-file report.pdf',
      },
      {
        title: "Open an upload session for the attachment of a task",
        shell:
          'mg New-MgBetaUserTodoListTaskAttachmentUploadSession \\\n  --user-id "$userId" \\\n  --todo-task-list-id "$todoTaskListId" \\\n  --todo-task-id "$todoTaskId" \\\n  --body-parameter \'{"AttachmentInfo":{"AttachmentType":"file","Name":"flower","Size":3483322}}\'',
      },
    ],
    onlineVersion:
      "https://learn.microsoft.com/powershell/module/microsoft.graph.beta.users.actions/new-mgbetausertodolisttaskattachmentuploadsession",
  },
};
