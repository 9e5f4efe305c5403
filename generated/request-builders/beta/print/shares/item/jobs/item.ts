// Written by graphlet 0.1.0 from specs/cmdlets. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
import { DocumentsRequestBuilder } from "./item/documents.js";

/** Builds requests to /print/shares/{printerShare-id}/jobs/{printJob-id}. */
export class PrintJobItemRequestBuilder extends RequestBuilder {
  get documents(): DocumentsRequestBuilder {
    return this.child(DocumentsRequestBuilder);
  }
}
