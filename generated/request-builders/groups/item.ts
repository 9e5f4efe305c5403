// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { ConversationsRequestBuilder } from "./item/conversations.js";

/** Builds requests to /groups/{group-id}. */
export class GroupItemRequestBuilder extends RequestBuilder {
  get conversations(): ConversationsRequestBuilder {
    return this.child(ConversationsRequestBuilder);
  }
}
