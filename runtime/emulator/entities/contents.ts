import { ServiceError } from "../errors.js";
import type { Handler } from "../exchange.js";
import type { EntityOperation } from "./entity-routes.js";
import { locate, toWorld } from "./entities.js";
import { writeMime } from "./mime.js";

/** Largest photo taken, in bytes (docs `api/profilephoto-update.md`). */
const photoMaximum = 4 * 1024 * 1024;

const getContent: Handler = (exchange, service) => {
  const { place, resource } = locate(exchange, service);
  const entity = service.entities.single(place);
  if (resource.type.content === "read") {
    return { status: 200, headers: { "Content-Type": "text/plain" }, text: writeMime(entity, toWorld(service)) };
  }
  if (entity.content === undefined) throw new ServiceError("contentMissing");
  const { type, bytes } = entity.content;
  const headers = { "Content-Type": type, "Content-Length": String(bytes.length) };
  return { status: 200, headers, stream: bytes.read() };
};

const putContent: Handler = async (exchange, service) => {
  const entity = service.entities.single(locate(exchange, service).place);
  const type = exchange.headers["content-type"] ?? "";
  if (!/^image\//i.test(type)) throw new ServiceError("contentTypeUnsupported");
  const bytes = service.contents.create();
  await exchange.body.read((received) => {
    if (bytes.length + received.length > photoMaximum) throw new ServiceError("requestTooLong");
    bytes.write(bytes.length, received);
  });
  bytes.seal();
  entity.content = { type, bytes };
  service.entities.write(entity, {});
  return { status: 200 };
};

const deleteContent: Handler = (exchange, service) => {
  const entity = service.entities.single(locate(exchange, service).place);
  if (entity.content === undefined) throw new ServiceError("contentMissing");
  delete entity.content;
  return { status: 204 };
};

/** Requests for the `$value` of an entity. */
export const contentHandlers = { getContent, putContent, deleteContent } satisfies Partial<
  Record<EntityOperation, Handler>
>;
