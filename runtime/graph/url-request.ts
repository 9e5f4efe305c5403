import {
  type HttpMethod,
  type RequestAdapter,
  RequestInformation,
  type RequestOption,
} from "@microsoft/kiota-abstractions";
import type { CallLimits } from "./deadline.js";
import { sendForJson } from "./send-json.js";

/** How one request is sent. */
export interface UrlRequestOptions extends CallLimits {
  options?: RequestOption[];
  headers?: Readonly<Record<string, string>>;
  /** bytes go as they are, an object as JSON */
  body?: Uint8Array | object;
}

/** A request to a URL as it is, for what no spec describes. */
export function urlRequest(
  method: HttpMethod,
  url: string,
  { options, headers = {}, body }: UrlRequestOptions = {},
): RequestInformation {
  const request = new RequestInformation(method);
  request.URL = url;
  request.addRequestOptions(options);
  for (const [name, value] of Object.entries(headers)) request.headers.add(name, value);
  if (body instanceof Uint8Array) request.setStreamContent(body.slice().buffer, "application/octet-stream");
  else if (body) request.setStreamContent(new TextEncoder().encode(JSON.stringify(body)).buffer, "application/json");
  return request;
}

/** Sends a request to a URL as it is. @throws GraphError */
export function sendToUrl(
  adapter: RequestAdapter,
  method: HttpMethod,
  url: string,
  how: UrlRequestOptions,
): Promise<Record<string, unknown>> {
  return sendForJson(adapter, urlRequest(method, url, how), how);
}
