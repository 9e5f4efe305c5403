// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Users.Actions/New-MgBetaUserTodoListTaskAttachmentUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { BetaUsersActionsIdentity } from "../identities/beta-users-actions-identity.js";
import type { AttachmentInfo } from "../models/attachment-info.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/beta/users/item/todo/lists/item/tasks/item/attachments/create-upload-session.js";

/** What New-MgBetaUserTodoListTaskAttachmentUploadSession is: its request, its parameter sets and parameters. */
export const newMgBetaUserTodoListTaskAttachmentUploadSessionCmdlet = {
  name: "New-MgBetaUserTodoListTaskAttachmentUploadSession",
  apiVersion: "beta",
  operations: [
    {
      method: "POST",
      path: "/users/{user-id}/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}/attachments/microsoft.graph.createUploadSession",
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
      name: "AttachmentInfo",
      type: "IMicrosoftGraphAttachmentInfo",
      sets: ["CreateExpanded", "CreateViaIdentityExpanded"],
      body: "attachmentInfo",
    },
    {
      name: "BodyParameter",
      type: "IPaths4768B9UsersUserIdTodoListsTodotasklistIdTasksTodotaskIdAttachmentsMicrosoftGraphCreateuploadsessionPostRequestbodyContentApplicationJsonSchema",
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
    { name: "TodoTaskId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "todoTask-id" },
    {
      name: "TodoTaskListId",
      type: "String",
      sets: ["CreateExpanded", "Create"],
      mandatory: true,
      path: "todoTaskList-id",
    },
    { name: "UserId", type: "String", sets: ["CreateExpanded", "Create"], mandatory: true, path: "user-id" },
  ],
} as const satisfies Cmdlet;

/** What the request is for, by its identifiers. */
export interface NewMgBetaUserTodoListTaskAttachmentUploadSessionByName {
  /** The unique identifier of todoTask */
  todoTaskId: string;
  /** The unique identifier of todoTaskList */
  todoTaskListId: string;
  /** The unique identifier of user */
  userId: string;
}

/** What the request is for, by an identity. */
export interface NewMgBetaUserTodoListTaskAttachmentUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: BetaUsersActionsIdentity;
}

/** The body of the request, property by property. */
export interface NewMgBetaUserTodoListTaskAttachmentUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  attachmentInfo?: AttachmentInfo | null;
}

/** The body of the request as a whole. */
export interface NewMgBetaUserTodoListTaskAttachmentUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgBetaUserTodoListTaskAttachmentUploadSessionCreateExpanded =
  NewMgBetaUserTodoListTaskAttachmentUploadSessionByName & NewMgBetaUserTodoListTaskAttachmentUploadSessionProperties;
export type NewMgBetaUserTodoListTaskAttachmentUploadSessionCreate =
  NewMgBetaUserTodoListTaskAttachmentUploadSessionByName & NewMgBetaUserTodoListTaskAttachmentUploadSessionBody;
export type NewMgBetaUserTodoListTaskAttachmentUploadSessionCreateViaIdentityExpanded =
  NewMgBetaUserTodoListTaskAttachmentUploadSessionByIdentity &
    NewMgBetaUserTodoListTaskAttachmentUploadSessionProperties;
export type NewMgBetaUserTodoListTaskAttachmentUploadSessionCreateViaIdentity =
  NewMgBetaUserTodoListTaskAttachmentUploadSessionByIdentity & NewMgBetaUserTodoListTaskAttachmentUploadSessionBody;

/** The parameters of New-MgBetaUserTodoListTaskAttachmentUploadSession: those of exactly one parameter set. */
export type NewMgBetaUserTodoListTaskAttachmentUploadSessionParameters = OneParameterSet<
  | NewMgBetaUserTodoListTaskAttachmentUploadSessionCreateExpanded
  | NewMgBetaUserTodoListTaskAttachmentUploadSessionCreate
  | NewMgBetaUserTodoListTaskAttachmentUploadSessionCreateViaIdentityExpanded
  | NewMgBetaUserTodoListTaskAttachmentUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgBetaUserTodoListTaskAttachmentUploadSession without sending it. */
export function toNewMgBetaUserTodoListTaskAttachmentUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgBetaUserTodoListTaskAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaUserTodoListTaskAttachmentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  return toPostRequestInformation(adapter, bound.pathParameters, bound.body, bound.settings);
}

/**
 * Open an upload session for a file to be attached to a task of Microsoft To Do. The reply holds an upload URL; the
 * file follows range after range in PUT requests to its content, with the access token. Files of up to 25 MB can be
 * attached; one below 3 MB can also be posted to the attachments of the task at once.
 * @param configuration headers, options, an abort signal and a time-out for this request
 * @throws ParameterBindingError if the parameters do not fit, GraphError if the service refuses the request
 */
export async function newMgBetaUserTodoListTaskAttachmentUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgBetaUserTodoListTaskAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgBetaUserTodoListTaskAttachmentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgBetaUserTodoListTaskAttachmentUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgBetaUserTodoListTaskAttachmentUploadSessionTargetParameters = OneParameterSet<
  NewMgBetaUserTodoListTaskAttachmentUploadSessionByName | NewMgBetaUserTodoListTaskAttachmentUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgBetaUserTodoListTaskAttachmentUploadSession goes, for `uploadFile`. */
export const newMgBetaUserTodoListTaskAttachmentUploadSessionTarget = {
  dialect: "todo",
  toRequestInformation: (adapter, parameters, attachmentInfo, configuration) =>
    toNewMgBetaUserTodoListTaskAttachmentUploadSessionRequestInformation(
      adapter,
      { ...parameters, attachmentInfo },
      configuration,
    ),
} satisfies UploadTarget<NewMgBetaUserTodoListTaskAttachmentUploadSessionTargetParameters>;
