// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Devices.CloudPrint/New-MgPrintShareJobDocumentUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { DevicesCloudPrintIdentity } from "../identities/devices-cloud-print-identity.js";
import type { PrintDocumentUploadProperties } from "../models/print-document-upload-properties.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/print/shares/item/jobs/item/documents/item/create-upload-session.js";

/** What New-MgPrintShareJobDocumentUploadSession is: its request, its parameter sets and parameters. */
export const newMgPrintShareJobDocumentUploadSessionCmdlet = {
  name: "New-MgPrintShareJobDocumentUploadSession",
  apiVersion: "v1.0",
  operations: [
    {
      method: "POST",
      path: "/print/shares/{printerShare-id}/jobs/{printJob-id}/documents/{printDocument-id}/microsoft.graph.createUploadSession",
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
      type: "IPathsCv1Pi3PrintSharesPrintershareIdJobsPrintjobIdDocumentsPrintdocumentIdMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
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
    {
      name: "PrinterShareId",
      type: "String",
      sets: ["CreateExpanded", "Create"],
      mandatory: true,
      path: "printerShare-id",
    },
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
export interface NewMgPrintShareJobDocumentUploadSessionByName {
  /** The unique identifier of printDocument */
  printDocumentId: string;
  /** The unique identifier of printerShare */
  printerShareId: string;
  /** The unique identifier of printJob */
  printJobId: string;
}

/** What the request is for, by an identity. */
export interface NewMgPrintShareJobDocumentUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: DevicesCloudPrintIdentity;
}

/** The body of the request, property by property. */
export interface NewMgPrintShareJobDocumentUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  /** The document to print, told before its bytes are sent. */
  properties?: PrintDocumentUploadProperties | null;
}

/** The body of the request as a whole. */
export interface NewMgPrintShareJobDocumentUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgPrintShareJobDocumentUploadSessionCreateExpanded = NewMgPrintShareJobDocumentUploadSessionByName &
  NewMgPrintShareJobDocumentUploadSessionProperties;
export type NewMgPrintShareJobDocumentUploadSessionCreate = NewMgPrintShareJobDocumentUploadSessionByName &
  NewMgPrintShareJobDocumentUploadSessionBody;
export type NewMgPrintShareJobDocumentUploadSessionCreateViaIdentityExpanded =
  NewMgPrintShareJobDocumentUploadSessionByIdentity & NewMgPrintShareJobDocumentUploadSessionProperties;
export type NewMgPrintShareJobDocumentUploadSessionCreateViaIdentity =
  NewMgPrintShareJobDocumentUploadSessionByIdentity & NewMgPrintShareJobDocumentUploadSessionBody;

/** The parameters of New-MgPrintShareJobDocumentUploadSession: those of exactly one parameter set. */
export type NewMgPrintShareJobDocumentUploadSessionParameters = OneParameterSet<
  | NewMgPrintShareJobDocumentUploadSessionCreateExpanded
  | NewMgPrintShareJobDocumentUploadSessionCreate
  | NewMgPrintShareJobDocumentUploadSessionCreateViaIdentityExpanded
  | NewMgPrintShareJobDocumentUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgPrintShareJobDocumentUploadSession without sending it. */
export function toNewMgPrintShareJobDocumentUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgPrintShareJobDocumentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgPrintShareJobDocumentUploadSessionCmdlet,
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
export async function newMgPrintShareJobDocumentUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgPrintShareJobDocumentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgPrintShareJobDocumentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgPrintShareJobDocumentUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgPrintShareJobDocumentUploadSessionTargetParameters = OneParameterSet<
  NewMgPrintShareJobDocumentUploadSessionByName | NewMgPrintShareJobDocumentUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgPrintShareJobDocumentUploadSession goes, for `uploadFile`. */
export const newMgPrintShareJobDocumentUploadSessionTarget = {
  dialect: "print",
  toRequestInformation: (adapter, parameters, properties, configuration) =>
    toNewMgPrintShareJobDocumentUploadSessionRequestInformation(adapter, { ...parameters, properties }, configuration),
} satisfies UploadTarget<NewMgPrintShareJobDocumentUploadSessionTargetParameters>;
