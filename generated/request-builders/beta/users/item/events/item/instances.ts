// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { Event1ItemRequestBuilder } from "./instances/item.js";

/** Builds requests to /users/{user-id}/events/{event-id}/instances. */
export class InstancesRequestBuilder extends RequestBuilder {
  /** @param eventId1 The unique identifier of event */
  byEventId1(eventId1: string): Event1ItemRequestBuilder {
    return this.child(Event1ItemRequestBuilder, { "event%2Did1": eventId1 });
  }
}
