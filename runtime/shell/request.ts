import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import { propertyName } from "../cmdlet/property-name.js";
import { requireBody } from "../graph/request-builder.js";
import type { GraphRequestConfiguration } from "../graph/request-information.js";
import { sendForJson } from "../graph/send-json.js";
import { toModel } from "./body-model.js";
import type { Command } from "./command.js";
import { isJsonObject, type JsonObject } from "./json.js";

/** Values by parameter name as a cmdlet function takes them: camel case, models in place of JSON. */
export function toParameters(values: ReadonlyMap<string, unknown>, command: Command): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of values) {
    const model = command.models[name];
    parameters[propertyName(name)] = model !== undefined && isJsonObject(value) ? toModel(value, model) : value;
  }
  return parameters;
}

/** The body of a request as it goes over the wire; `undefined` if it has none. */
export function wireBody({ content }: RequestInformation): unknown {
  return content === undefined ? undefined : JSON.parse(new TextDecoder().decode(content));
}

/** @throws IncompleteBodyError when the service is certain to refuse the body */
export function checkBody(request: RequestInformation, command: Command): void {
  const body = wireBody(request);
  requireBody(isJsonObject(body) ? { additionalData: body } : undefined, command.requires[0] ?? []);
}

/**
 * Sends the request of a command.
 * @returns the reply as it came, not through a model, so that nothing of it is lost
 * @throws IncompleteBodyError before anything is sent, GraphError
 */
export async function sendCommand(
  command: Command,
  adapter: RequestAdapter,
  parameters: object,
  limits: Pick<GraphRequestConfiguration, "signal" | "timeoutMs">,
): Promise<JsonObject> {
  const request = command.toRequestInformation(adapter, parameters, limits);
  checkBody(request, command);
  return sendForJson(adapter, request, limits);
}
