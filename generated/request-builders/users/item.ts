// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { EventsRequestBuilder } from "./item/events.js";
import { MessagesRequestBuilder } from "./item/messages.js";

/** Builds requests to /users/{user-id}. */
export class UserItemRequestBuilder extends RequestBuilder {
  get events(): EventsRequestBuilder {
    return this.child(EventsRequestBuilder);
  }

  get messages(): MessagesRequestBuilder {
    return this.child(MessagesRequestBuilder);
  }
}
