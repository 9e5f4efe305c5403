import type { RequestInformation } from "@microsoft/kiota-abstractions";
import { operationOf } from "../cmdlet/choose-parameter-set.js";
import type { Cmdlet } from "../cmdlet/cmdlet.js";
import { requestUrl } from "../graph/request-information.js";
import type { JsonObject } from "./json.js";
import { wireBody, wireHeaders } from "./request.js";

/** What a call does, in the words PowerShell shows for `-WhatIf` and `-Confirm`. */
export function describeAction(cmdlet: Cmdlet, parameterSet: string): string {
  const { method, path } = operationOf(cmdlet, parameterSet);
  const target = `Call remote '${method} ${path}' operation`;
  return `Performing the operation "${cmdlet.name}_${parameterSet}" on target "${target}".`;
}

/**
 * A request that is not sent, as a result.
 * @param body what to show in place of the request's own
 */
export function describeRequest(
  request: RequestInformation,
  parameterSet: string,
  body = wireBody(request),
): JsonObject {
  return { method: request.httpMethod, url: requestUrl(request), headers: wireHeaders(request), body, parameterSet };
}
