import type { RequestInformation } from "@microsoft/kiota-abstractions";
import type { Cmdlet } from "../cmdlet/cmdlet.js";
import type { JsonObject } from "./json.js";
import { wireBody } from "./request.js";

/** What a call does, in the words PowerShell shows for `-WhatIf` and `-Confirm`. */
export function describeAction({ name, method, path }: Cmdlet, parameterSet: string): string {
  const target = `Call remote '${method} ${path}' operation`;
  return `Performing the operation "${name}_${parameterSet}" on target "${target}".`;
}

/** A request that is not sent, as a result. */
export function describeRequest(request: RequestInformation, parameterSet: string): JsonObject {
  const headers: Record<string, string> = {};
  request.headers.forEach((values, name) => {
    headers[name] = [...values].join(", ");
  });
  return { method: request.httpMethod, url: request.URL, headers, body: wireBody(request), parameterSet };
}
