// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { ConversationsRequestBuilder } from "./item/conversations.js";
import { DrivesRequestBuilder } from "./item/drives.js";
import { ThreadsRequestBuilder } from "./item/threads.js";

/** Builds requests to /groups/{group-id}. */
export class GroupItemRequestBuilder extends RequestBuilder {
  get conversations(): ConversationsRequestBuilder {
    return this.child(ConversationsRequestBuilder);
  }

  get drives(): DrivesRequestBuilder {
    return this.child(DrivesRequestBuilder);
  }

  get threads(): ThreadsRequestBuilder {
    return this.child(ThreadsRequestBuilder);
  }
}
