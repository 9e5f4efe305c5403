import type { AuthenticationProvider, RequestInformation } from "@microsoft/kiota-abstractions";
import { systemClock } from "../upload/clock.js";
import { parseJson } from "../upload/json.js";
import { checkGraphUrl } from "./clouds.js";
import { contentOf } from "./content.js";
import { limitsOf, withinLimits } from "./deadline.js";
import { errorOfReply } from "./error-reply.js";
import { type Fetch, type GraphExchange, type GraphRequest, exchange } from "./exchange.js";
import { GraphError } from "./graph-error.js";
import { requestUrl } from "./request-information.js";
import { waitBeforeRetry } from "./retry.js";

export interface CallSettings {
  authentication: AuthenticationProvider;
  /** no request leaves its origin */
  baseUrl: string;
  fetch: Fetch;
  timeoutMs: number | undefined;
  onExchange: ((exchange: GraphExchange) => void) | undefined;
}

/** A reply that is no error, its body read. */
export interface GraphReply {
  contentType: string;
  body: ArrayBuffer;
}

/** The program's name on the wire. */
export const userAgent = "graphlet/0.1.0";

/**
 * Makes a call to Graph: authenticates and sends the request, waits and sends it again where the service asks to.
 * @throws GraphError for any reply but 2xx and 304, and for none
 */
export function callGraph(settings: CallSettings, request: RequestInformation): Promise<GraphReply> {
  const { signal, timeoutMs = settings.timeoutMs } = limitsOf(request.getRequestOptions());
  return withinLimits({ signal, timeoutMs }, async (limit) => {
    const { reply, body } = await sendUntilFinal(settings, request, limit);
    if (!reply.ok && reply.status !== 304) throw errorOf(reply, body);
    return { contentType: reply.headers.get("content-type") ?? "", body };
  });
}

/** The request as fetch takes it, with a token. */
export async function authenticate(
  { authentication, baseUrl }: CallSettings,
  request: RequestInformation,
  claims?: string,
): Promise<GraphRequest> {
  const url = checkGraphUrl(requestUrl(request), baseUrl);
  await authentication.authenticateRequest(request, claims === undefined ? undefined : { claims });
  const headers: Record<string, string> = { "user-agent": userAgent };
  request.headers.forEach((values, name) => {
    headers[name.toLowerCase()] = [...values].join(", ");
  });
  const content = contentOf(request.getRequestOptions());
  return { url, method: request.httpMethod ?? "GET", headers, body: request.content, content };
}

async function sendUntilFinal(settings: CallSettings, request: RequestInformation, signal: AbortSignal) {
  let outgoing = await authenticate(settings, request);
  let challenged = false;
  let redirected = false;
  for (let attempt = 1; ; attempt++) {
    const headers = { "client-request-id": crypto.randomUUID(), ...outgoing.headers };
    const result = await exchange(settings.fetch, { ...outgoing, headers }, attempt, signal);
    const retryInMs = result.reply && waitBeforeRetry(result.reply, attempt, request.getRequestOptions());
    settings.onExchange?.({ ...result.exchange, ...(retryInMs !== undefined && { retryInMs }) });
    if (!result.reply) throw result.error;
    const claims = claimsOf(result.reply);
    if (retryInMs !== undefined) {
      await systemClock.sleep(retryInMs, signal);
    } else if (claims && !challenged) {
      challenged = true;
      outgoing = await authenticate(settings, request, claims);
    } else if (isRedirect(result.reply)) {
      const location = result.reply.headers.get("location");
      if (redirected || outgoing.method !== "GET") throw unexpectedRedirect(outgoing.url);
      redirected = true;
      outgoing = { ...outgoing, url: checkGraphUrl(location, settings.baseUrl, outgoing.url) };
    } else {
      return result;
    }
  }
}

/** continuous access evaluation: what a new token must claim */
function claimsOf({ status, headers }: Response): string | undefined {
  return status === 401 ? /\bclaims="([^"]+)"/i.exec(headers.get("www-authenticate") ?? "")?.[1] : undefined;
}

function isRedirect({ type, status }: Response): boolean {
  return type === "opaqueredirect" || [301, 302, 303, 307, 308].includes(status);
}

function unexpectedRedirect({ host }: URL): GraphError {
  return new GraphError("unexpectedRedirect", `${host} sends the request elsewhere; that was not followed.`);
}

function errorOf({ status, headers }: Response, body: ArrayBuffer): GraphError {
  const text = new TextDecoder().decode(body);
  return errorOfReply({ status, header: (name) => headers.get(name), body: parseJson(text) ?? text });
}
