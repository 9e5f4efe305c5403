// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Users.Actions/New-MgBetaUserEventAttachmentUploadSession.yaml. Do not edit.
import type { Command, Shape } from "@graphlet/runtime/shell";
import {
  newMgBetaUserEventAttachmentUploadSessionCmdlet,
  newMgBetaUserEventAttachmentUploadSessionTarget,
  toNewMgBetaUserEventAttachmentUploadSessionRequestInformation,
} from "../cmdlets/new-mg-beta-user-event-attachment-upload-session.js";
import { createAttachmentItemFromDiscriminatorValue } from "../models/attachment-item.js";
import {
  createCreateUploadSessionPostRequestBodyFromDiscriminatorValue,
  postRequires,
} from "../request-builders/beta/users/item/events/item/attachments/create-upload-session.js";
import { attachmentItemShape } from "../shapes/attachment-item.js";

const createUploadSessionPostRequestBodyShape: Shape = {
  name: "CreateUploadSessionPostRequestBody",
  open: true,
  properties: {
    AttachmentItem: { type: "object", shape: () => attachmentItemShape },
  },
};

/** What the shell needs of New-MgBetaUserEventAttachmentUploadSession. */
export const command: Command = {
  cmdlet: newMgBetaUserEventAttachmentUploadSessionCmdlet,
  toRequestInformation: toNewMgBetaUserEventAttachmentUploadSessionRequestInformation,
  requires: [postRequires],
  upload: newMgBetaUserEventAttachmentUploadSessionTarget,
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
      "New-MgBetaUserEventAttachmentUploadSession -EventId <String> -UserId <String>\n [-AdditionalProperties <Hashtable>] [-AttachmentItem <IMicrosoftGraphAttachmentItem>] [-WhatIf] [-Confirm]\n [<CommonParameters>]",
      "New-MgBetaUserEventAttachmentUploadSession -EventId <String> -UserId <String>\n -BodyParameter <IPaths1Ly1W91UsersUserIdEventsEventIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaUserEventAttachmentUploadSession -InputObject <IUsersActionsIdentity>\n [-AdditionalProperties <Hashtable>] [-AttachmentItem <IMicrosoftGraphAttachmentItem>] [-WhatIf] [-Confirm]\n [<CommonParameters>]",
      "New-MgBetaUserEventAttachmentUploadSession -InputObject <IUsersActionsIdentity>\n -BodyParameter <IPaths1Ly1W91UsersUserIdEventsEventIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
    ],
    parameters: {
      AdditionalProperties: "Additional Parameters",
      EventId: "The unique identifier of event",
      InputObject: "Identity Parameter",
      UserId: "The unique identifier of user",
    },
    examples: [
      {
        title: "Attach a file",
        shell:
          'mg New-MgBetaUserEventAttachmentUploadSession \\\n  --user-id "$userId" \\\n  --event-id "$eventId" \\\n  --in-file report.pdf',
      },
      {
        title: "Create an upload session to add a large attachment to an event",
        shell:
          'mg New-MgBetaUserEventAttachmentUploadSession \\\n  --user-id "$userId" \\\n  --event-id "$eventId" \\\n  --body-parameter \'{"AttachmentItem":{"AttachmentType":"file","Name":"flower","Size":3483322}}\'',
      },
    ],
    onlineVersion:
      "https://learn.microsoft.com/powershell/module/microsoft.graph.beta.users.actions/new-mgbetausereventattachmentuploadsession",
  },
};
