import type { Exchange } from "../exchange.js";
import type { Reply } from "../reply.js";
import type { Service } from "../service.js";
import { toEntityReply } from "./entities.js";
import type { Entity, Place } from "./entity-store.js";
import type { Workshop } from "./entity-writes.js";
import type { ParameterTypes } from "./operation-parameters.js";
import { readQuery } from "./query.js";

/** One call of an action or a function. */
export interface Call {
  /** what it is bound to; of one bound to a collection, the entity that has the collection */
  readonly entity: Entity;
  readonly place: Place;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly workshop: Workshop;
  readonly exchange: Exchange;
  readonly service: Service;
}

/** An action or function of the schema. */
export interface Operation {
  readonly parameters: ParameterTypes;
  run(call: Call): Reply | Promise<Reply>;
}

/** The reply of an action that gives an entity of the type it is bound to. */
export function replyEntity(status: number, entity: Entity, { exchange, service, place }: Call): Promise<Reply> {
  return toEntityReply(status, entity, {
    exchange,
    service,
    place,
    query: readQuery(new URLSearchParams(), entity.type),
  });
}
