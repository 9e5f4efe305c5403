import type { AccessTokens } from "./access-tokens.js";
import { ServiceError } from "./errors.js";
import type { Exchange } from "./exchange.js";

/**
 * What every request to the Graph side must pass: a token, and no id that by convention is missing or denied.
 * @throws ServiceError
 */
export function authorize({ headers, target }: Exchange, tokens: AccessTokens): void {
  const given = readBearer(headers.authorization);
  const refusal = given === undefined ? "accessTokenMissing" : tokens.check(given);
  if (refusal !== undefined) throw new ServiceError(refusal, { headers: { "WWW-Authenticate": 'Bearer realm=""' } });
  if (target.segments.some((id) => id.startsWith("missing"))) throw new ServiceError("itemNotFound");
  if (target.segments.some((id) => id.startsWith("denied"))) throw new ServiceError("accessDenied");
}

/** The access token of an Authorization header. */
export function readBearer(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}
