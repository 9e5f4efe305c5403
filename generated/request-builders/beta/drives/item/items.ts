// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { DriveItemItemRequestBuilder } from "./items/item.js";

/** Builds requests to /drives/{drive-id}/items. */
export class ItemsRequestBuilder extends RequestBuilder {
  /** @param driveItemId The unique identifier of driveItem */
  byDriveItemId(driveItemId: string): DriveItemItemRequestBuilder {
    return this.child(DriveItemItemRequestBuilder, { "driveItem%2Did": driveItemId });
  }
}
