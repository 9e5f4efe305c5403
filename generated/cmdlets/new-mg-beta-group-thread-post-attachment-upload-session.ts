// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Groups/New-MgBetaGroupThreadPostAttachmentUploadSession.yaml. Do not edit.
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
} from "../request-builders/beta/groups/item/threads/item/posts/item/attachments/create-upload-session.js";

/** What New-MgBetaGroupThreadPostAttachmentUploadSession is: its request, its parameter sets and parameters. */
export const newMgBetaGroupThreadPostAttachmentUploadSessionCmdlet = {
  name: "New-MgBetaGroupThreadPostAttachmentUploadSession",
  apiVersion: "beta",
  operations: [
    {
      method: "POST",
      path: "/groups/{group-id}/threads/{conversationThread-id}/posts/{post-id}/attachments/microsoft.graph.createUploadSession",
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
      type: "IPaths81LtxxGroupsGroupIdThreadsConversationthreadIdPostsPostIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
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
export interface NewMgBetaGroupThreadPostAttachmentUploadSessionByName {
  /** The unique identifier of conversationThread */
  conversationThreadId: string;
  /** The unique identifier of group */
  groupId: string;
  /** The unique identifier of post */
  postId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaGroupThreadPostAttachmentUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaGroupsIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaGroupThreadPostAttachmentUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  attachmentItem?: AttachmentItem | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaGroupThreadPostAttachmentUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaGroupThreadPostAttachmentUploadSessionCreateExpanded =
  NewMgBetaGroupThreadPostAttachmentUploadSessionByName & NewMgBetaGroupThreadPostAttachmentUploadSessionProperties;
export type NewMgBetaGroupThreadPostAttachmentUploadSessionCreate =
  NewMgBetaGroupThreadPostAttachmentUploadSessionByName & NewMgBetaGroupThreadPostAttachmentUploadSessionBody;
export type NewMgBetaGroupThreadPostAttachmentUploadSessionCreateViaIdentityExpanded =
  NewMgBetaGroupThreadPostAttachmentUploadSessionByIdentity & NewMgBetaGroupThreadPostAttachmentUploadSessionProperties;
export type NewMgBetaGroupThreadPostAttachmentUploadSessionCreateViaIdentity =
  NewMgBetaGroupThreadPostAttachmentUploadSessionByIdentity & NewMgBetaGroupThreadPostAttachmentUploadSessionBody;

/** The parameters of New-MgBetaGroupThreadPostAttachmentUploadSession: those of exactly one parameter set. */
export type NewMgBetaGroupThreadPostAttachmentUploadSessionParameters = OneParameterSet<
  | NewMgBetaGroupThreadPostAttachmentUploadSessionCreateExpanded
  | NewMgBetaGroupThreadPostAttachmentUploadSessionCreate
  | NewMgBetaGroupThreadPostAttachmentUploadSessionCreateViaIdentityExpanded
  | NewMgBetaGroupThreadPostAttachmentUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaGroupThreadPostAttachmentUploadSession without sending it. */
export function toNewMgBetaGroupThreadPostAttachmentUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaGroupThreadPostAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaGroupThreadPostAttachmentUploadSessionCmdlet,
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
export async function newMgBetaGroupThreadPostAttachmentUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaGroupThreadPostAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaGroupThreadPostAttachmentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgBetaGroupThreadPostAttachmentUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgBetaGroupThreadPostAttachmentUploadSessionTargetParameters = OneParameterSet<
  NewMgBetaGroupThreadPostAttachmentUploadSessionByName | NewMgBetaGroupThreadPostAttachmentUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaGroupThreadPostAttachmentUploadSession goes, for `uploadFile`. */
export const newMgBetaGroupThreadPostAttachmentUploadSessionTarget = {
  dialect: "outlook",
  toRequestInformation: (adapter, parameters, attachmentItem, configuration) =>
    toNewMgBetaGroupThreadPostAttachmentUploadSessionRequestInformation(
      adapter,
      { ...parameters, attachmentItem },
      configuration,
    ),
} satisfies UploadTarget<NewMgBetaGroupThreadPostAttachmentUploadSessionTargetParameters>;
