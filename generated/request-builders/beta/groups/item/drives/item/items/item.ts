// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { CreateUploadSessionRequestBuilder } from "./item/create-upload-session.js";

/** Builds requests to /groups/{group-id}/drives/{drive-id}/items/{driveItem-id}. */
export class DriveItemItemRequestBuilder extends RequestBuilder {
  get createUploadSession(): CreateUploadSessionRequestBuilder {
    return this.child(CreateUploadSessionRequestBuilder);
  }
}
