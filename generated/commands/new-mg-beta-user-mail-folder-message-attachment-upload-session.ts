// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Users.Actions/New-MgBetaUserMailFolderMessageAttachmentUploadSession.yaml. Do not edit.
import type { Command, Shape } from "@graphlet/runtime/shell";
import {
  newMgBetaUserMailFolderMessageAttachmentUploadSessionCmdlet,
  newMgBetaUserMailFolderMessageAttachmentUploadSessionTarget,
  toNewMgBetaUserMailFolderMessageAttachmentUploadSessionRequestInformation,
} from "../cmdlets/new-mg-beta-user-mail-folder-message-attachment-upload-session.js";
import { createAttachmentItemFromDiscriminatorValue } from "../models/attachment-item.js";
import {
  createCreateUploadSessionPostRequestBodyFromDiscriminatorValue,
  postRequires,
} from "../request-builders/beta/users/item/mail-folders/item/messages/item/attachments/create-upload-session.js";
import { attachmentItemShape } from "../shapes/attachment-item.js";

const createUploadSessionPostRequestBodyShape: Shape = {
  name: "CreateUploadSessionPostRequestBody",
  open: true,
  properties: {
    AttachmentItem: { type: "object", shape: () => attachmentItemShape },
  },
};

/** What the shell needs of New-MgBetaUserMailFolderMessageAttachmentUploadSession. */
export const command: Command = {
  cmdlet: newMgBetaUserMailFolderMessageAttachmentUploadSessionCmdlet,
  toRequestInformation: toNewMgBetaUserMailFolderMessageAttachmentUploadSessionRequestInformation,
  requires: [postRequires],
  upload: newMgBetaUserMailFolderMessageAttachmentUploadSessionTarget,
  models: {
    AttachmentItem: {
      shape: { type: "object", shape: () => attachmentItemShape },
      read: (node) => node.getObjectValue(createAttachmentItemFromDiscriminatorValue),
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
    synopsis:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item.",
    description:
      "Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the specified Outlook item. The item can be a message or event. Use this approach to attach a file if the file size is between 3 MB and 150 MB. To attach a file that's smaller than 3 MB, do a POST operation on the attachments navigation property of the Outlook item; see how to do this for a message or for an event. As part of the response, this action returns an upload URL that you can use in subsequent sequential PUT queries. Request headers for each PUT operation let you specify the exact range of bytes to be uploaded. This allows transfer to be resumed, in case the network connection is dropped during upload. The following are the steps to attach a file to an Outlook item using an upload session: See attach large files to Outlook messages or events for an example.",
    syntax: [
      "New-MgBetaUserMailFolderMessageAttachmentUploadSession -MailFolderId <String> -MessageId <String>\n -UserId <String> [-AdditionalProperties <Hashtable>] [-AttachmentItem <IMicrosoftGraphAttachmentItem>]\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaUserMailFolderMessageAttachmentUploadSession -MailFolderId <String> -MessageId <String>\n -UserId <String>\n -BodyParameter <IPaths1C7XgoqUsersUserIdMailfoldersMailfolderIdMessagesMessageIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaUserMailFolderMessageAttachmentUploadSession -InputObject <IUsersActionsIdentity>\n [-AdditionalProperties <Hashtable>] [-AttachmentItem <IMicrosoftGraphAttachmentItem>] [-WhatIf] [-Confirm]\n [<CommonParameters>]",
      "New-MgBetaUserMailFolderMessageAttachmentUploadSession -InputObject <IUsersActionsIdentity>\n -BodyParameter <IPaths1C7XgoqUsersUserIdMailfoldersMailfolderIdMessagesMessageIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
    ],
    parameters: {
      AdditionalProperties: "Additional Parameters",
      InputObject: "Identity Parameter",
      MailFolderId: "The unique identifier of mailFolder",
      MessageId: "The unique identifier of message",
      UserId: "The unique identifier of user",
    },
    examples: [
      {
        title: "Attach a file",
        shell:
          'mg New-MgBetaUserMailFolderMessageAttachmentUploadSession \\\n  --user-id "$userId" \\\n  --mail-folder-id "$mailFolderId" \\\n  --message-id "$messageId" \\\n  --in-file report.pdf',
      },
      {
        title: "Create an upload session to add a large attachment to a message in a folder",
        shell:
          'mg New-MgBetaUserMailFolderMessageAttachmentUploadSession \\\n  --user-id "$userId" \\\n  --mail-folder-id "$mailFolderId" \\\n  --message-id "$messageId" \\\n  --body-parameter \'{"AttachmentItem":{"AttachmentType":"file","Name":"flower","Size":3483322}}\'',
      },
    ],
    onlineVersion:
      "https://learn.microsoft.com/powershell/module/microsoft.graph.beta.users.actions/new-mgbetausermailfoldermessageattachmentuploadsession",
  },
};
