import { readBearer } from "./authorize.js";
import type { Exchange } from "./exchange.js";
import { type RouteMatch, toErrorService } from "./routes.js";
import type { Party } from "./throttle.js";

/** Who makes a request of the Graph side, and of whose mailbox or drive. */
export function toParty({ headers, route }: Exchange): Party {
  return { app: readApp(readBearer(headers.authorization)), mailbox: toMailbox(route), service: toErrorService(route) };
}

/** The application a token was issued to, if it is one that tells; all others count as one. */
function readApp(token = ""): string {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    const { appid, azp } = Object(claims) as Record<string, unknown>;
    return String(appid ?? azp ?? "app");
  } catch {
    return "app";
  }
}

function toMailbox({ ids }: RouteMatch): string {
  const owner = ["user", "group", "site", "drive", "share", "printer"].find((name) => ids[name] !== undefined);
  return owner === undefined ? "me" : `${owner}s/${ids[owner]}`;
}
