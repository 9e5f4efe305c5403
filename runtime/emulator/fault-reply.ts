import { STATUS_CODES } from "node:http";
import { type Stamps, toErrorBody } from "./errors.js";
import type { FaultAction } from "./faults.js";
import type { Reply } from "./reply.js";

/** `error.code` the service uses with a status, for plans that give none. */
const usualCodes: Readonly<Record<number, string>> = {
  401: "InvalidAuthenticationToken",
  403: "ErrorAccessDenied",
  404: "ErrorItemNotFound",
  409: "nameAlreadyExists",
  412: "ErrorIrresolvableConflict",
  413: "ErrorMessageSizeExceeded",
  416: "invalidRange",
  429: "ApplicationThrottled",
  503: "serviceNotAvailable",
  507: "quotaLimitReached",
};

/** The reply a plan puts in place of the usual one; redirects have no body. */
export function toFaultReply(status: number, fault: FaultAction, stamps: Stamps): Reply {
  const { headers = {}, innerCode } = fault;
  if (status < 400) return { status, headers };
  const row = {
    code: fault.code ?? usualCodes[status] ?? "generalException",
    message: fault.message ?? STATUS_CODES[status] ?? "Fault plan",
    ...(innerCode === undefined ? {} : { innerCode }),
  };
  return { status, headers, json: toErrorBody(row, stamps) };
}
