// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Files/New-MgDriveRootUploadSession.yaml. Do not edit.
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
} from "../request-builders/drives/item/root/create-upload-session.js";

/** What New-MgDriveRootUploadSession is: its request, its parameter sets and parameters. */
export const newMgDriveRootUploadSessionCmdlet = {
  name: "New-MgDriveRootUploadSession",
  apiVersion: "v1.0",
  operations: [{ method: "POST", path: "/drives/{drive-id}/root/microsoft.graph.createUploadSession" }],
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
      type: "IPathsH7Zk4RDrivesDriveIdRootMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
      sets: ["Create", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "body",
    },
    { name: "DriveId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "drive-id" },
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
export interface NewMgDriveRootUploadSessionByName {
  /** The unique identifier of drive */
  driveId: string;
}

/** What the request is for, by an identity. */
export interface NewMgDriveRootUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: FilesIdentity;
}

/** The body of the request, property by property. */
export interface NewMgDriveRootUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  /** What the new file is to be, told before its bytes are sent. */
  item?: DriveItemUploadableProperties | null;
}

/** The body of the request as a whole. */
export interface NewMgDriveRootUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgDriveRootUploadSessionCreateExpanded = NewMgDriveRootUploadSessionByName &
  NewMgDriveRootUploadSessionProperties;
export type NewMgDriveRootUploadSessionCreate = NewMgDriveRootUploadSessionByName & NewMgDriveRootUploadSessionBody;
export type NewMgDriveRootUploadSessionCreateViaIdentityExpanded = NewMgDriveRootUploadSessionByIdentity &
  NewMgDriveRootUploadSessionProperties;
export type NewMgDriveRootUploadSessionCreateViaIdentity = NewMgDriveRootUploadSessionByIdentity &
  NewMgDriveRootUploadSessionBody;

/** The parameters of New-MgDriveRootUploadSession: those of exactly one parameter set. */
export type NewMgDriveRootUploadSessionParameters = OneParameterSet<
  | NewMgDriveRootUploadSessionCreateExpanded
  | NewMgDriveRootUploadSessionCreate
  | NewMgDriveRootUploadSessionCreateViaIdentityExpanded
  | NewMgDriveRootUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgDriveRootUploadSession without sending it. */
export function toNewMgDriveRootUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgDriveRootUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgDriveRootUploadSessionCmdlet,
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
export async function newMgDriveRootUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgDriveRootUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgDriveRootUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgDriveRootUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgDriveRootUploadSessionTargetParameters = OneParameterSet<
  NewMgDriveRootUploadSessionByName | NewMgDriveRootUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgDriveRootUploadSession goes, for `uploadFile`. */
export const newMgDriveRootUploadSessionTarget = {
  dialect: "drive",
  toRequestInformation: (adapter, parameters, item, configuration) =>
    toNewMgDriveRootUploadSessionRequestInformation(adapter, { ...parameters, item }, configuration),
} satisfies UploadTarget<NewMgDriveRootUploadSessionTargetParameters>;
