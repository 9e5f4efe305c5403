import { ServiceError } from "./errors.js";
import type { Exchange } from "./exchange.js";
import type { Settings } from "./options.js";

/**
 * What every request to the Graph side must pass: a token, and no id that by convention is missing or denied.
 * @throws ServiceError
 */
export function authorize({ headers, target }: Exchange, { token, tokenRequired }: Settings): void {
  const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "")?.[1];
  const challenge = { headers: { "WWW-Authenticate": 'Bearer realm=""' } };
  if (given === undefined) throw new ServiceError("accessTokenMissing", challenge);
  if (tokenRequired && given !== token) throw new ServiceError("accessTokenInvalid", challenge);
  if (target.segments.some((id) => id.startsWith("missing"))) throw new ServiceError("itemNotFound");
  if (target.segments.some((id) => id.startsWith("denied"))) throw new ServiceError("accessDenied");
}
