import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import { parseJson } from "../upload/json.js";
import type { CallLimits } from "./deadline.js";
import { GraphError } from "./graph-error.js";
import { sendThrough } from "./send.js";

/** The body of the reply to a request, as it is. @throws GraphError */
export async function sendForBytes(
  adapter: RequestAdapter,
  request: RequestInformation,
  limits: CallLimits,
): Promise<ArrayBuffer> {
  const reply = await sendThrough(adapter, request, limits, (through, errorMappings) =>
    through.sendPrimitive<ArrayBuffer>(request, "ArrayBuffer", errorMappings),
  );
  return reply ?? new ArrayBuffer(0);
}

/** The reply to a request as plain JSON, without a model. @throws GraphError also when it is no JSON object */
export async function sendForJson(
  adapter: RequestAdapter,
  request: RequestInformation,
  limits: CallLimits,
): Promise<Record<string, unknown>> {
  const json = readJson(await sendForBytes(adapter, request, limits));
  if (typeof json === "object" && json !== null) return json as Record<string, unknown>;
  throw notJson();
}

/** The reply to a request as plain JSON, `undefined` when it is empty. @throws GraphError also when it is no JSON */
export async function sendForReply(
  adapter: RequestAdapter,
  request: RequestInformation,
  limits: CallLimits,
): Promise<unknown> {
  const body = await sendForBytes(adapter, request, limits);
  if (body.byteLength === 0) return undefined;
  const json = readJson(body);
  if (json === undefined) throw notJson();
  return json;
}

function readJson(body: ArrayBuffer): unknown {
  return parseJson(new TextDecoder().decode(body));
}

function notJson(): GraphError {
  return new GraphError("invalidReply", "The service answered with something that is not JSON.");
}
