import type { IncomingMessage, ServerResponse } from "node:http";

const loopback = /^https?:\/\/(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

/** What a script may read of a reply beside its body. */
const exposed = "Location, Retry-After, Date, request-id, client-request-id, WWW-Authenticate, Allow";

/**
 * Lets pages of any loopback port read the replies, as Graph and its upload hosts let pages of any origin; answers the
 * question a browser asks first. Pages from elsewhere get nothing: the emulator takes any token.
 * @returns true when the request was that question: it is answered, and no part of the ledger or the fault plan
 */
export function allowOrigin({ method, headers }: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader("Vary", "Origin");
  const { origin } = headers;
  if (origin === undefined || !loopback.test(origin)) return false;
  response.setHeader("Access-Control-Allow-Origin", origin);
  response.setHeader("Access-Control-Expose-Headers", exposed);
  const asked = headers["access-control-request-method"];
  if (method !== "OPTIONS" || asked === undefined) return false;
  response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
  // Authorization must be named: `*` does not cover it
  response.setHeader("Access-Control-Allow-Headers", headers["access-control-request-headers"] ?? "*");
  response.setHeader("Access-Control-Max-Age", "7200");
  response.writeHead(204).end();
  return true;
}
