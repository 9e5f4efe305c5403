import { ServiceError } from "../errors.js";
import type { Exchange, Handler } from "../exchange.js";
import { readJsonObject } from "../json-body.js";
import type { Service } from "../service.js";
import { locate, toWorkshop } from "./entities.js";
import { delta } from "./delta.js";
import { directoryActions } from "./directory-actions.js";
import { itemActions } from "./item-actions.js";
import { mailActions } from "./mail-actions.js";
import type { Call, Operation } from "./operation.js";
import { readOperationParameters } from "./operation-parameters.js";

/** By the type they are bound to, `[]` behind it for a collection, and their name. */
const operations: Readonly<Record<string, Operation>> = {
  ...mailActions,
  ...itemActions,
  ...directoryActions,
};

export const callAction: Handler = async (exchange, service) => {
  const [operation, call, name] = find(exchange, service);
  const body = hasBody(exchange) ? await readJsonObject(exchange.body) : {};
  return operation.run({ ...call, parameters: readOperationParameters(body, operation.parameters, name) });
};

export const callFunction: Handler = (exchange, service) => {
  const [operation, call] = find(exchange, service);
  return operation.run(call);
};

/** @throws ServiceError operationUnknown, itemNotFound */
function find(exchange: Exchange, service: Service): [Operation, Call, string] {
  const { place, resource } = locate(exchange, service);
  const { name = "", parameters = {} } = resource.operation ?? {};
  const type = resource.type.name;
  const operation =
    resource.many && name === "delta" ? delta : operations[`${type}${resource.many ? "[]" : ""}.${name}`];
  if (operation === undefined) {
    throw new ServiceError("operationUnknown", {
      message: `The emulator does not know '${name}' of 'microsoft.graph.${type}'.`,
    });
  }
  const entity = resource.many ? place.base : service.entities.single(place);
  return [operation, { entity, place, parameters, workshop: toWorkshop(service), exchange, service }, name];
}

function hasBody({ headers }: Exchange): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
