import type { RequestAdapter, RequestInformation } from "@microsoft/kiota-abstractions";
import { operationIndex } from "../cmdlet/choose-parameter-set.js";
import { propertyName } from "../cmdlet/property-name.js";
import type { CallLimits } from "../graph/deadline.js";
import { requireBody } from "../graph/request-builder.js";
import { toModel } from "./body-model.js";
import type { Command } from "./command.js";
import type { Input } from "./inputs.js";
import { isJsonObject } from "./json.js";
import { likelySet, modelOf } from "./parameter-shape.js";

/** Values by parameter name as a cmdlet function takes them: camel case, models in place of JSON. */
export function toParameters(
  values: ReadonlyMap<string, unknown>,
  command: Command,
  set = likelySet(command, values.keys()),
): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  const types = new Map(command.cmdlet.parameters.map(({ name, type }) => [name, type]));
  for (const [name, value] of values) {
    const model = modelOf(command, name, set);
    const plain = types.get(name)?.startsWith("DateTime") === true ? toDates(value) : value;
    parameters[propertyName(name)] = model === undefined ? plain : toModel(value, model);
  }
  return parameters;
}

function toDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toDates);
  return typeof value === "string" ? new Date(value) : value;
}

/** The request of a call. @throws ParameterBindingError */
export function toRequest(
  { values, parameterSet }: Input,
  command: Command,
  adapter: RequestAdapter,
  limits: CallLimits = {},
): RequestInformation {
  return command.toRequestInformation(adapter, toParameters(values, command, parameterSet), limits);
}

/** The body of a request as it goes over the wire; `undefined` if it has none, or one that is no JSON. */
export function wireBody({ content, headers }: RequestInformation): unknown {
  const isJson = headers.get("content-type")?.has("application/json") === true;
  return content === undefined || !isJson ? undefined : JSON.parse(new TextDecoder().decode(content));
}

/** The headers of a request, several values of one joined. */
export function wireHeaders(request: RequestInformation): Record<string, string> {
  const headers: Record<string, string> = {};
  request.headers.forEach((values, name) => {
    headers[name] = [...values].join(", ");
  });
  return headers;
}

/** @throws IncompleteBodyError when the service is certain to refuse the body */
export function checkBody(request: RequestInformation, { parameterSet }: Input, command: Command): void {
  const body = wireBody(request);
  const requires = command.requires[operationIndex(command.cmdlet, parameterSet)] ?? [];
  requireBody(isJsonObject(body) ? { additionalData: body } : undefined, requires);
}
