// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { PrintJobItemRequestBuilder } from "./jobs/item.js";

/** Builds requests to /print/printers/{printer-id}/jobs. */
export class JobsRequestBuilder extends RequestBuilder {
  /** @param printJobId The unique identifier of printJob */
  byPrintJobId(printJobId: string): PrintJobItemRequestBuilder {
    return this.child(PrintJobItemRequestBuilder, { "printJob%2Did": printJobId });
  }
}
