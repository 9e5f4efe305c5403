import type { IncomingHttpHeaders } from "node:http";
import type { FaultAction } from "./faults.js";
import type { ExchangeRecord } from "./ledger.js";
import type { Reply } from "./reply.js";
import type { RequestBody } from "./request-body.js";
import type { RouteMatch } from "./routes.js";
import type { Service } from "./service.js";
import type { Target } from "./target.js";

/** One request on its way through the emulator. */
export interface Exchange {
  method: string;
  target: Target;
  headers: IncomingHttpHeaders;
  body: RequestBody;
  route: RouteMatch;
  /** what the fault plan has for it; empty without */
  fault: FaultAction;
  /** there is an entry of the fault plan for it, be it an empty one */
  struck: boolean;
  record: ExchangeRecord;
}

/** Answers one operation. Refusals are thrown as ServiceError. */
export type Handler = (exchange: Exchange, service: Service) => Reply | Promise<Reply>;
