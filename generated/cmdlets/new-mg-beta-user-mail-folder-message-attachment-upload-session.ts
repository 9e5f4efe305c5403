// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Users.Actions/New-MgBetaUserMailFolderMessageAttachmentUploadSession.yaml. Do not edit.
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
} from "../request-builders/beta/users/item/mail-folders/item/messages/item/attachments/create-upload-session.js";

/** What New-MgBetaUserMailFolderMessageAttachmentUploadSession is: its request, its parameter sets and parameters. */
export const newMgBetaUserMailFolderMessageAttachmentUploadSessionCmdlet = {
  name: "New-MgBetaUserMailFolderMessageAttachmentUploadSession",
  apiVersion: "beta",
  operations: [
    {
      method: "POST",
      path: "/users/{user-id}/mailFolders/{mailFolder-id}/messages/{message-id}/attachments/microsoft.graph.createUploadSession",
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
      name: "AttachmentItem",
      type: "IMicrosoftGraphAttachmentItem",
      sets: ["CreateExpanded", "CreateViaIdentityExpanded"],
      body: "AttachmentItem",
    },
    {
      name: "BodyParameter",
      type: "IPaths1C7XgoqUsersUserIdMailfoldersMailfolderIdMessagesMessageIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
      sets: ["Create", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "body",
    },
    {
      name: "InputObject",
      type: "IUsersActionsIdentity",
      sets: ["CreateViaIdentityExpanded", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "identity",
    },
    {
      name: "MailFolderId",
      type: "String",
      sets: ["CreateExpanded", "Create"],
      mandatory: true,
      path: "mailFolder-id",
    },
    { name: "MessageId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "message-id" },
    { name: "UserId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "user-id" },
  ],
} as const satisfies Cmdlet;

/** What the request is for, by its identifiers. */
export interface NewMgBetaUserMailFolderMessageAttachmentUploadSessionByName {
  /** The unique identifier of mailFolder */
  mailFolderId: string;
  /** The unique identifier of message */
  messageId: string;
  /** The unique identifier of user */
  userId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaUserMailFolderMessageAttachmentUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaUsersActionsIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaUserMailFolderMessageAttachmentUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  attachmentItem?: AttachmentItem | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaUserMailFolderMessageAttachmentUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaUserMailFolderMessageAttachmentUploadSessionCreateExpanded =
  NewMgBetaUserMailFolderMessageAttachmentUploadSessionByName &
    NewMgBetaUserMailFolderMessageAttachmentUploadSessionProperties;
export type NewMgBetaUserMailFolderMessageAttachmentUploadSessionCreate =
  NewMgBetaUserMailFolderMessageAttachmentUploadSessionByName &
    NewMgBetaUserMailFolderMessageAttachmentUploadSessionBody;
export type NewMgBetaUserMailFolderMessageAttachmentUploadSessionCreateViaIdentityExpanded =
  NewMgBetaUserMailFolderMessageAttachmentUploadSessionByIdentity &
    NewMgBetaUserMailFolderMessageAttachmentUploadSessionProperties;
export type NewMgBetaUserMailFolderMessageAttachmentUploadSessionCreateViaIdentity =
  NewMgBetaUserMailFolderMessageAttachmentUploadSessionByIdentity &
    NewMgBetaUserMailFolderMessageAttachmentUploadSessionBody;

/** The parameters of New-MgBetaUserMailFolderMessageAttachmentUploadSession: those of exactly one parameter set. */
export type NewMgBetaUserMailFolderMessageAttachmentUploadSessionParameters = OneParameterSet<
  | NewMgBetaUserMailFolderMessageAttachmentUploadSessionCreateExpanded
  | NewMgBetaUserMailFolderMessageAttachmentUploadSessionCreate
  | NewMgBetaUserMailFolderMessageAttachmentUploadSessionCreateViaIdentityExpanded
  | NewMgBetaUserMailFolderMessageAttachmentUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaUserMailFolderMessageAttachmentUploadSession without sending it. */
export function toNewMgBetaUserMailFolderMessageAttachmentUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaUserMailFolderMessageAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaUserMailFolderMessageAttachmentUploadSessionCmdlet,
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
export async function newMgBetaUserMailFolderMessageAttachmentUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaUserMailFolderMessageAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaUserMailFolderMessageAttachmentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/**
 * What New-MgBetaUserMailFolderMessageAttachmentUploadSession uploads a file to, by its identifiers or by an identity.
 */
export type NewMgBetaUserMailFolderMessageAttachmentUploadSessionTargetParameters = OneParameterSet<
  | NewMgBetaUserMailFolderMessageAttachmentUploadSessionByName
  | NewMgBetaUserMailFolderMessageAttachmentUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaUserMailFolderMessageAttachmentUploadSession goes, for `uploadFile`. */
export const newMgBetaUserMailFolderMessageAttachmentUploadSessionTarget = {
  dialect: "outlook",
  toRequestInformation: (adapter, parameters, attachmentItem, configuration) =>
    toNewMgBetaUserMailFolderMessageAttachmentUploadSessionRequestInformation(
      adapter,
      { ...parameters, attachmentItem },
      configuration,
    ),
} satisfies UploadTarget<NewMgBetaUserMailFolderMessageAttachmentUploadSessionTargetParameters>;
