import type { AccessTokens } from "./access-tokens.js";
import { ServiceError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import { toErrorService } from "./routes.js";

/**
 * What every request to the Graph side must pass: a token, and no id that by convention is missing or denied.
 * @throws ServiceError
 */
export function authorize({ headers, target, route }: Exchange, tokens: AccessTokens): void {
  const given = readBearer(headers.authorization);
  const refusal = given === undefined ? "accessTokenMissing" : tokens.check(given);
  if (refusal !== undefined) throw new ServiceError(refusal, { headers: { "WWW-Authenticate": 'Bearer realm=""' } });
  const service = toErrorService(route);
  if (target.segments.some((id) => id.startsWith("missing"))) throw new ServiceError("itemNotFound", { service });
  if (target.segments.some((id) => id.startsWith("denied"))) throw new ServiceError("accessDenied", { service });
}

/** The access token of an Authorization header. */
export function readBearer(authorization: string | undefined): string | undefined {
  return /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
}
