// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { PostsRequestBuilder } from "./item/posts.js";

/** Builds requests to /groups/{group-id}/conversations/{conversation-id}/threads/{conversationThread-id}. */
export class ConversationThreadItemRequestBuilder extends RequestBuilder {
  get posts(): PostsRequestBuilder {
    return this.child(PostsRequestBuilder);
  }
}
