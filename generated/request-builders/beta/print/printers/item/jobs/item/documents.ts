// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { PrintDocumentItemRequestBuilder } from "./documents/item.js";

/** Builds requests to /print/printers/{printer-id}/jobs/{printJob-id}/documents. */
export class DocumentsRequestBuilder extends RequestBuilder {
  /** @param printDocumentId The unique identifier of printDocument */
  byPrintDocumentId(printDocumentId: string): PrintDocumentItemRequestBuilder {
    return this.child(PrintDocumentItemRequestBuilder, { "printDocument%2Did": printDocumentId });
  }
}
