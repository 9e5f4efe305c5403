// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { MessagesRequestBuilder } from "./item/messages.js";

/** Builds requests to /users/{user-id}/mailFolders/{mailFolder-id}/childFolders/{mailFolder-id1}. */
export class MailFolder1ItemRequestBuilder extends RequestBuilder {
  get messages(): MessagesRequestBuilder {
    return this.child(MessagesRequestBuilder);
  }
}
