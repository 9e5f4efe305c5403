// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { AttachmentsRequestBuilder } from "./item/attachments.js";

/** Builds requests to /users/{user-id}/todo/lists/{todoTaskList-id}/tasks/{todoTask-id}. */
export class TodoTaskItemRequestBuilder extends RequestBuilder {
  get attachments(): AttachmentsRequestBuilder {
    return this.child(AttachmentsRequestBuilder);
  }
}
