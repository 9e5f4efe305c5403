// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Files/New-MgBetaDriveRootUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { BetaFilesIdentity } from "../identities/beta-files-identity.js";
import type { DriveItemUploadableProperties } from "../models/drive-item-uploadable-properties.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/beta/drives/item/root/create-upload-session.js";

/** What New-MgBetaDriveRootUploadSession is: its request, its parameter sets and parameters. */
export const newMgBetaDriveRootUploadSessionCmdlet = {
  name: "New-MgBetaDriveRootUploadSession",
  apiVersion: "beta",
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
export interface NewMgBetaDriveRootUploadSessionByName {
  /** The unique identifier of drive */
  driveId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaDriveRootUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaFilesIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaDriveRootUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  /** What the new file is to be, told before its bytes are sent. */
  item?: DriveItemUploadableProperties | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaDriveRootUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaDriveRootUploadSessionCreateExpanded = NewMgBetaDriveRootUploadSessionByName &
  NewMgBetaDriveRootUploadSessionProperties;
export type NewMgBetaDriveRootUploadSessionCreate = NewMgBetaDriveRootUploadSessionByName &
  NewMgBetaDriveRootUploadSessionBody;
export type NewMgBetaDriveRootUploadSessionCreateViaIdentityExpanded = NewMgBetaDriveRootUploadSessionByIdentity &
  NewMgBetaDriveRootUploadSessionProperties;
export type NewMgBetaDriveRootUploadSessionCreateViaIdentity = NewMgBetaDriveRootUploadSessionByIdentity &
  NewMgBetaDriveRootUploadSessionBody;

/** The parameters of New-MgBetaDriveRootUploadSession: those of exactly one parameter set. */
export type NewMgBetaDriveRootUploadSessionParameters = OneParameterSet<
  | NewMgBetaDriveRootUploadSessionCreateExpanded
  | NewMgBetaDriveRootUploadSessionCreate
  | NewMgBetaDriveRootUploadSessionCreateViaIdentityExpanded
  | NewMgBetaDriveRootUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaDriveRootUploadSession without sending it. */
export function toNewMgBetaDriveRootUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaDriveRootUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaDriveRootUploadSessionCmdlet,
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
export async function newMgBetaDriveRootUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaDriveRootUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaDriveRootUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgBetaDriveRootUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgBetaDriveRootUploadSessionTargetParameters = OneParameterSet<
  NewMgBetaDriveRootUploadSessionByName | NewMgBetaDriveRootUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaDriveRootUploadSession goes, for `uploadFile`. */
export const newMgBetaDriveRootUploadSessionTarget = {
  dialect: "drive",
  toRequestInformation: (adapter, parameters, item, configuration) =>
    toNewMgBetaDriveRootUploadSessionRequestInformation(adapter, { ...parameters, item }, configuration),
} satisfies UploadTarget<NewMgBetaDriveRootUploadSessionTargetParameters>;
