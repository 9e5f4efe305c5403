// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Users.Actions/New-MgBetaUserDriveRootUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { BetaUsersActionsIdentity } from "../identities/beta-users-actions-identity.js";
import type { DriveItemUploadableProperties } from "../models/drive-item-uploadable-properties.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/beta/users/item/drives/item/root/create-upload-session.js";

/** What New-MgBetaUserDriveRootUploadSession is: its request, its parameter sets and parameters. */
export const newMgBetaUserDriveRootUploadSessionCmdlet = {
  name: "New-MgBetaUserDriveRootUploadSession",
  apiVersion: "beta",
  operations: [{ method: "POST", path: "/users/{user-id}/drives/{drive-id}/root/microsoft.graph.createUploadSession" }],
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
      type: "IPathsYe7D9IUsersUserIdDrivesDriveIdRootMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
      sets: ["Create", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "body",
    },
    { name: "DriveId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "drive-id" },
    {
      name: "InputObject",
      type: "IUsersActionsIdentity",
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
    { name: "UserId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "user-id" },
  ],
} as const satisfies Cmdlet;

/** What the request is for, by its identifiers. */
export interface NewMgBetaUserDriveRootUploadSessionByName {
  /** The unique identifier of drive */
  driveId: string;
  /** The unique identifier of user */
  userId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaUserDriveRootUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaUsersActionsIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaUserDriveRootUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  /** What the new file is to be, told before its bytes are sent. */
  item?: DriveItemUploadableProperties | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaUserDriveRootUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaUserDriveRootUploadSessionCreateExpanded = NewMgBetaUserDriveRootUploadSessionByName &
  NewMgBetaUserDriveRootUploadSessionProperties;
export type NewMgBetaUserDriveRootUploadSessionCreate = NewMgBetaUserDriveRootUploadSessionByName &
  NewMgBetaUserDriveRootUploadSessionBody;
export type NewMgBetaUserDriveRootUploadSessionCreateViaIdentityExpanded =
  NewMgBetaUserDriveRootUploadSessionByIdentity & NewMgBetaUserDriveRootUploadSessionProperties;
export type NewMgBetaUserDriveRootUploadSessionCreateViaIdentity = NewMgBetaUserDriveRootUploadSessionByIdentity &
  NewMgBetaUserDriveRootUploadSessionBody;

/** The parameters of New-MgBetaUserDriveRootUploadSession: those of exactly one parameter set. */
export type NewMgBetaUserDriveRootUploadSessionParameters = OneParameterSet<
  | NewMgBetaUserDriveRootUploadSessionCreateExpanded
  | NewMgBetaUserDriveRootUploadSessionCreate
  | NewMgBetaUserDriveRootUploadSessionCreateViaIdentityExpanded
  | NewMgBetaUserDriveRootUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaUserDriveRootUploadSession without sending it. */
export function toNewMgBetaUserDriveRootUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaUserDriveRootUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaUserDriveRootUploadSessionCmdlet,
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
export async function newMgBetaUserDriveRootUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaUserDriveRootUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaUserDriveRootUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgBetaUserDriveRootUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgBetaUserDriveRootUploadSessionTargetParameters = OneParameterSet<
  NewMgBetaUserDriveRootUploadSessionByName | NewMgBetaUserDriveRootUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaUserDriveRootUploadSession goes, for `uploadFile`. */
export const newMgBetaUserDriveRootUploadSessionTarget = {
  dialect: "drive",
  toRequestInformation: (adapter, parameters, item, configuration) =>
    toNewMgBetaUserDriveRootUploadSessionRequestInformation(adapter, { ...parameters, item }, configuration),
} satisfies UploadTarget<NewMgBetaUserDriveRootUploadSessionTargetParameters>;
