// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { PrinterShareItemRequestBuilder } from "./shares/item.js";

/** Builds requests to /print/shares. */
export class SharesRequestBuilder extends RequestBuilder {
  /** @param printerShareId The unique identifier of printerShare */
  byPrinterShareId(printerShareId: string): PrinterShareItemRequestBuilder {
    return this.child(PrinterShareItemRequestBuilder, { "printerShare%2Did": printerShareId });
  }
}
