// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { EventItemRequestBuilder } from "./events/item.js";

/** Builds requests to /users/{user-id}/events. */
export class EventsRequestBuilder extends RequestBuilder {
  /** @param eventId The unique identifier of event */
  byEventId(eventId: string): EventItemRequestBuilder {
    return this.child(EventItemRequestBuilder, { "event%2Did": eventId });
  }
}
