// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Files/New-MgBetaDriveItemUploadSession.yaml. Do not edit.
import type { Command, Shape } from "@graphlet/runtime/shell";
import {
  newMgBetaDriveItemUploadSessionCmdlet,
  newMgBetaDriveItemUploadSessionTarget,
  toNewMgBetaDriveItemUploadSessionRequestInformation,
} from "../cmdlets/new-mg-beta-drive-item-upload-session.js";
import { createDriveItemUploadablePropertiesFromDiscriminatorValue } from "../models/drive-item-uploadable-properties.js";
import { createCreateUploadSessionPostRequestBodyFromDiscriminatorValue } from "../request-builders/beta/drives/item/items/item/create-upload-session.js";
import { driveItemUploadablePropertiesShape } from "../shapes/drive-item-uploadable-properties.js";

const createUploadSessionPostRequestBodyShape: Shape = {
  name: "CreateUploadSessionPostRequestBody",
  open: true,
  properties: {
    item: { type: "object", shape: () => driveItemUploadablePropertiesShape },
  },
};

/** What the shell needs of New-MgBetaDriveItemUploadSession. */
export const command: Command = {
  cmdlet: newMgBetaDriveItemUploadSessionCmdlet,
  toRequestInformation: toNewMgBetaDriveItemUploadSessionRequestInformation,
  requires: [[]],
  upload: newMgBetaDriveItemUploadSessionTarget,
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
  identity: ["driveId", "driveItemId"],
  help: {
    synopsis: "Open an upload session for the content of a file in a drive of OneDrive or SharePoint.",
    description:
      "Open an upload session for the content of a file in a drive of OneDrive or SharePoint. The item is an existing file, or a new one named by its path, root:/folder/report.pdf: in place of an id. The reply holds an upload URL, to which the file follows in order, range after range; every range but the last is a multiple of 320 KiB long. The session lives as long as ranges arrive, and the last one makes the file.",
    syntax: [
      "New-MgBetaDriveItemUploadSession -DriveId <String> -DriveItemId <String> [-AdditionalProperties <Hashtable>]\n [-Item <IMicrosoftGraphDriveItemUploadableProperties>] [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaDriveItemUploadSession -DriveId <String> -DriveItemId <String>\n -BodyParameter <IPaths12Egp4EDrivesDriveIdItemsDriveitemIdMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaDriveItemUploadSession -InputObject <IFilesIdentity> [-AdditionalProperties <Hashtable>]\n [-Item <IMicrosoftGraphDriveItemUploadableProperties>] [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaDriveItemUploadSession -InputObject <IFilesIdentity>\n -BodyParameter <IPaths12Egp4EDrivesDriveIdItemsDriveitemIdMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
    ],
    parameters: {
      AdditionalProperties: "Additional Parameters",
      DriveId: "The unique identifier of drive",
      DriveItemId: "The unique identifier of driveItem",
      InputObject: "Identity Parameter",
      Item: "What the new file is to be, told before its bytes are sent.",
    },
    examples: [
      {
        title: "Attach a file",
        shell:
          'mg New-MgBetaDriveItemUploadSession \\\n  --drive-id "$driveId" \\\n  --drive-item-id "$driveItemId" \\\n  --in-file report.pdf',
      },
      {
        title: "Open an upload session for a file, under another name if the name is taken",
        shell:
          'mg New-MgBetaDriveItemUploadSession \\\n  --drive-id "$driveId" \\\n  --drive-item-id "$driveItemId" \\\n  --body-parameter \'{"Item":{"Name":"report.pdf","@microsoft.graph.conflictBehavior":"rename"}}\'',
      },
    ],
    onlineVersion:
      "https://learn.microsoft.com/powershell/module/microsoft.graph.beta.files/new-mgbetadriveitemuploadsession",
  },
};
