// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Groups/New-MgBetaGroupDriveRootUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { BetaGroupsIdentity } from "../identities/beta-groups-identity.js";
import type { DriveItemUploadableProperties } from "../models/drive-item-uploadable-properties.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/beta/groups/item/drives/item/root/create-upload-session.js";

/** What New-MgBetaGroupDriveRootUploadSession is: its request, its parameter sets and parameters. */
export const newMgBetaGroupDriveRootUploadSessionCmdlet = {
  name: "New-MgBetaGroupDriveRootUploadSession",
  apiVersion: "beta",
  operations: [
    { method: "POST", path: "/groups/{group-id}/drives/{drive-id}/root/microsoft.graph.createUploadSession" },
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
      type: "IPathsZhvtqmGroupsGroupIdDrivesDriveIdRootMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
      sets: ["Create", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "body",
    },
    { name: "DriveId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "drive-id" },
    { name: "GroupId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "group-id" },
    {
      name: "InputObject",
      type: "IGroupsIdentity",
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
export interface NewMgBetaGroupDriveRootUploadSessionByName {
  /** The unique identifier of drive */
  driveId: string;
  /** The unique identifier of group */
  groupId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaGroupDriveRootUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaGroupsIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaGroupDriveRootUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  /** What the new file is to be, told before its bytes are sent. */
  item?: DriveItemUploadableProperties | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaGroupDriveRootUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaGroupDriveRootUploadSessionCreateExpanded = NewMgBetaGroupDriveRootUploadSessionByName &
  NewMgBetaGroupDriveRootUploadSessionProperties;
export type NewMgBetaGroupDriveRootUploadSessionCreate = NewMgBetaGroupDriveRootUploadSessionByName &
  NewMgBetaGroupDriveRootUploadSessionBody;
export type NewMgBetaGroupDriveRootUploadSessionCreateViaIdentityExpanded =
  NewMgBetaGroupDriveRootUploadSessionByIdentity & NewMgBetaGroupDriveRootUploadSessionProperties;
export type NewMgBetaGroupDriveRootUploadSessionCreateViaIdentity = NewMgBetaGroupDriveRootUploadSessionByIdentity &
  NewMgBetaGroupDriveRootUploadSessionBody;

/** The parameters of New-MgBetaGroupDriveRootUploadSession: those of exactly one parameter set. */
export type NewMgBetaGroupDriveRootUploadSessionParameters = OneParameterSet<
  | NewMgBetaGroupDriveRootUploadSessionCreateExpanded
  | NewMgBetaGroupDriveRootUploadSessionCreate
  | NewMgBetaGroupDriveRootUploadSessionCreateViaIdentityExpanded
  | NewMgBetaGroupDriveRootUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaGroupDriveRootUploadSession without sending it. */
export function toNewMgBetaGroupDriveRootUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaGroupDriveRootUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaGroupDriveRootUploadSessionCmdlet,
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
export async function newMgBetaGroupDriveRootUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaGroupDriveRootUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaGroupDriveRootUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgBetaGroupDriveRootUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgBetaGroupDriveRootUploadSessionTargetParameters = OneParameterSet<
  NewMgBetaGroupDriveRootUploadSessionByName | NewMgBetaGroupDriveRootUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaGroupDriveRootUploadSession goes, for `uploadFile`. */
export const newMgBetaGroupDriveRootUploadSessionTarget = {
  dialect: "drive",
  toRequestInformation: (adapter, parameters, item, configuration) =>
    toNewMgBetaGroupDriveRootUploadSessionRequestInformation(adapter, { ...parameters, item }, configuration),
} satisfies UploadTarget<NewMgBetaGroupDriveRootUploadSessionTargetParameters>;
