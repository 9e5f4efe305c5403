// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Users.Actions/New-MgBetaUserTodoListTaskAttachmentUploadSession.yaml. Do not edit.
import { RequestBuilder, requireBody } from "@graphlet/runtime/graph/request-builder";
import { type GraphRequestConfiguration, requestInformation } from "@graphlet/runtime/graph/request-information";
import {
  type AdditionalDataHolder,
  HttpMethod,
  type Parsable,
  type ParseNode,
  type RequestAdapter,
  type RequestInformation,
  type SerializationWriter,
} from "@microsoft/kiota-abstractions";
import {
  type AttachmentInfo,
  createAttachmentInfoFromDiscriminatorValue,
  serializeAttachmentInfo,
} from "../../../../../../../../../../models/attachment-info.js";
import {
  type UploadSession,
  createUploadSessionFromDiscriminatorValue,
} from "../../../../../../../../../../models/upload-session.js";

const uriTemplate =
  "{+versionurl}/users/{user%2Did}/todo/lists/{todoTaskList%2Did}/tasks/{todoTask%2Did}/attachments/createUploadSession";

const postDetails = { apiVersion: "beta" };

/** What the service refuses a body without, as paths of names on the wire. */
export const postRequires = [
  ["attachmentInfo"],
  ["attachmentInfo", "attachmentType"],
  ["attachmentInfo", "name"],
  ["attachmentInfo", "size"],
];

export interface CreateUploadSessionPostRequestBody extends AdditionalDataHolder, Parsable {
  attachmentInfo?: AttachmentInfo | null;
}

/** Chooses the reader of CreateUploadSessionPostRequestBody. */
export function createCreateUploadSessionPostRequestBodyFromDiscriminatorValue(_node?: ParseNode) {
  return deserializeIntoCreateUploadSessionPostRequestBody;
}

/** Reads the properties of CreateUploadSessionPostRequestBody into `model`. */
export function deserializeIntoCreateUploadSessionPostRequestBody(
  model: Partial<CreateUploadSessionPostRequestBody> = {},
): Record<string, (node: ParseNode) => void> {
  return {
    attachmentInfo: (node) => {
      model.attachmentInfo = node.getObjectValue(createAttachmentInfoFromDiscriminatorValue);
    },
  };
}

/** Writes CreateUploadSessionPostRequestBody with the names of the wire. */
export function serializeCreateUploadSessionPostRequestBody(
  writer: SerializationWriter,
  model: Partial<CreateUploadSessionPostRequestBody> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeObjectValue("attachmentInfo", model.attachmentInfo, serializeAttachmentInfo);
  writer.writeAdditionalData(model.additionalData);
}

/**
 * Makes the request of `post` without a builder, for those who send it themselves.
 * @param pathParameters by the keys of the URI template
 */
export function toPostRequestInformation(
  adapter: RequestAdapter,
  pathParameters: Readonly<Record<string, unknown>>,
  body: CreateUploadSessionPostRequestBody,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const request = requestInformation(adapter, pathParameters, HttpMethod.POST, uriTemplate, configuration, postDetails);
  request.setContentFromParsable(adapter, "application/json", body, serializeCreateUploadSessionPostRequestBody);
  return request;
}

/**
 * Builds requests to /users/{user-id}/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}/attachments/createUploadSession.
 */
export class CreateUploadSessionRequestBuilder extends RequestBuilder {
  /**
   * Open an upload session for a file to be attached to a task of Microsoft To Do. The reply holds an upload URL; the
   * file follows range after range in PUT requests to its content, with the access token. Files of up to 25 MB can be
   * attached; one below 3 MB can also be posted to the attachments of the task at once.
   * @param configuration headers, options, an abort signal and a time-out for this request
   * @throws IncompleteBodyError if the body lacks what the service requires; nothing is sent
   * @throws GraphError if the service refuses the request
   */
  async post(
    body: CreateUploadSessionPostRequestBody,
    configuration?: GraphRequestConfiguration,
  ): Promise<UploadSession | undefined> {
    requireBody(body, postRequires);
    return this.sendRequest(
      this.toPostRequestInformation(body, configuration),
      createUploadSessionFromDiscriminatorValue,
      configuration,
    );
  }

  /** The request of `post`, not sent. */
  toPostRequestInformation(
    body: CreateUploadSessionPostRequestBody,
    configuration?: GraphRequestConfiguration,
  ): RequestInformation {
    return toPostRequestInformation(this.requestAdapter, this.pathParameters, body, configuration);
  }

  /** The same requests to a URL of your own. */
  withUrl(rawUrl: string): CreateUploadSessionRequestBuilder {
    return this.at(CreateUploadSessionRequestBuilder, rawUrl);
  }
}
