// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { ListsRequestBuilder } from "./todo/lists.js";

/** Builds requests to /users/{user-id}/todo. */
export class TodoRequestBuilder extends RequestBuilder {
  get lists(): ListsRequestBuilder {
    return this.child(ListsRequestBuilder);
  }
}
