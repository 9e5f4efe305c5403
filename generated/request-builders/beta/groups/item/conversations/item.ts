// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { ThreadsRequestBuilder } from "./item/threads.js";

/** Builds requests to /groups/{group-id}/conversations/{conversation-id}. */
export class ConversationItemRequestBuilder extends RequestBuilder {
  get threads(): ThreadsRequestBuilder {
    return this.child(ThreadsRequestBuilder);
  }
}
