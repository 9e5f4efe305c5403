import {
  type HttpMethod,
  type RequestAdapter,
  type RequestConfiguration,
  RequestInformation,
} from "@microsoft/kiota-abstractions";
import { type CallLimits, limitsOption } from "./deadline.js";

/** Headers and options of one request, as Kiota has them, and how long it may take. */
export interface GraphRequestConfiguration extends RequestConfiguration<object>, CallLimits {}

/** A path parameter of this name holds a URL that is taken as it is. */
export const rawUrlKey = RequestInformation.raw_url_key;

/**
 * Makes a request without content.
 * @param pathParameters by Kiota's keys: `{ "group%2Did": … }`
 * @throws TypeError when a path parameter of the template has no value, or one that would change the path
 */
export function requestInformation(
  adapter: RequestAdapter,
  pathParameters: Readonly<Record<string, unknown>>,
  method: HttpMethod,
  uriTemplate: string,
  configuration: GraphRequestConfiguration = {},
): RequestInformation {
  const values: Record<string, unknown> = { ...pathParameters, baseurl: adapter.baseUrl };
  if (!values[rawUrlKey]) checkPathParameters(uriTemplate, values);
  const request = new RequestInformation(method, uriTemplate, values);
  request.configure(configuration);
  request.headers.tryAdd("Accept", "application/json");
  request.addRequestOptions([limitsOption(configuration)]);
  return request;
}

function checkPathParameters(uriTemplate: string, values: Readonly<Record<string, unknown>>): void {
  for (const [, key = ""] of uriTemplate.matchAll(/\{([^+?&}]+)\}/g)) {
    const value = String(values[key] ?? "");
    if (/^\.{0,2}$/.test(value)) {
      throw new TypeError(`The path parameter '${decodeURIComponent(key)}' is '${value}', which is no id.`);
    }
  }
}
