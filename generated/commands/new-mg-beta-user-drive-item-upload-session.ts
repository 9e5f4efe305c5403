// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Users.Actions/New-MgBetaUserDriveItemUploadSession.yaml. Do not edit.
import type { Command, Shape } from "@graphlet/runtime/shell";
import {
  newMgBetaUserDriveItemUploadSessionCmdlet,
  newMgBetaUserDriveItemUploadSessionTarget,
  toNewMgBetaUserDriveItemUploadSessionRequestInformation,
} from "../cmdlets/new-mg-beta-user-drive-item-upload-session.js";
import { createDriveItemUploadablePropertiesFromDiscriminatorValue } from "../models/drive-item-uploadable-properties.js";
import { createCreateUploadSessionPostRequestBodyFromDiscriminatorValue } from "../request-builders/beta/users/item/drives/item/items/item/create-upload-session.js";
import { driveItemUploadablePropertiesShape } from "../shapes/drive-item-uploadable-properties.js";

const createUploadSessionPostRequestBodyShape: Shape = {
  name: "CreateUploadSessionPostRequestBody",
  open: true,
  properties: {
    item: { type: "object", shape: () => driveItemUploadablePropertiesShape },
  },
};

/** What the shell needs of New-MgBetaUserDriveItemUploadSession. */
export const command: Command = {
  cmdlet: newMgBetaUserDriveItemUploadSessionCmdlet,
  toRequestInformation: toNewMgBetaUserDriveItemUploadSessionRequestInformation,
  requires: [[]],
  upload: newMgBetaUserDriveItemUploadSessionTarget,
  models: {
    BodyParameter: {
      shape: { type: "object", shape: () => createUploadSessionPostRequestBodyShape },
      read: (node) => node.getObjectValue(createCreateUploadSessionPostRequestBodyFromDiscriminatorValue),
    },
    Item: {
      shape: { type: "object", shape: () => driveItemUploadablePropertiesShape },
      read: (node) => node.getObjectValue(createDriveItemUploadablePropertiesFromDiscriminatorValue),
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
    synopsis: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    description:
      "Open an upload session for the content of a file in a drive of OneDrive or SharePoint. The item is an existing file, or a new one named by its path, root:/folder/report.pdf: in place of an id. The reply holds an upload URL, to which the file follows in order, range after range; every range but the last is a multiple of 320 KiB long. The session lives as long as ranges arrive, and the last one makes the file.",
    syntax: [
      "New-MgBetaUserDriveItemUploadSession -DriveId <String> -DriveItemId <String> -UserId <String>\n [-AdditionalProperties <Hashtable>] [-Item <IMicrosoftGraphDriveItemUploadableProperties>] [-WhatIf]\n [-Confirm] [<CommonParameters>]",
      "New-MgBetaUserDriveItemUploadSession -DriveId <String> -DriveItemId <String> -UserId <String>\n -BodyParameter <IPaths10ZzsxfUsersUserIdDrivesDriveIdItemsDriveitemIdMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaUserDriveItemUploadSession -InputObject <IUsersActionsIdentity> [-AdditionalProperties <Hashtable>]\n [-Item <IMicrosoftGraphDriveItemUploadableProperties>] [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaUserDriveItemUploadSession -InputObject <IUsersActionsIdentity>\n -BodyParameter <IPaths10ZzsxfUsersUserIdDrivesDriveIdItemsDriveitemIdMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
    ],
    parameters: {
      AdditionalProperties: "Additional Parameters",
      DriveId: "The unique identifier of drive",
      DriveItemId: "The unique identifier of driveItem",
      InputObject: "Identity Parameter",
      Item: "What the new file is to be, told before its bytes are sent.",
      UserId: "The unique identifier of user",
    },
    examples: [
      {
        title: "Attach a file",
        shell:
          'mg New-MgBetaUserDriveItemUploadSession \\\n  --user-id "$userId" \\\n  --drive-id "$driveId" \\\n  --drive-item-id "$driveItemId" \\\n  --in-file report.pdf',
      },
      {
        title: "Open an upload session for a file in a drive of a user",
        shell:
          'mg New-MgBetaUserDriveItemUploadSession \\\n  --user-id "$userId" \\\n  --drive-id "$driveId" \\\n  --drive-item-id "$driveItemId" \\\n  --body-parameter \'{"Item":{"Name":"report.pdf","@microsoft.graph.conflictBehavior":"rename"}}\'',
      },
    ],
    onlineVersion:
      "https://learn.microsoft.com/powershell/module/microsoft.graph.beta.users.actions/new-mgbetauserdriveitemuploadsession",
  },
};
