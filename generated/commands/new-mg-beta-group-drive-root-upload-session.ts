// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Groups/New-MgBetaGroupDriveRootUploadSession.yaml. Do not edit.
import type { Command, Shape } from "@graphlet/runtime/shell";
import {
  newMgBetaGroupDriveRootUploadSessionCmdlet,
  newMgBetaGroupDriveRootUploadSessionTarget,
  toNewMgBetaGroupDriveRootUploadSessionRequestInformation,
} from "../cmdlets/new-mg-beta-group-drive-root-upload-session.js";
import { createDriveItemUploadablePropertiesFromDiscriminatorValue } from "../models/drive-item-uploadable-properties.js";
import { createCreateUploadSessionPostRequestBodyFromDiscriminatorValue } from "../request-builders/beta/groups/item/drives/item/root/create-upload-session.js";
import { driveItemUploadablePropertiesShape } from "../shapes/drive-item-uploadable-properties.js";

const createUploadSessionPostRequestBodyShape: Shape = {
  name: "CreateUploadSessionPostRequestBody",
  open: true,
  properties: {
    item: { type: "object", shape: () => driveItemUploadablePropertiesShape },
  },
};

/** What the shell needs of New-MgBetaGroupDriveRootUploadSession. */
export const command: Command = {
  cmdlet: newMgBetaGroupDriveRootUploadSessionCmdlet,
  toRequestInformation: toNewMgBetaGroupDriveRootUploadSessionRequestInformation,
  requires: [[]],
  upload: newMgBetaGroupDriveRootUploadSessionTarget,
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
    "attachmentId",
    "contentTypeId",
    "conversationId",
    "conversationThreadId",
    "directoryObjectId",
    "documentSetVersionId",
    "driveId",
    "driveItemId",
    "driveItemVersionId",
    "endDateTime",
    "eventId",
    "extensionId",
    "groupId",
    "groupLifecyclePolicyId",
    "groupSettingId",
    "groupSettingTemplateId",
    "includePersonalNotebooks",
    "interval",
    "listId",
    "listItemId",
    "listItemVersionId",
    "notebookId",
    "onenotePageId",
    "onenoteSectionId",
    "path",
    "permissionId",
    "postId",
    "profilePhotoId",
    "q",
    "resourceSpecificPermissionGrantId",
    "siteId",
    "startDateTime",
    "subscriptionId",
    "token",
    "user",
  ],
  help: {
    synopsis: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    description:
      "Open an upload session for the content of a file in a drive of OneDrive or SharePoint. The item is an existing file, or a new one named by its path, root:/folder/report.pdf: in place of an id. The reply holds an upload URL, to which the file follows in order, range after range; every range but the last is a multiple of 320 KiB long. The session lives as long as ranges arrive, and the last one makes the file.",
    syntax: [
      "New-MgBetaGroupDriveRootUploadSession -DriveId <String> -GroupId <String> [-AdditionalProperties <Hashtable>]\n [-Item <IMicrosoftGraphDriveItemUploadableProperties>] [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaGroupDriveRootUploadSession -DriveId <String> -GroupId <String>\n -BodyParameter <IPathsZhvtqmGroupsGroupIdDrivesDriveIdRootMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaGroupDriveRootUploadSession -InputObject <IGroupsIdentity> [-AdditionalProperties <Hashtable>]\n [-Item <IMicrosoftGraphDriveItemUploadableProperties>] [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaGroupDriveRootUploadSession -InputObject <IGroupsIdentity>\n -BodyParameter <IPathsZhvtqmGroupsGroupIdDrivesDriveIdRootMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
    ],
    parameters: {
      AdditionalProperties: "Additional Parameters",
      DriveId: "The unique identifier of drive",
      GroupId: "The unique identifier of group",
      InputObject: "Identity Parameter",
      Item: "What the new file is to be, told before its bytes are sent.",
    },
    examples: [
      {
        title: "Attach a file",
        shell:
          'mg New-MgBetaGroupDriveRootUploadSession \\\n  --group-id "$groupId" \\\n  --drive-id "$driveId" \\\n  --in-file report.pdf',
      },
      {
        title: "Open an upload session at the root of a drive of a group",
        shell:
          'mg New-MgBetaGroupDriveRootUploadSession \\\n  --group-id "$groupId" \\\n  --drive-id "$driveId" \\\n  --body-parameter \'{"Item":{"Name":"report.pdf","@microsoft.graph.conflictBehavior":"rename"}}\'',
      },
    ],
    onlineVersion:
      "https://learn.microsoft.com/powershell/module/microsoft.graph.beta.groups/new-mgbetagroupdriverootuploadsession",
  },
};
