// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Users.Actions/New-MgUserTodoListTaskAttachmentUploadSession.yaml. Do not edit.
import { type Cmdlet, type OneParameterSet, bindParameters } from "@graphlet/runtime/cmdlet";
import type { GraphRequestConfiguration } from "@graphlet/runtime/graph/request-information";
import type { UploadTarget } from "@graphlet/runtime/graph/upload-file";
import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import type { UsersActionsIdentity } from "../identities/users-actions-identity.js";
import type { AttachmentInfo } from "../models/attachment-info.js";
import type { UploadSession } from "../models/upload-session.js";
import {
  type CreateUploadSessionPostRequestBody,
  CreateUploadSessionRequestBuilder,
  toPostRequestInformation,
} from "../request-builders/users/item/todo/lists/item/tasks/item/attachments/create-upload-session.js";

/** What New-MgUserTodoListTaskAttachmentUploadSession is: its request, its parameter sets and parameters. */
export const newMgUserTodoListTaskAttachmentUploadSessionCmdlet = {
  name: "New-MgUserTodoListTaskAttachmentUploadSession",
  apiVersion: "v1.0",
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
export interface NewMgUserTodoListTaskAttachmentUploadSessionByName {
  /** The unique identifier of todoTask */
  todoTaskId: string;
  /** The unique identifier of todoTaskList */
  todoTaskListId: string;
  /** The unique identifier of user */
  userId: string;
}

/** What the request is for, by an identity. */
export interface NewMgUserTodoListTaskAttachmentUploadSessionByIdentity {
  /** Identity Parameter */
  inputObject: UsersActionsIdentity;
}

/** The body of the request, property by property. */
export interface NewMgUserTodoListTaskAttachmentUploadSessionProperties {
  /** Additional Parameters */
  additionalProperties?: Record<string, unknown>;
  attachmentInfo?: AttachmentInfo | null;
}

/** The body of the request as a whole. */
export interface NewMgUserTodoListTaskAttachmentUploadSessionBody {
  bodyParameter: CreateUploadSessionPostRequestBody;
}

export type NewMgUserTodoListTaskAttachmentUploadSessionCreateExpanded =
  NewMgUserTodoListTaskAttachmentUploadSessionByName & NewMgUserTodoListTaskAttachmentUploadSessionProperties;
export type NewMgUserTodoListTaskAttachmentUploadSessionCreate = NewMgUserTodoListTaskAttachmentUploadSessionByName &
  NewMgUserTodoListTaskAttachmentUploadSessionBody;
export type NewMgUserTodoListTaskAttachmentUploadSessionCreateViaIdentityExpanded =
  NewMgUserTodoListTaskAttachmentUploadSessionByIdentity & NewMgUserTodoListTaskAttachmentUploadSessionProperties;
export type NewMgUserTodoListTaskAttachmentUploadSessionCreateViaIdentity =
  NewMgUserTodoListTaskAttachmentUploadSessionByIdentity & NewMgUserTodoListTaskAttachmentUploadSessionBody;

/** The parameters of New-MgUserTodoListTaskAttachmentUploadSession: those of exactly one parameter set. */
export type NewMgUserTodoListTaskAttachmentUploadSessionParameters = OneParameterSet<
  | NewMgUserTodoListTaskAttachmentUploadSessionCreateExpanded
  | NewMgUserTodoListTaskAttachmentUploadSessionCreate
  | NewMgUserTodoListTaskAttachmentUploadSessionCreateViaIdentityExpanded
  | NewMgUserTodoListTaskAttachmentUploadSessionCreateViaIdentity
>;

/** Makes the request of New-MgUserTodoListTaskAttachmentUploadSession without sending it. */
export function toNewMgUserTodoListTaskAttachmentUploadSessionRequestInformation(
  adapter: RequestAdapter,
  parameters: NewMgUserTodoListTaskAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgUserTodoListTaskAttachmentUploadSessionCmdlet,
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
export async function newMgUserTodoListTaskAttachmentUploadSession(
  adapter: RequestAdapter,
  parameters: NewMgUserTodoListTaskAttachmentUploadSessionParameters,
  configuration?: GraphRequestConfiguration,
): Promise<UploadSession | undefined> {
  const bound = bindParameters<CreateUploadSessionPostRequestBody>(
    newMgUserTodoListTaskAttachmentUploadSessionCmdlet,
    parameters,
    configuration,
  );
  const builder = new CreateUploadSessionRequestBuilder(adapter, bound.pathParameters);
  return builder.post(bound.body, bound.settings);
}

/** What New-MgUserTodoListTaskAttachmentUploadSession uploads a file to, by its identifiers or by an identity. */
export type NewMgUserTodoListTaskAttachmentUploadSessionTargetParameters = OneParameterSet<
  NewMgUserTodoListTaskAttachmentUploadSessionByName | NewMgUserTodoListTaskAttachmentUploadSessionByIdentity
>;

/** Where a file uploaded through New-MgUserTodoListTaskAttachmentUploadSession goes, for `uploadFile`. */
export const newMgUserTodoListTaskAttachmentUploadSessionTarget = {
  dialect: "todo",
  toRequestInformation: (adapter, parameters, attachmentInfo, configuration) =>
    toNewMgUserTodoListTaskAttachmentUploadSessionRequestInformation(
      adapter,
      { ...parameters, attachmentInfo },
      configuration,
    ),
} satisfies UploadTarget<NewMgUserTodoListTaskAttachmentUploadSessionTargetParameters>;
