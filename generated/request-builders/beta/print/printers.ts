// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { PrinterItemRequestBuilder } from "./printers/item.js";

/** Builds requests to /print/printers. */
export class PrintersRequestBuilder extends RequestBuilder {
  /** @param printerId The unique identifier of printer */
  byPrinterId(printerId: string): PrinterItemRequestBuilder {
    return this.child(PrinterItemRequestBuilder, { "printer%2Did": printerId });
  }
}
