// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Devices.CloudPrint/New-MgBetaPrintShareJobDocumentUploadSession.yaml. Do not edit.
import type { Command, Shape } from "@graphlet/runtime/shell";
import {
  newMgBetaPrintShareJobDocumentUploadSessionCmdlet,
  newMgBetaPrintShareJobDocumentUploadSessionTarget,
  toNewMgBetaPrintShareJobDocumentUploadSessionRequestInformation,
} from "../cmdlets/new-mg-beta-print-share-job-document-upload-session.js";
import { createPrintDocumentUploadPropertiesFromDiscriminatorValue } from "../models/print-document-upload-properties.js";
import {
  createCreateUploadSessionPostRequestBodyFromDiscriminatorValue,
  postRequires,
} from "../request-builders/beta/print/shares/item/jobs/item/documents/item/create-upload-session.js";
import { printDocumentUploadPropertiesShape } from "../shapes/print-document-upload-properties.js";

const createUploadSessionPostRequestBodyShape: Shape = {
  name: "CreateUploadSessionPostRequestBody",
  open: true,
  properties: {
    properties: { type: "object", shape: () => printDocumentUploadPropertiesShape },
  },
};

/** What the shell needs of New-MgBetaPrintShareJobDocumentUploadSession. */
export const command: Command = {
  cmdlet: newMgBetaPrintShareJobDocumentUploadSessionCmdlet,
  toRequestInformation: toNewMgBetaPrintShareJobDocumentUploadSessionRequestInformation,
  requires: [postRequires],
  upload: newMgBetaPrintShareJobDocumentUploadSessionTarget,
  models: {
    BodyParameter: {
      shape: { type: "object", shape: () => createUploadSessionPostRequestBodyShape },
      read: (node) => node.getObjectValue(createCreateUploadSessionPostRequestBodyFromDiscriminatorValue),
    },
    Properties: {
      shape: { type: "object", shape: () => printDocumentUploadPropertiesShape },
      read: (node) => node.getObjectValue(createPrintDocumentUploadPropertiesFromDiscriminatorValue),
    },
  },
  identity: ["printDocumentId", "printJobId", "printerId", "printerShareId"],
  help: {
    synopsis: "Open an upload session for the document of a print job.",
    description:
      "Open an upload session for the document of a print job. The reply holds an upload URL, to which the document follows in ranges of at most 10 MB, in any order. When the last byte has arrived, the job can be started.",
    syntax: [
      "New-MgBetaPrintShareJobDocumentUploadSession -PrintDocumentId <String> -PrintJobId <String>\n -PrinterShareId <String> [-AdditionalProperties <Hashtable>]\n [-Properties <IMicrosoftGraphPrintDocumentUploadProperties>] [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaPrintShareJobDocumentUploadSession -PrintDocumentId <String> -PrintJobId <String>\n -PrinterShareId <String>\n -BodyParameter <IPathsCv1Pi3PrintSharesPrintershareIdJobsPrintjobIdDocumentsPrintdocumentIdMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
      "New-MgBetaPrintShareJobDocumentUploadSession -InputObject <IDevicesCloudPrintIdentity>\n [-AdditionalProperties <Hashtable>] [-Properties <IMicrosoftGraphPrintDocumentUploadProperties>] [-WhatIf]\n [-Confirm] [<CommonParameters>]",
      "New-MgBetaPrintShareJobDocumentUploadSession -InputObject <IDevicesCloudPrintIdentity>\n -BodyParameter <IPathsCv1Pi3PrintSharesPrintershareIdJobsPrintjobIdDocumentsPrintdocumentIdMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema>\n [-WhatIf] [-Confirm] [<CommonParameters>]",
    ],
    parameters: {
      AdditionalProperties: "Additional Parameters",
      InputObject: "Identity Parameter",
      PrintDocumentId: "The unique identifier of printDocument",
      PrinterShareId: "The unique identifier of printerShare",
      PrintJobId: "The unique identifier of printJob",
      Properties: "The document to print, told before its bytes are sent.",
    },
    examples: [
      {
        title: "Attach a file",
        shell:
          'mg New-MgBetaPrintShareJobDocumentUploadSession \\\n  --printer-share-id "$printerShareId" \\\n  --print-job-id "$printJobId" \\\n  --print-document-id "$printDocumentId" \\\n  --in-file report.pdf',
      },
      {
        title: "Open an upload session for the document of a job sent to a printer share",
        shell:
          'mg New-MgBetaPrintShareJobDocumentUploadSession \\\n  --printer-share-id "$printerShareId" \\\n  --print-job-id "$printJobId" \\\n  --print-document-id "$printDocumentId" \\\n  --body-parameter \'{"Properties":{"DocumentName":"report.pdf","ContentType":"application/pdf","Size":4533322}}\'',
      },
    ],
    onlineVersion:
      "https://learn.microsoft.com/powershell/module/microsoft.graph.beta.devices.cloudprint/new-mgbetaprintsharejobdocumentuploadsession",
  },
};
