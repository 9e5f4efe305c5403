// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { AttachmentsRequestBuilder } from "./item/attachments.js";
import { InstancesRequestBuilder } from "./item/instances.js";

/** Builds requests to /users/{user-id}/events/{event-id}. */
export class EventItemRequestBuilder extends RequestBuilder {
  get attachments(): AttachmentsRequestBuilder {
    return this.child(AttachmentsRequestBuilder);
  }

  get instances(): InstancesRequestBuilder {
    return this.child(InstancesRequestBuilder);
  }
}
