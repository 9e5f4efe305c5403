// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Groups/New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { BetaGroupsIdentity } from "../identities/beta-groups-identity.js";
import type { AttachmentItem } from "../models/attachment-item.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/beta/groups/item/threads/item/posts/item/in-reply-to/attachments/create-upload-session.js";

/**
 * What New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession is: its request, its parameter sets and parameters.
 */
export const newMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCmdlet = {
  name: "New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession",
  apiVersion: "beta",
  operations: [
    {
      method: "POST",
      path: "/groups/{group-id}/threads/{conversationThread-id}/posts/{post-id}/inReplyTo/attachments/microsoft.graph.createUploadSession",
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
      type: "IPathsC777YoGroupsGroupIdThreadsConversationthreadIdPostsPostIdInreplytoAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
      sets: ["Create", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "body",
    },
    {
      name: "ConversationThreadId",
      type: "String",
      sets: ["CreateExpanded", "Create"],
      mandatory: true,
      path: "conversationThread-id",
    },
    { name: "GroupId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "group-id" },
    {
      name: "InputObject",
      type: "IGroupsIdentity",
      sets: ["CreateViaIdentityExpanded", "CreateViaIdentity"],
      mandatory: true,
      pipeline: true,
      role: "identity",
    },
    { name: "PostId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "post-id" },
  ],
} as const satisfies Cmdlet;

/** What the request is for, by its identifiers. */
export interface NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionByName {
  /** The unique identifier of conversationThread */
  conversationThreadId: string;
  /** The unique identifier of group */
  groupId: string;
  /** The unique identifier of post */
  postId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaGroupsIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  attachmentItem?: AttachmentItem | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCreateExpanded =
  NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionByName &
    NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionProperties;
export type NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCreate =
  NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionByName &
    NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionBody;
export type NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCreateViaIdentityExpanded =
  NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionByIdentity &
    NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionProperties;
export type NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCreateViaIdentity =
  NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionByIdentity &
    NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionBody;

/** The parameters of New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession: those of exactly one parameter set. */
export type NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionParameters = OneParameterSet<
  | NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCreateExpanded
  | NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCreate
  | NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCreateViaIdentityExpanded
  | NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession without sending it. */
export function toNewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCmdlet,
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
export async function newMgBetaGroupThreadPostInReplyToAttachmentUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaGroupThreadPostInReplyToAttachmentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/**
 * What New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession uploads a file to, by its identifiers or by an
 * identity.
 */
export type NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionTargetParameters = OneParameterSet<
  | NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionByName
  | NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaGroupThreadPostInReplyToAttachmentUploadSession goes, for `uploadFile`. */
export const newMgBetaGroupThreadPostInReplyToAttachmentUploadSessionTarget = {
  dialect: "outlook",
  toRequestInformation: (adapter, parameters, attachmentItem, configuration) =>
    toNewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionRequestInformation(
      adapter,
      { ...parameters, attachmentItem },
      configuration,
    ),
} satisfies UploadTarget<NewMgBetaGroupThreadPostInReplyToAttachmentUploadSessionTargetParameters>;
