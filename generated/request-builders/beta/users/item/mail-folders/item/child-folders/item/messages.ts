// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { MessageItemRequestBuilder } from "./messages/item.js";

/** Builds requests to /users/{user-id}/mailFolders/{mailFolder-id}/childFolders/{mailFolder-id1}/messages. */
export class MessagesRequestBuilder extends RequestBuilder {
  /** @param messageId The unique identifier of message */
  byMessageId(messageId: string): MessageItemRequestBuilder {
    return this.child(MessageItemRequestBuilder, { "message%2Did": messageId });
  }
}
