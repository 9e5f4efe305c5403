// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Files/New-MgDriveItemUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { FilesIdentity } from "../identities/files-identity.js";
import type { DriveItemUploadableProperties } from "../models/drive-item-uploadable-properties.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/drives/item/items/item/create-upload-session.js";

/** What New-MgDriveItemUploadSession is: its request, its parameter sets and parameters. */
export const newMgDriveItemUploadSessionCmdlet = {
  name: "New-MgDriveItemUploadSession",
  apiVersion: "v1.0",
  operations: [{ method: "POST", path: "/drives/{drive-id}/items/{driveItem-id}/microsoft.graph.createUploadSession" }],
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
      type: "IPaths12Egp4EDrivesDriveIdItemsDriveitemIdMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
      sets: ["Create", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "body",
    },
    { name: "DriveId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "drive-id" },
    { name: "DriveItemId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "driveItem-id" },
    {
      name: "InputObject",
      type: "IFilesIdentity",
      sets: ["CreateViaIdentityExpanded", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "identity",
    },
    {
      name: "Item",
      type: "IMicrosoftGraphDriveItemUploadableProperties",
      sets: ["CreateExpanded", "CreateViaIdentityExpanded"],
      body: "item",
    },
  ],
} as const satisfies Cmdlet;

/** What the request is for, by its identifiers. */
export interface NewMgDriveItemUploadSessionByName {
  /** The unique identifier of drive */
  driveId: string;
  /** The unique identifier of driveItem */
  driveItemId: string;
}

/** What the request is for, by an identity. */
export interface NewMgDriveItemUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: FilesIdentity;
}

/** The body of the request, property by property. */
export interface NewMgDriveItemUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  /** What the new file is to be, told before its bytes are sent. */
  item?: DriveItemUploadableProperties | null;
}

/** The body of the request as a whole. */
export interface NewMgDriveItemUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgDriveItemUploadSessionCreateExpanded = NewMgDriveItemUploadSessionByName &
  NewMgDriveItemUploadSessionProperties;
export type NewMgDriveItemUploadSessionCreate = NewMgDriveItemUploadSessionByName & NewMgDriveItemUploadSessionBody;
export type NewMgDriveItemUploadSessionCreateViaIdentityExpanded = NewMgDriveItemUploadSessionByIdentity &
  NewMgDriveItemUploadSessionProperties;
export type NewMgDriveItemUploadSessionCreateViaIdentity = NewMgDriveItemUploadSessionByIdentity &
  NewMgDriveItemUploadSessionBody;

/** The parameters of New-MgDriveItemUploadSession: those of exactly one parameter set. */
export type NewMgDriveItemUploadSessionParameters = OneParameterSet<
  | NewMgDriveItemUploadSessionCreateExpanded
  | NewMgDriveItemUploadSessionCreate
  | NewMgDriveItemUploadSessionCreateViaIdentityExpanded
  | NewMgDriveItemUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgDriveItemUploadSession without sending it. */
export function toNewMgDriveItemUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgDriveItemUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgDriveItemUploadSessionCmdlet,
    parameters,
    configuration,
  );
  return toPostRequestInformation(adapter, bound.pathParameters, bound.body, bound.settings);
}

/**
 * Open an upload session for the content of a file in a drive of OneDrive or SharePoint. The item is an existing file,
 * or a new one named by its path, root:/folder/report.pdf: in place of an id. The reply holds an upload URL, to which
 * the file follows in order, range after range; every range but the last is a multiple of 320 KiB long. The session
 * lives as long as ranges arrive, and the last one makes the file.
 * @param configuration headers, options, an abort signal and a time-out for this request
 * @throws ParameterBindingError if the parameters do not fit, GraphError if the service refuses the request
 */
export async function newMgDriveItemUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgDriveItemUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgDriveItemUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgDriveItemUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgDriveItemUploadSessionTargetParameters = OneParameterSet<
  NewMgDriveItemUploadSessionByName | NewMgDriveItemUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgDriveItemUploadSession goes, for `uploadFile`. */
export const newMgDriveItemUploadSessionTarget = {
  dialect: "drive",
  toRequestInformation: (adapter, parameters, item, configuration) =>
    toNewMgDriveItemUploadSessionRequestInformation(adapter, { ...parameters, item }, configuration),
} satisfies UploadTarget<NewMgDriveItemUploadSessionTargetParameters>;
