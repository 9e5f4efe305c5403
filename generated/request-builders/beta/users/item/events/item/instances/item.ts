// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { AttachmentsRequestBuilder } from "./item/attachments.js";

/** Builds requests to /users/{user-id}/events/{event-id}/instances/{event-id1}. */
export class Event1ItemRequestBuilder extends RequestBuilder {
  get attachments(): AttachmentsRequestBuilder {
    return this.child(AttachmentsRequestBuilder);
  }
}
