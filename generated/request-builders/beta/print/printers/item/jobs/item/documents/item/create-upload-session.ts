// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Devices.CloudPrint/New-MgBetaPrintPrinterJobDocumentUploadSession.yaml. Do not edit.
import { RequestBuilder, requireBody } from "@graphlet/runtime/graph/request-builder";
import { type GraphRequestConfiguration, requestInformation } from "@graphlet/runtime/graph/request-information";
import {
  type AdditionalDataHolder,
  HttpMethod,
  type Parsable,
  type ParseNode,
  type RequestAdapter,
  type RequestInformation,
  type SerializationWriter,
} from "@microsoft/kiota-abstractions";
import {
  type PrintDocumentUploadProperties,
  createPrintDocumentUploadPropertiesFromDiscriminatorValue,
  serializePrintDocumentUploadProperties,
} from "../../../../../../../../../models/print-document-upload-properties.js";
import {
  type UploadSession,
  createUploadSessionFromDiscriminatorValue,
} from "../../../../../../../../../models/upload-session.js";

const uriTemplate =
  "{+versionurl}/print/printers/{printer%2Did}/jobs/{printJob%2Did}/documents/{printDocument%2Did}/createUploadSession";

const postDetails = { apiVersion: "beta" };

/** What the service refuses a body without, as paths of names on the wire. */
export const postRequires = [
  ["properties"],
  ["properties", "documentName"],
  ["properties", "contentType"],
  ["properties", "size"],
];

export interface CreateUploadSessionPostRequestBody extends AdditionalDataHolder, Parsable {
  /** The document to print, told before its bytes are sent. */
  properties?: PrintDocumentUploadProperties | null;
}

/** Chooses the reader of CreateUploadSessionPostRequestBody. */
export function createCreateUploadSessionPostRequestBodyFromDiscriminatorValue(_node?: ParseNode) {
  return deserializeIntoCreateUploadSessionPostRequestBody;
}

/** Reads the properties of CreateUploadSessionPostRequestBody into `model`. */
export function deserializeIntoCreateUploadSessionPostRequestBody(
  model: Partial<CreateUploadSessionPostRequestBody> = {},
): Record<string, (node: ParseNode) => void> {
  return {
    properties: (node) => {
      model.properties = node.getObjectValue(createPrintDocumentUploadPropertiesFromDiscriminatorValue);
    },
  };
}

/** Writes CreateUploadSessionPostRequestBody with the names of the wire. */
export function serializeCreateUploadSessionPostRequestBody(
  writer: SerializationWriter,
  model: Partial<CreateUploadSessionPostRequestBody> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeObjectValue("properties", model.properties, serializePrintDocumentUploadProperties);
  writer.writeAdditionalData(model.additionalData);
}

/**
 * Makes the request of `post` without a builder, for those who send it themselves.
 * @param pathParameters by the keys of the URI template
 */
export function toPostRequestInformation(
  adapter: RequestAdapter,
  pathParameters: Readonly<Record<string, unknown>>,
  body: CreateUploadSessionPostRequestBody,
  configuration?: GraphRequestConfiguration,
): RequestInformation {
  const request = requestInformation(adapter, pathParameters, HttpMethod.POST, uriTemplate, configuration, postDetails);
  request.setContentFromParsable(adapter, "application/json", body, serializeCreateUploadSessionPostRequestBody);
  return request;
}

/**
 * Builds requests to /print/printers/{printer-id}/jobs/{printJob-id}/documents/{printDocument-id}/createUploadSession.
 */
export class CreateUploadSessionRequestBuilder extends RequestBuilder {
  /**
   * Open an upload session for the document of a print job. The reply holds an upload URL, to which the document
   * follows in ranges of at most 10 MB, in any order. When the last byte has arrived, the job can be started.
   * @param configuration headers, options, an abort signal and a time-out for this request
   * @throws IncompleteBodyError if the body lacks what the service requires; nothing is sent
   * @throws GraphError if the service refuses the request
   */
  async post(
    body: CreateUploadSessionPostRequestBody,
    configuration?: GraphRequestConfiguration,
  ): Promise<UploadSession | undefined> {
    requireBody(body, postRequires);
    return this.sendRequest(
      this.toPostRequestInformation(body, configuration),
      createUploadSessionFromDiscriminatorValue,
      configuration,
    );
  }

  /** The request of `post`, not sent. */
  toPostRequestInformation(
    body: CreateUploadSessionPostRequestBody,
    configuration?: GraphRequestConfiguration,
  ): RequestInformation {
    return toPostRequestInformation(this.requestAdapter, this.pathParameters, body, configuration);
  }

  /** The same requests to a URL of your own. */
  withUrl(rawUrl: string): CreateUploadSessionRequestBuilder {
    return this.at(CreateUploadSessionRequestBuilder, rawUrl);
  }
}
