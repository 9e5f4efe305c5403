// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Users.Actions/New-MgBetaUserEventAttachmentUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { BetaUsersActionsIdentity } from "../identities/beta-users-actions-identity.js";
import type { AttachmentItem } from "../models/attachment-item.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/beta/users/item/events/item/attachments/create-upload-session.js";

/** What New-MgBetaUserEventAttachmentUploadSession is: its request, its parameter sets and parameters. */
export const newMgBetaUserEventAttachmentUploadSessionCmdlet = {
  name: "New-MgBetaUserEventAttachmentUploadSession",
  apiVersion: "beta",
  operations: [
    { method: "POST", path: "/users/{user-id}/events/{event-id}/attachments/microsoft.graph.createUploadSession" },
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
      name: "AttachmentItem",
      type: "IMicrosoftGraphAttachmentItem",
      sets: ["CreateExpanded", "CreateViaIdentityExpanded"],
      body: "AttachmentItem",
    },
    {
      name: "BodyParameter",
      type: "IPaths1Ly1W91UsersUserIdEventsEventIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
      sets: ["Create", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "body",
    },
    { name: "EventId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "event-id" },
    {
      name: "InputObject",
      type: "IUsersActionsIdentity",
      sets: ["CreateViaIdentityExpanded", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "identity",
    },
    { name: "UserId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "user-id" },
  ],
} as const satisfies Cmdlet;

/** What the request is for, by its identifiers. */
export interface NewMgBetaUserEventAttachmentUploadSessionByName {
  /** The unique identifier of event */
  eventId: string;
  /** The unique identifier of user */
  userId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaUserEventAttachmentUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaUsersActionsIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaUserEventAttachmentUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  attachmentItem?: AttachmentItem | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaUserEventAttachmentUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaUserEventAttachmentUploadSessionCreateExpanded = NewMgBetaUserEventAttachmentUploadSessionByName &
  NewMgBetaUserEventAttachmentUploadSessionProperties;
export type NewMgBetaUserEventAttachmentUploadSessionCreate = NewMgBetaUserEventAttachmentUploadSessionByName &
  NewMgBetaUserEventAttachmentUploadSessionBody;
export type NewMgBetaUserEventAttachmentUploadSessionCreateViaIdentityExpanded =
  NewMgBetaUserEventAttachmentUploadSessionByIdentity & NewMgBetaUserEventAttachmentUploadSessionProperties;
export type NewMgBetaUserEventAttachmentUploadSessionCreateViaIdentity =
  NewMgBetaUserEventAttachmentUploadSessionByIdentity & NewMgBetaUserEventAttachmentUploadSessionBody;

/** The parameters of New-MgBetaUserEventAttachmentUploadSession: those of exactly one parameter set. */
export type NewMgBetaUserEventAttachmentUploadSessionParameters = OneParameterSet<
  | NewMgBetaUserEventAttachmentUploadSessionCreateExpanded
  | NewMgBetaUserEventAttachmentUploadSessionCreate
  | NewMgBetaUserEventAttachmentUploadSessionCreateViaIdentityExpanded
  | NewMgBetaUserEventAttachmentUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaUserEventAttachmentUploadSession without sending it. */
export function toNewMgBetaUserEventAttachmentUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaUserEventAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaUserEventAttachmentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  return toPostRequestInformation(adapter, bound.pathParameters, bound.body, bound.settings);
}

/**
 * Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the
 * specified Outlook item. The item can be a message or event. Use this approach to attach a file if the file size is
 * between 3 MB and 150 MB. To attach a file that's smaller than 3 MB, do a POST operation on the attachments navigation
 * property of the Outlook item; see how to do this for a message or for an event. As part of the response, this action
 * returns an upload URL that you can use in subsequent sequential PUT queries. Request headers for each PUT operation
 * let you specify the exact range of bytes to be uploaded. This allows transfer to be resumed, in case the network
 * connection is dropped during upload. The following are the steps to attach a file to an Outlook item using an upload
 * session: See attach large files to Outlook messages or events for an example.
 * @param configuration headers, options, an abort signal and a time-out for this request
 * @throws ParameterBindingError if the parameters do not fit, GraphError if the service refuses the request
 */
export async function newMgBetaUserEventAttachmentUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaUserEventAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaUserEventAttachmentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgBetaUserEventAttachmentUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgBetaUserEventAttachmentUploadSessionTargetParameters = OneParameterSet<
  NewMgBetaUserEventAttachmentUploadSessionByName | NewMgBetaUserEventAttachmentUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaUserEventAttachmentUploadSession goes, for `uploadFile`. */
export const newMgBetaUserEventAttachmentUploadSessionTarget = {
  dialect: "outlook",
  toRequestInformation: (adapter, parameters, attachmentItem, configuration) =>
    toNewMgBetaUserEventAttachmentUploadSessionRequestInformation(
      adapter,
      { ...parameters, attachmentItem },
      configuration,
    ),
} satisfies UploadTarget<NewMgBetaUserEventAttachmentUploadSessionTargetParameters>;
