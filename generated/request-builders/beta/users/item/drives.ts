// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { DriveItemRequestBuilder } from "./drives/item.js";

/** Builds requests to /users/{user-id}/drives. */
export class DrivesRequestBuilder extends RequestBuilder {
  /** @param driveId The unique identifier of drive */
  byDriveId(driveId: string): DriveItemRequestBuilder {
    return this.child(DriveItemRequestBuilder, { "drive%2Did": driveId });
  }
}
