// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { AttachmentsRequestBuilder } from "./in-reply-to/attachments.js";

/** Builds requests to /groups/{group-id}/threads/{conversationThread-id}/posts/{post-id}/inReplyTo. */
export class InReplyToRequestBuilder extends RequestBuilder {
  get attachments(): AttachmentsRequestBuilder {
    return this.child(AttachmentsRequestBuilder);
  }
}
