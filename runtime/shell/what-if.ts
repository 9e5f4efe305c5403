import type { RequestInformation } from "@microsoft/kiota-abstractions";
import { operationOf } from "../cmdlet/choose-parameter-set.js";
import type { Cmdlet } from "../cmdlet/cmdlet.js";
import { requestUrl } from "../graph/request-information.js";
import type { JsonObject } from "./json.js";
import { wireBody } from "./request.js";

/** What a call does, in the words PowerShell shows for `-WhatIf` and `-Confirm`. */
export function describeAction(cmdlet: Cmdlet, parameterSet: string): string {
  const { method, path } = operationOf(cmdlet, parameterSet);
  const target = `Call remote '${method} ${path}' operation`;
  return `Performing the operation "${cmdlet.name}_${parameterSet}" on target "${target}".`;
}

/** A request that is not sent, as a result. */
export function describeRequest(request: RequestInformation, parameterSet: string): JsonObject {
  const headers: Record<string, string> = {};
  request.headers.forEach((values, name) => {
    headers[name] = [...values].join(", ");
  });
  return { method: request.httpMethod, url: requestUrl(request), headers, body: wireBody(request), parameterSet };
}
