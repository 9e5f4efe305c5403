// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { ConversationItemRequestBuilder } from "./conversations/item.js";

/** Builds requests to /groups/{group-id}/conversations. */
export class ConversationsRequestBuilder extends RequestBuilder {
  /** @param conversationId The unique identifier of conversation */
  byConversationId(conversationId: string): ConversationItemRequestBuilder {
    return this.child(ConversationItemRequestBuilder, { "conversation%2Did": conversationId });
  }
}
