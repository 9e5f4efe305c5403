// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { PostItemRequestBuilder } from "./posts/item.js";

/** Builds requests to /groups/{group-id}/conversations/{conversation-id}/threads/{conversationThread-id}/posts. */
export class PostsRequestBuilder extends RequestBuilder {
  /** @param postId The unique identifier of post */
  byPostId(postId: string): PostItemRequestBuilder {
    return this.child(PostItemRequestBuilder, { "post%2Did": postId });
  }
}
