// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { AttachmentsRequestBuilder } from "./item/attachments.js";
import { InReplyToRequestBuilder } from "./item/in-reply-to.js";

/** Builds requests to /groups/{group-id}/threads/{conversationThread-id}/posts/{post-id}. */
export class PostItemRequestBuilder extends RequestBuilder {
  get attachments(): AttachmentsRequestBuilder {
    return this.child(AttachmentsRequestBuilder);
  }

  get inReplyTo(): InReplyToRequestBuilder {
    return this.child(InReplyToRequestBuilder);
  }
}
