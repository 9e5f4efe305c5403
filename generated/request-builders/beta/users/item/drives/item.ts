// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { ItemsRequestBuilder } from "./item/items.js";
import { RootRequestBuilder } from "./item/root.js";

/** Builds requests to /users/{user-id}/drives/{drive-id}. */
export class DriveItemRequestBuilder extends RequestBuilder {
  get items(): ItemsRequestBuilder {
    return this.child(ItemsRequestBuilder);
  }

  get root(): RootRequestBuilder {
    return this.child(RootRequestBuilder);
  }
}
