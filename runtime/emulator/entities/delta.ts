import { readPageSize, toBase, toWorld } from "./entities.js";
import { toContext, toEntityJson } from "./entity-json.js";
import type { Entity } from "./entity-store.js";
import { listWithin } from "./event-window.js";
import { toLink } from "./next-link.js";
import type { Call, Operation } from "./operation.js";
import { type Query, invalidQuery, readQuery } from "./query.js";

/** A stretch of the store's changes, and how far into it a client has come. */
interface Progress {
  /** number of the last change the client knew */
  readonly since: number;
  /** number of the last change when it began to ask */
  readonly until: number;
  /** number of the last change it was told of since */
  readonly told: number;
}

/** The changes of a collection since a client last asked: first all of it (docs `concepts/delta-query-overview.md`). */
export const delta: Operation = {
  parameters: {},
  run: async ({ place, exchange, service, parameters }: Call) => {
    const { store, ...world } = toWorld(service);
    const type = place.set?.type ?? place.base.type;
    const token = parameters["token"];
    const options = new URLSearchParams(exchange.target.query);
    if (token !== undefined) options.set("$deltatoken", String(token));
    const query = readQuery(options, type);
    const progress = readProgress(query, store.changes);
    const changed = [...listWithin(place, query.window, store), ...(progress.since > 0 ? store.listGone(place) : [])]
      .filter(({ change }) => change > progress.told && change <= progress.until)
      .toSorted((one, other) => one.change - other.change);
    const { navigation } = place.step;
    const size = query.top ?? readPageSize(exchange) ?? navigation.page?.size ?? changed.length;
    const page = changed.slice(0, size);
    const told = page.at(-1)?.change ?? progress.told;
    const write = async (entity: Entity): Promise<object> =>
      place.set?.gone.get(entity.id) === entity
        ? { "@removed": { reason: "deleted" }, id: entity.id }
        : toEntityJson(entity, query, type, { ...world, store });
    const link =
      page.length < changed.length
        ? {
            "@odata.nextLink": toLink(service.origin, exchange.target, [
              "$skiptoken",
              writeToken({ ...progress, told }),
            ]),
          }
        : {
            "@odata.deltaLink": toLink(service.origin, exchange.target, [
              "$deltatoken",
              writeToken({ since: progress.until }),
            ]),
          };
    const context = toContext(toBase(exchange, service), place, query, "set");
    const value = await Promise.all(page.map(write));
    return { status: 200, json: { "@odata.context": context, ...link, value } };
  },
};

function readProgress({ skipToken, deltaToken }: Query, changes: number): Progress {
  const token = skipToken ?? deltaToken;
  if (token === undefined) return { since: 0, until: changes, told: 0 };
  // with `latest` a client wants no more than a link for later
  if (token.toLowerCase() === "latest") return { since: changes, until: changes, told: changes };
  const [, since, until, told] = /^delta (\d+)(?: (\d+) (\d+))?$/.exec(decode(token)) ?? [];
  if (since === undefined || Number(since) > changes) throw invalidQuery("The token of the delta link is not valid.");
  return { since: Number(since), until: Number(until ?? changes), told: Number(told ?? since) };
}

function writeToken({ since, until, told }: Partial<Progress>): string {
  const parts = ["delta", since, ...(until === undefined ? [] : [until, told])];
  return Buffer.from(parts.join(" ")).toString("base64url");
}

function decode(token: string): string {
  return Buffer.from(token, "base64url").toString();
}
