// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { ConversationThreadItemRequestBuilder } from "./threads/item.js";

/** Builds requests to /groups/{group-id}/conversations/{conversation-id}/threads. */
export class ThreadsRequestBuilder extends RequestBuilder {
  /** @param conversationThreadId The unique identifier of conversationThread */
  byConversationThreadId(conversationThreadId: string): ConversationThreadItemRequestBuilder {
    return this.child(ConversationThreadItemRequestBuilder, { "conversationThread%2Did": conversationThreadId });
  }
}
