// Written by graphlet 0.1.0 from specs/cmdlets/Microsoft.Graph.Beta.Files/New-MgBetaDriveItemUploadSession.yaml. Do not edit.
import { RequestBuilder } from "@graphlet/runtime/graph/request-builder";
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
  type DriveItemUploadableProperties,
  createDriveItemUploadablePropertiesFromDiscriminatorValue,
  serializeDriveItemUploadableProperties,
} from "../../../../../../models/drive-item-uploadable-properties.js";
import {
  type UploadSession,
  createUploadSessionFromDiscriminatorValue,
} from "../../../../../../models/upload-session.js";

const uriTemplate = "{+versionurl}/drives/{drive%2Did}/items/{driveItem%2Did}/createUploadSession";

const postDetails = { apiVersion: "beta" };

export interface CreateUploadSessionPostRequestBody extends AdditionalDataHolder, Parsable {
  /** What the new file is to be, told before its bytes are sent. */
  item?: DriveItemUploadableProperties | null;
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
    item: (node) => {
      model.item = node.getObjectValue(createDriveItemUploadablePropertiesFromDiscriminatorValue);
    },
  };
}

/** Writes CreateUploadSessionPostRequestBody with the names of the wire. */
export function serializeCreateUploadSessionPostRequestBody(
  writer: SerializationWriter,
  model: Partial<CreateUploadSessionPostRequestBody> | null | undefined = {},
): void {
  if (!model) return;
  writer.writeObjectValue("item", model.item, serializeDriveItemUploadableProperties);
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

/** Builds requests to /drives/{drive-id}/items/{driveItem-id}/createUploadSession. */
export class CreateUploadSessionRequestBuilder extends RequestBuilder {
  /**
   * Open an upload session for the content of a file in a drive of OneDrive or SharePoint. The item is an existing
   * file, or a new one named by its path, root:/folder/report.pdf: in place of an id. The reply holds an upload URL, to
   * which the file follows in order, range after range; every range but the last is a multiple of 320 KiB long. The
   * session lives as long as ranges arrive, and the last one makes the file.
   * @param configuration headers, options, an abort signal and a time-out for this request
   * @throws GraphError if the service refuses the request
   */
  async post(
    body: CreateUploadSessionPostRequestBody,
    configuration?: GraphRequestConfiguration,
  ): Promise<UploadSession | undefined> {
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
