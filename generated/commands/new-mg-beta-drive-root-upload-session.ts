// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Files/New-MgBetaDriveRootUploadSession.yaml. Do not edit.
import type { Command, Shape } from "@graphlet/runtime/shell";
import {
  newMgBetaDriveRootUploadSessionCmdlet,
  newMgBetaDriveRootUploadSessionTarget,
  toNewMgBetaDriveRootUploadSessionRequestInformation,
} from "../cmdlets/new-mg-beta-drive-root-upload-session.js";
import { createDriveItemUploadablePropertiesFromDiscriminatorValue } from "../models/drive-item-uploadable-properties.js";
import { createCreateUploadSessionPostRequestBodyFromDiscriminatorValue } from "../request-builders/beta/drives/item/root/create-upload-session.js";
import { driveItemUploadablePropertiesShape } from "../shapes/drive-item-uploadable-properties.js";

const createUploadSessionPostRequestBodyShape: Shape = {
  name: "CreateUploadSessionPostRequestBody",
  open: true,
  properties: {
    item: { type: "object", shape: () => driveItemUploadablePropertiesShape },
  },
};

/** What the shell needs of New-MgBetaDriveRootUploadSession. */
export const command: Command = {
  cmdlet: newMgBetaDriveRootUploadSessionCmdlet,
  toRequestInformation: toNewMgBetaDriveRootUploadSessionRequestInformation,
  requires: [[]],
  upload: newMgBetaDriveRootUploadSessionTarget,
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
      "New-MgBetaDriveRootUploadSession -DriveId <String> [-AdditionalProperties <Hashtable>]\n [-Item <IMicrosoftGraphDriveItemUploadableProperties>] [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaDriveRootUploadSession -DriveId <String>\n -BodyParameter <IPathsH7Zk4RDrivesDriveIdRootMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaDriveRootUploadSession -InputObject <IFilesIdentity> [-AdditionalProperties <Hashtable>]\n [-Item <IMicrosoftGraphDriveItemUploadableProperties>] [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaDriveRootUploadSession -InputObject <IFilesIdentity>\n -BodyParameter <IPathsH7Zk4RDrivesDriveIdRootMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
    ],
    parameters: {
      AdditionalProperties: "Additional Parameters",
      DriveId: "The unique identifier of drive",
      InputObject: "Identity Parameter",
      Item: "What the new file is to be, told before its bytes are sent.",
    },
    examples: [
      {
        title: "Attach a file",
        shell: 'mg New-MgBetaDriveRootUploadSession \\\n  --drive-id "$driveId" \\\n  --in-file report.pdf',
      },
      {
        title: "Open an upload session at the root of a drive",
        shell:
          'mg New-MgBetaDriveRootUploadSession \\\n  --drive-id "$driveId" \\\n  --body-parameter \'{"Item":{"Name":"report.pdf","@microsoft.graph.conflictBehavior":"rename"}}\'',
      },
    ],
    onlineVersion:
      "https://learn.microsoft.com/powershell/module/microsoft.graph.beta.files/new-mgbetadriverootuploadsession",
  },
};
