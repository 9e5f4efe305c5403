// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { JobsRequestBuilder } from "./item/jobs.js";

/** Builds requests to /print/shares/{printerShare-id}. */
export class PrinterShareItemRequestBuilder extends RequestBuilder {
  get jobs(): JobsRequestBuilder {
    return this.child(JobsRequestBuilder);
  }
}
