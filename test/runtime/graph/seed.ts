import {
  type AdditionalDataHolder,
  HttpMethod,
  type Parsable,
  type ParseNode,
  type RequestAdapter,
  type RequestInformation,
  type SerializationWriter,
} from "@microsoft/kiota-abstractions";
import type { UploadTarget } from "../../../runtime/graph/upload-file.js";
import { RequestBuilder, requireBody } from "../../../runtime/graph/request-builder.js";
import { type GraphRequestConfiguration, requestInformation } from "../../../runtime/graph/request-information.js";

/** Generated code in small: what the generator writes for one action, cut down to what tests need. */
export interface Item extends AdditionalDataHolder, Parsable {
  attachmentType?: "file" | "item" | null;
  contentId?: string | null;
  contentType?: string | null;
  isInline?: boolean | null;
  name?: string | null;
  size?: number | null;
}

export interface Body extends AdditionalDataHolder, Parsable {
  attachmentItem?: Item | null;
}

export interface Session extends AdditionalDataHolder, Parsable {
  expirationDateTime?: Date | null;
  nextExpectedRanges?: string[] | null;
  uploadUrl?: string | null;
}

export function createSession(_node?: ParseNode) {
  return (model: Partial<Session> = {}): Record<string, (node: ParseNode) => void> => ({
    expirationDateTime: (node) => {
      model.expirationDateTime = node.getDateValue() ?? null;
    },
    nextExpectedRanges: (node) => {
      model.nextExpectedRanges = node.getCollectionOfPrimitiveValues<string>("string") ?? null;
    },
    uploadUrl: (node) => {
      model.uploadUrl = node.getStringValue() ?? null;
    },
  });
}

function serializeItem(writer: SerializationWriter, model: Partial<Item> | null = {}): void {
  writer.writeEnumValue("attachmentType", model?.attachmentType);
  writer.writeStringValue("contentId", model?.contentId);
  writer.writeStringValue("contentType", model?.contentType);
  writer.writeBooleanValue("isInline", model?.isInline);
  writer.writeStringValue("name", model?.name);
  writer.writeNumberValue("size", model?.size);
  writer.writeAdditionalData(model?.additionalData);
}

export function serializeBody(writer: SerializationWriter, model: Partial<Body> | null = {}): void {
  writer.writeObjectValue("AttachmentItem", model?.attachmentItem as Item, serializeItem);
  writer.writeAdditionalData(model?.additionalData);
}

const uriTemplate = "{+baseurl}/groups/{group%2Did}/posts/{post%2Did}/attachments/createUploadSession";

export class GraphClient extends RequestBuilder {
  get groups(): GroupsRequestBuilder {
    return this.child(GroupsRequestBuilder);
  }
}

export class GroupsRequestBuilder extends RequestBuilder {
  byGroupId(groupId: string): GroupItemRequestBuilder {
    return this.child(GroupItemRequestBuilder, { "group%2Did": groupId });
  }
}

export class GroupItemRequestBuilder extends RequestBuilder {
  get posts(): PostsRequestBuilder {
    return this.child(PostsRequestBuilder);
  }
}

export class PostsRequestBuilder extends RequestBuilder {
  byPostId(postId: string): CreateUploadSessionRequestBuilder {
    return this.child(CreateUploadSessionRequestBuilder, { "post%2Did": postId });
  }
}

export class CreateUploadSessionRequestBuilder extends RequestBuilder {
  async post(body: Body, configuration?: GraphRequestConfiguration): Promise<Session | undefined> {
    requireBody(body, [["AttachmentItem"], ["AttachmentItem", "name"], ["AttachmentItem", "size"]]);
    return this.sendRequest(this.toPostRequestInformation(body, configuration), createSession, configuration);
  }

  toPostRequestInformation(body: Body, configuration?: GraphRequestConfiguration): RequestInformation {
    const request = requestInformation(
      this.requestAdapter,
      this.pathParameters,
      HttpMethod.POST,
      uriTemplate,
      configuration,
    );
    request.setContentFromParsable(this.requestAdapter, "application/json", body, serializeBody);
    return request;
  }

  async get(configuration?: GraphRequestConfiguration): Promise<Session | undefined> {
    const request = requestInformation(
      this.requestAdapter,
      this.pathParameters,
      HttpMethod.GET,
      uriTemplate,
      configuration,
    );
    return this.sendRequest(request, createSession, configuration);
  }

  withUrl(rawUrl: string): CreateUploadSessionRequestBuilder {
    return this.at(CreateUploadSessionRequestBuilder, rawUrl);
  }
}

/** The last step of the chain for one post. */
export function onePost(adapter: RequestAdapter): CreateUploadSessionRequestBuilder {
  return new GraphClient(adapter).groups.byGroupId("g").posts.byPostId("p");
}

export const body: Body = { attachmentItem: { attachmentType: "file", name: "flower", size: 3483322 } };

export const session = {
  uploadUrl: "https://outlook.office.com/api/v2.0/x?authtoken=secret",
  expirationDateTime: "2019-09-25T01:09:30.7671707Z",
  nextExpectedRanges: ["0-"],
};

/** Attachments of a message of one user. */
export const messageTarget: UploadTarget<{ messageId: string }> = {
  dialect: "outlook",
  toRequestInformation: (adapter, { messageId }, attachmentItem, configuration) =>
    new MessageUploadSessionRequestBuilder(adapter, { "message%2Did": messageId }).toPostRequestInformation(
      { attachmentItem: { ...attachmentItem } },
      configuration,
    ),
};

class MessageUploadSessionRequestBuilder extends RequestBuilder {
  toPostRequestInformation(content: Body, configuration?: GraphRequestConfiguration): RequestInformation {
    const template = "{+baseurl}/users/u/messages/{message%2Did}/attachments/createUploadSession";
    const request = requestInformation(
      this.requestAdapter,
      this.pathParameters,
      HttpMethod.POST,
      template,
      configuration,
    );
    request.setContentFromParsable(this.requestAdapter, "application/json", content, serializeBody);
    return request;
  }
}
