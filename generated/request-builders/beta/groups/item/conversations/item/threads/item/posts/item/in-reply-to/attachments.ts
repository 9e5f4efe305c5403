// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { CreateUploadSessionRequestBuilder } from "./attachments/create-upload-session.js";

/**
 * Builds requests to
 * /groups/{group-id}/conversations/{conversation-id}/threads/{conversationThread-id}/posts/{post-id}/inReplyTo/attachments.
 */
export class AttachmentsRequestBuilder extends RequestBuilder {
  get createUploadSession(): CreateUploadSessionRequestBuilder {
    return this.child(CreateUploadSessionRequestBuilder);
  }
}
