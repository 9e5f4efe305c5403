// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Groups/New-MgBetaGroupThreadPostAttachmentUploadSession.yaml. Do not edit.
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
  type AttachmentItem,
  createAttachmentItemFromDiscriminatorValue,
  serializeAttachmentItem,
} from "../../../../../../../../../models/attachment-item.js";
import {
  type UploadSession,
  createUploadSessionFromDiscriminatorValue,
} from "../../../../../../../../../models/upload-session.js";

const uriTemplate =
  "{+versionurl}/groups/{group%2Did}/threads/{conversationThread%2Did}/posts/{post%2Did}/attachments/createUploadSession";

const postDetails = { apiVersion: "beta" };

/** What the service refuses a body without, as paths of names on the wire. */
export const postRequires = [
  ["AttachmentItem"],
  ["AttachmentItem", "attachmentType"],
  ["AttachmentItem", "name"],
  ["AttachmentItem", "size"],
];

export interface CreateUploadSessionPostRequestBody extends AdditionalDataHolder, Parsable {
  attachmentItem?: AttachmentItem | null;
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
    AttachmentItem: (node) => {
      model.attachmentItem = node.getObjectValue(createAttachmentItemFromDiscriminatorValue);
    },
  };
}

/** Writes CreateUploadSessionPostRequestBody with the names of the wire. */
export function serializeCreateUploadSessionPostRequestBody(
  writer: SerializationWriter,
  model: Partial<CreateUploadSessionPostRequestBody> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeObjectValue("AttachmentItem", model.attachmentItem, serializeAttachmentItem);
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
 * Builds requests to
 * /groups/{group-id}/threads/{conversationThread-id}/posts/{post-id}/attachments/createUploadSession.
 */
export class CreateUploadSessionRequestBuilder extends RequestBuilder {
  /**
   * Create an upload session that allows an app to iteratively upload ranges of a file, so as to attach the file to the
   * specified Outlook item. The item can be a message or event. Use this approach to attach a file if the file size is
   * between 3 MB and 150 MB. To attach a file that's smaller than 3 MB, do a POST operation on the attachments
   * navigation property of the Outlook item; see how to do this for a message or for an event. As part of the response,
   * this action returns an upload URL that you can use in subsequent sequential PUT queries. Request headers for each
   * PUT operation let you specify the exact range of bytes to be uploaded. This allows transfer to be resumed, in case
   * the network connection is dropped during upload. The following are the steps to attach a file to an Outlook item
   * using an upload session: See attach large files to Outlook messages or events for an example.
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
