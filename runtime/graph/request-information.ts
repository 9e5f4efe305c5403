import {
  type HttpMethod,
  type RequestAdapter,
  type RequestConfiguration,
  RequestInformation,
} from "@microsoft/kiota-abstractions";
import { withApiVersion } from "./clouds.js";
import { type CallLimits, limitsOption } from "./deadline.js";

/** Headers, options and query of one request, as Kiota has them, and how long it may take. */
export interface GraphRequestConfiguration<Query extends object = object>
  extends RequestConfiguration<Query>, CallLimits {}

/** What else is to be known of a request. */
export interface RequestDetails {
  /** the API version, where it is not the one of the adapter's base URL; the template begins with `{+versionurl}` then */
  apiVersion?: string;
  /** property of the query parameters -> name in the template: `select` -> `%24select` */
  queryParameters?: Record<string, string>;
  /** default: JSON */
  accept?: string;
}

/** A path parameter of this name holds a URL that is taken as it is. */
export const rawUrlKey = RequestInformation.raw_url_key;

/**
 * Makes a request without content.
 * @param pathParameters by Kiota's keys: `{ "group%2Did": … }`
 * A value that stands between quotes in the template has its own quotes doubled, as OData wants it.
 * @throws TypeError when a path parameter of the template has no value, or one that would change the path
 */
export function requestInformation(
  adapter: RequestAdapter,
  pathParameters: Readonly<Record<string, unknown>>,
  method: HttpMethod,
  uriTemplate: string,
  configuration: GraphRequestConfiguration = {},
  { apiVersion, queryParameters, accept = "application/json" }: RequestDetails = {},
): RequestInformation {
  const values: Record<string, unknown> = { ...pathParameters, baseurl: adapter.baseUrl };
  if (apiVersion !== undefined) values["versionurl"] = withApiVersion(adapter.baseUrl, apiVersion);
  if (!values[rawUrlKey]) preparePathParameters(uriTemplate, values);
  const request = new RequestInformation(method, uriTemplate, values);
  request.configure(configuration, queryParameters);
  request.headers.tryAdd("Accept", accept);
  request.addRequestOptions([limitsOption(configuration)]);
  return request;
}

/** The URL a request goes to. Kiota writes `%24select` for `$select`, which not every service decodes. */
export function requestUrl(request: RequestInformation): string {
  // what is no text is for checkGraphUrl to refuse
  if (typeof request.URL !== "string") return request.URL;
  const [path = "", ...query] = request.URL.split("?");
  return [path, ...query.map((options) => options.replace(/(^|&)%24/g, "$1$"))].join("?");
}

/** Gives a request the bytes of a file as its body. */
export function setContent(request: RequestInformation, content: ArrayBuffer | Uint8Array, mediaType: string): void {
  const bytes = content instanceof Uint8Array ? new Uint8Array(content).buffer : content;
  request.setStreamContent(bytes, mediaType);
}

function preparePathParameters(uriTemplate: string, values: Record<string, unknown>): void {
  for (const [, before = "", key = ""] of uriTemplate.matchAll(/(^|.)\{([^+?&}]+)\}/g)) {
    const given = values[key];
    const value = given instanceof Date ? given.toISOString() : String(given ?? "");
    if (/^\.{0,2}$/.test(value)) {
      throw new TypeError(`The path parameter '${decodeURIComponent(key)}' is '${value}', which is no id.`);
    }
    values[key] = before === "'" ? value.replaceAll("'", "''") : value;
  }
}
