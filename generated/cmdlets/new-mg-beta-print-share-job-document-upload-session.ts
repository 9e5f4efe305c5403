// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Devices.CloudPrint/New-MgBetaPrintShareJobDocumentUploadSession.yaml. Do not edit.
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
} from "../request-builders/beta/print/shares/item/jobs/item/documents/item/create-upload-session.js";

/** What New-MgBetaPrintShareJobDocumentUploadSession is: its request, its parameter sets and parameters. */
export const newMgBetaPrintShareJobDocumentUploadSessionCmdlet = {
  name: "New-MgBetaPrintShareJobDocumentUploadSession",
  apiVersion: "beta",
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
export interface NewMgBetaPrintShareJobDocumentUploadSessionByName {
  /** The unique identifier of printDocument */
  printDocumentId: string;
  /** The unique identifier of printerShare */
  printerShareId: string;
  /** The unique identifier of printJob */
  printJobId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaPrintShareJobDocumentUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaDevicesCloudPrintIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaPrintShareJobDocumentUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  /** The document to print, told before its bytes are sent. */
  properties?: PrintDocumentUploadProperties | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaPrintShareJobDocumentUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaPrintShareJobDocumentUploadSessionCreateExpanded =
  NewMgBetaPrintShareJobDocumentUploadSessionByName & NewMgBetaPrintShareJobDocumentUploadSessionProperties;
export type NewMgBetaPrintShareJobDocumentUploadSessionCreate = NewMgBetaPrintShareJobDocumentUploadSessionByName &
  NewMgBetaPrintShareJobDocumentUploadSessionBody;
export type NewMgBetaPrintShareJobDocumentUploadSessionCreateViaIdentityExpanded =
  NewMgBetaPrintShareJobDocumentUploadSessionByIdentity & NewMgBetaPrintShareJobDocumentUploadSessionProperties;
export type NewMgBetaPrintShareJobDocumentUploadSessionCreateViaIdentity =
  NewMgBetaPrintShareJobDocumentUploadSessionByIdentity & NewMgBetaPrintShareJobDocumentUploadSessionBody;

/** The parameters of New-MgBetaPrintShareJobDocumentUploadSession: those of exactly one parameter set. */
export type NewMgBetaPrintShareJobDocumentUploadSessionParameters = OneParameterSet<
  | NewMgBetaPrintShareJobDocumentUploadSessionCreateExpanded
  | NewMgBetaPrintShareJobDocumentUploadSessionCreate
  | NewMgBetaPrintShareJobDocumentUploadSessionCreateViaIdentityExpanded
  | NewMgBetaPrintShareJobDocumentUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaPrintShareJobDocumentUploadSession without sending it. */
export function toNewMgBetaPrintShareJobDocumentUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaPrintShareJobDocumentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaPrintShareJobDocumentUploadSessionCmdlet,
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
export async function newMgBetaPrintShareJobDocumentUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaPrintShareJobDocumentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaPrintShareJobDocumentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgBetaPrintShareJobDocumentUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgBetaPrintShareJobDocumentUploadSessionTargetParameters = OneParameterSet<
  NewMgBetaPrintShareJobDocumentUploadSessionByName | NewMgBetaPrintShareJobDocumentUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaPrintShareJobDocumentUploadSession goes, for `uploadFile`. */
export const newMgBetaPrintShareJobDocumentUploadSessionTarget = {
  dialect: "print",
  toRequestInformation: (adapter, parameters, properties, configuration) =>
    toNewMgBetaPrintShareJobDocumentUploadSessionRequestInformation(
      adapter,
      { ...parameters, properties },
      configuration,
    ),
} satisfies UploadTarget<NewMgBetaPrintShareJobDocumentUploadSessionTargetParameters>;
