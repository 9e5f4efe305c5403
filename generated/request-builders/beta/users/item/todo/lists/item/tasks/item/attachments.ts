// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { CreateUploadSessionRequestBuilder } from "./attachments/create-upload-session.js";

/** Builds requests to /users/{user-id}/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}/attachments. */
export class AttachmentsRequestBuilder extends RequestBuilder {
  get createUploadSession(): CreateUploadSessionRequestBuilder {
    return this.child(CreateUploadSessionRequestBuilder);
  }
}
