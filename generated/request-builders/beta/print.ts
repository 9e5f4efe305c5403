// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { PrintersRequestBuilder } from "./print/printers.js";
import { SharesRequestBuilder } from "./print/shares.js";

/** Builds requests to /print. */
export class PrintRequestBuilder extends RequestBuilder {
  get printers(): PrintersRequestBuilder {
    return this.child(PrintersRequestBuilder);
  }

  get shares(): SharesRequestBuilder {
    return this.child(SharesRequestBuilder);
  }
}
