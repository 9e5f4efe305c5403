// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Devices.CloudPrint/New-MgBetaPrintPrinterJobDocumentUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { BetaDevicesCloudPrintIdentity } from "../identities/beta-devices-cloud-print-identity.js";
import type { PrintDocumentUploadProperties } from "../models/print-document-upload-properties.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/beta/print/printers/item/jobs/item/documents/item/create-upload-session.js";

/** What New-MgBetaPrintPrinterJobDocumentUploadSession is: its request, its parameter sets and parameters. */
export const newMgBetaPrintPrinterJobDocumentUploadSessionCmdlet = {
  name: "New-MgBetaPrintPrinterJobDocumentUploadSession",
  apiVersion: "beta",
  operations: [
    {
      method: "POST",
      path: "/print/printers/{printer-id}/jobs/{printJob-id}/documents/{printDocument-id}/microsoft.graph.createUploadSession",
    },
  ],
  parameterSets: ["CreateExpanded", "Create", "CreateViaIdentityExpanded", "CreateViaIdentity"],
  parameters: [
    {
      name: "AdditionalProperties",
      type: "Hashtable",
      sets: ["CreateExpanded", "CreateViaIdentityExpanded"],
      role: "additionalProperties",
    },
    {
      name: "BodyParameter",
      type: "IPaths1GenyolPrintPrintersPrinterIdJobsPrintjobIdDocumentsPrintdocumentIdMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
      sets: ["Create", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "body",
    },
    {
      name: "InputObject",
      type: "IDevicesCloudPrintIdentity",
      sets: ["CreateViaIdentityExpanded", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "identity",
    },
    {
      name: "PrintDocumentId",
      type: "String",
      sets: ["CreateExpanded", "Create"],
      mandatory: true,
      path: "printDocument-id",
    },
    { name: "PrinterId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "printer-id" },
    { name: "PrintJobId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "printJob-id" },
    {
      name: "Properties",
      type: "IMicrosoftGraphPrintDocumentUploadProperties",
      sets: ["CreateExpanded", "CreateViaIdentityExpanded"],
      body: "properties",
    },
  ],
} as const satisfies Cmdlet;

/** What the request is for, by its identifiers. */
export interface NewMgBetaPrintPrinterJobDocumentUploadSessionByName {
  /** The unique identifier of printDocument */
  printDocumentId: string;
  /** The unique identifier of printer */
  printerId: string;
  /** The unique identifier of printJob */
  printJobId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaPrintPrinterJobDocumentUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaDevicesCloudPrintIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaPrintPrinterJobDocumentUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  /** The document to print, told before its bytes are sent. */
  properties?: PrintDocumentUploadProperties | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaPrintPrinterJobDocumentUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaPrintPrinterJobDocumentUploadSessionCreateExpanded =
  NewMgBetaPrintPrinterJobDocumentUploadSessionByName & NewMgBetaPrintPrinterJobDocumentUploadSessionProperties;
export type NewMgBetaPrintPrinterJobDocumentUploadSessionCreate = NewMgBetaPrintPrinterJobDocumentUploadSessionByName &
  NewMgBetaPrintPrinterJobDocumentUploadSessionBody;
export type NewMgBetaPrintPrinterJobDocumentUploadSessionCreateViaIdentityExpanded =
  NewMgBetaPrintPrinterJobDocumentUploadSessionByIdentity & NewMgBetaPrintPrinterJobDocumentUploadSessionProperties;
export type NewMgBetaPrintPrinterJobDocumentUploadSessionCreateViaIdentity =
  NewMgBetaPrintPrinterJobDocumentUploadSessionByIdentity & NewMgBetaPrintPrinterJobDocumentUploadSessionBody;

/** The parameters of New-MgBetaPrintPrinterJobDocumentUploadSession: those of exactly one parameter set. */
export type NewMgBetaPrintPrinterJobDocumentUploadSessionParameters = OneParameterSet<
  | NewMgBetaPrintPrinterJobDocumentUploadSessionCreateExpanded
  | NewMgBetaPrintPrinterJobDocumentUploadSessionCreate
  | NewMgBetaPrintPrinterJobDocumentUploadSessionCreateViaIdentityExpanded
  | NewMgBetaPrintPrinterJobDocumentUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaPrintPrinterJobDocumentUploadSession without sending it. */
export function toNewMgBetaPrintPrinterJobDocumentUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaPrintPrinterJobDocumentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaPrintPrinterJobDocumentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  return toPostRequestInformation(adapter, bound.pathParameters, bound.body, bound.settings);
}

/**
 * Open an upload session for the document of a print job. The reply holds an upload URL, to which the document follows
 * in ranges of at most 10 MB, in any order. When the last byte has arrived, the job can be started.
 * @param configuration headers, options, an abort signal and a time-out for this request
 * @throws ParameterBindingError if the parameters do not fit, GraphError if the service refuses the request
 */
export async function newMgBetaPrintPrinterJobDocumentUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaPrintPrinterJobDocumentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaPrintPrinterJobDocumentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgBetaPrintPrinterJobDocumentUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgBetaPrintPrinterJobDocumentUploadSessionTargetParameters = OneParameterSet<
  NewMgBetaPrintPrinterJobDocumentUploadSessionByName | NewMgBetaPrintPrinterJobDocumentUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaPrintPrinterJobDocumentUploadSession goes, for `uploadFile`. */
export const newMgBetaPrintPrinterJobDocumentUploadSessionTarget = {
  dialect: "print",
  toRequestInformation: (adapter, parameters, properties, configuration) =>
    toNewMgBetaPrintPrinterJobDocumentUploadSessionRequestInformation(
      adapter,
      { ...parameters, properties },
      configuration,
    ),
} satisfies UploadTarget<NewMgBetaPrintPrinterJobDocumentUploadSessionTargetParameters>;
