import { createHash } from "node:crypto";
import type { Clock } from "../clock.js";
import type { Content } from "../content.js";
import { ServiceError } from "../errors.js";
import { toGuid } from "../exchange-id.js";
import { findType } from "./model.js";
import type { ResourcePath, Step } from "./resource-path.js";
import { type EntityType, type Navigation, listTypeNames } from "./schema.js";

/** An entity of the emulated tenant. */
export interface Entity {
  readonly type: EntityType;
  readonly id: string;
  /** the entity it belongs to; absent for the service root */
  readonly parent?: Entity;
  readonly set?: EntitySet;
  /** one and the same by whatever route it is reached: `users/{id}/messages/{id}` */
  readonly path: string;
  values: Record<string, unknown>;
  /** how often it was written */
  version: number;
  /** number of the last change to it */
  change: number;
  /** what it is tied to with $ref, by navigation property */
  readonly links: Map<string, Set<Entity>>;
  content?: { readonly type: string; readonly bytes: Content };
}

/** A collection as it lies in the store. */
export interface EntitySet {
  readonly path: string;
  readonly type: EntityType;
  readonly owner: Entity;
  readonly entities: Map<string, Entity>;
  /** those asked for that were never written */
  readonly asked: Map<string, Entity>;
  /** what was deleted; its change is that */
  readonly gone: Map<string, Entity>;
  /** ids by other names, in lower case: `inbox` */
  readonly names: Map<string, string>;
  /** the names of ids as they were first spelt */
  readonly spellings: Map<string, string>;
}

/** Puts into a set, when it is first looked at, what it has from the beginning. */
export type Seed = (set: EntitySet, store: EntityStore) => void;

/** What a path leads to: a collection, of which a view shows a part, or one entity. */
export interface Place {
  readonly set?: EntitySet;
  readonly base: Entity;
  readonly step: Step;
  /** what entities have that a view shows; empty for all of a set */
  readonly within: Readonly<Record<string, unknown>>;
  readonly entity?: Entity;
}

/**
 * All entities of the tenant. Every id exists: one never written is empty, and in no list until it is written to.
 * What was deleted is gone.
 */
export class EntityStore {
  readonly #sets = new Map<string, EntitySet>();
  #root = createRoot();
  #changes = 0;
  readonly #orders = new Map<string, { readonly changes: number; readonly entities: readonly Entity[] }>();
  /** what the attempt under way has added */
  #added: Entity[] | undefined;

  constructor(
    readonly clock: Clock,
    readonly seed: Seed,
    /** told of each entity that is deleted */
    readonly removed: (entity: Entity) => void = () => undefined,
  ) {}

  get root(): Entity {
    return this.#root;
  }

  /** number of the last change */
  get changes(): number {
    return this.#changes;
  }

  /** The set behind a navigation property of an entity. */
  set(owner: Entity, name: string): EntitySet {
    const path = `${owner.path}/${name}`.replace(/^\//, "");
    const known = this.#sets.get(path);
    if (known !== undefined) return known;
    const type = findType(owner.type.navigations[name]?.type ?? "");
    const set: EntitySet = {
      path,
      type,
      owner,
      entities: new Map(),
      asked: new Map(),
      gone: new Map(),
      names: new Map(),
      spellings: new Map(),
    };
    this.#sets.set(path, set);
    const outer = this.#added;
    this.#added = undefined;
    this.seed(set, this);
    this.#added = outer;
    return set;
  }

  /** @throws ServiceError itemNotFound for one that was deleted */
  entity(set: EntitySet, key: string): Entity {
    if (set.type.derived !== undefined) return this.#findDerived(set, key);
    const id = this.toId(set, key);
    const known = set.entities.get(id) ?? set.asked.get(id);
    if (known !== undefined) return known;
    if (set.gone.has(id)) throw notFound(set.type, key);
    const entity = createEntity(set, id);
    set.asked.set(id, entity);
    return entity;
  }

  /** The id that a key of a set stands for. */
  toId(set: EntitySet, key: string): string {
    return set.names.get(key.toLowerCase()) ?? (set.type.name === "user" ? this.#toUserId(set, key) : key);
  }

  /** Puts a new entity into a set. */
  add(set: EntitySet, id: string, values: Readonly<Record<string, unknown>> = {}): Entity {
    const entity = createEntity(set, id);
    this.#added?.push(entity);
    set.gone.delete(id);
    this.write(entity, values);
    return entity;
  }

  /** Ties another entity to one, by a navigation property. */
  tie(entity: Entity, name: string, other: Entity): void {
    const links = entity.links.get(name) ?? new Set();
    if (entity.type.navigations[name]?.kind === "link") links.clear();
    links.add(other);
    entity.links.set(name, links);
    for (const each of [other, entity]) this.write(each, {});
  }

  /** Changes properties of an entity, and keeps it from now on. */
  write(entity: Entity, values: Readonly<Record<string, unknown>>): void {
    entity.values = { ...entity.values, ...values };
    entity.version += 1;
    entity.change = this.#changes += 1;
    entity.set?.asked.delete(entity.id);
    entity.set?.entities.set(entity.id, entity);
  }

  untie(entity: Entity, name: string, other: Entity): void {
    entity.links.get(name)?.delete(other);
    this.write(entity, {});
  }

  /** Deletes an entity with all that belongs to it. */
  remove(entity: Entity): void {
    for (const [name, navigation] of Object.entries(entity.type.navigations)) {
      if (navigation.kind !== "view" || navigation.by === undefined || navigation.under !== undefined) continue;
      for (const each of this.listPlace(this.enter(entity, { name, navigation }))) this.remove(each);
    }
    entity.change = this.#changes += 1;
    entity.set?.entities.delete(entity.id);
    entity.set?.asked.delete(entity.id);
    entity.set?.gone.set(entity.id, entity);
    this.removed(entity);
    for (const path of this.#sets.keys()) if (path.startsWith(`${entity.path}/`)) this.#sets.delete(path);
  }

  /** Undoes an addition: as if it had never been. */
  discard(entity: Entity): void {
    entity.set?.entities.delete(entity.id);
  }

  /** Makes entities, or none at all if that fails. */
  attempt<T>(make: () => T): T {
    const outer = this.#added;
    const added: Entity[] = [];
    this.#added = added;
    try {
      return make();
    } catch (error) {
      for (const entity of added) this.discard(entity);
      throw error;
    } finally {
      this.#added = outer;
      outer?.push(...added);
    }
  }

  /** Entities of a set in the order they came. */
  list({ entities }: EntitySet): Entity[] {
    return [...entities.values()];
  }

  /** Entities a path shows. */
  listPlace({ set, base, step, within }: Place): readonly Entity[] {
    if (set === undefined) return castTo(this.tied(base, step.name, step.navigation), step);
    return castTo(showWithin(this.#listSets(set).flatMap(this.list), within), step);
  }

  /** The same, in an order that is kept as long as nothing changes: a list is asked for page by page. */
  listOrdered(place: Place, sort: (entities: readonly Entity[]) => Entity[]): readonly Entity[] {
    const { base, step, within } = place;
    const key = JSON.stringify([base.path, step.name, step.cast?.name, within]);
    const known = this.#orders.get(key);
    if (known?.changes === this.#changes) return known.entities;
    const entities = sort(this.listPlace(place));
    if (this.#orders.size > 20) this.#orders.clear();
    this.#orders.set(key, { changes: this.#changes, entities });
    return entities;
  }

  /** Entities a path showed until they were deleted. */
  listGone({ set, step, within }: Place): readonly Entity[] {
    const sets = set === undefined ? [] : this.#listSets(set);
    return castTo(
      showWithin(
        sets.flatMap(({ gone }) => [...gone.values()]),
        within,
      ),
      step,
    );
  }

  /** @throws ServiceError itemNotFound */
  locate({ steps }: Pick<ResourcePath, "steps">): Place {
    let place: Place | undefined;
    for (const step of steps) place = this.enter(place === undefined ? this.#root : this.single(place), step);
    if (place === undefined) throw new ServiceError("itemNotFound");
    return place;
  }

  /** @throws ServiceError itemNotFound where there is none */
  single({ entity, base, step }: Place): Entity {
    if (entity === undefined) throw notFound(findType(step.navigation.type), `${base.id}/${step.name}`);
    return entity;
  }

  clear(): void {
    this.#sets.clear();
    this.#orders.clear();
    this.#root = createRoot();
    this.#changes = 0;
  }

  /** Takes one step from an entity. @throws ServiceError itemNotFound */
  enter(base: Entity, step: Step): Place {
    const { navigation, name, key } = step;
    const type = findType(navigation.type);
    switch (navigation.kind) {
      case "set":
      case "one": {
        const owner = navigation.kind === "one" && navigation.of !== undefined ? findOwner(base, navigation.of) : base;
        const set = this.set(owner, navigation.kind === "one" ? (navigation.of ?? name) : name);
        const id = navigation.kind === "one" ? navigation.id : key;
        return { set, base, step, within: {}, ...(id === undefined ? {} : { entity: this.entity(set, id) }) };
      }
      case "view": {
        const set = this.set(findOwner(base, navigation.of), navigation.of);
        const value = navigation.under === undefined ? base.id : this.entity(set, navigation.under).id;
        const within = navigation.by === undefined ? {} : { [navigation.by]: value };
        return { set, base, step, within, ...(key === undefined ? {} : { entity: this.entity(set, key) }) };
      }
      default: {
        const tied = this.tied(base, name, navigation);
        const found = navigation.kind === "link" ? tied[0] : tied.find(({ id }) => id === key);
        if (key !== undefined && found === undefined) throw notFound(type, key);
        return { base, step, within: {}, ...(found === undefined ? {} : { entity: found }) };
      }
    }
  }

  /** The entities a navigation property leads to without holding them. */
  tied(base: Entity, name: string, navigation: Navigation): Entity[] {
    switch (navigation.kind) {
      case "links":
      case "link":
        return [...(base.links.get(name) ?? [])].filter(isKept);
      case "transitive":
        return reach(base, (each) => [...(each.links.get(navigation.of) ?? [])].filter(isKept));
      case "inverse": {
        const holders = this.#findHolders(navigation.of);
        const next = (each: Entity): Entity[] => holders.get(each) ?? [];
        return navigation.transitive === true ? reach(base, next) : next(base);
      }
      default:
        return [];
    }
  }

  /** Who is tied to whom by a navigation property, the other way round. */
  #findHolders(name: string): Map<Entity, Entity[]> {
    const holders = new Map<Entity, Entity[]>();
    const sets = [...this.#sets.values()].filter(({ owner }) => owner === this.#root);
    for (const holder of sets.flatMap(this.list)) {
      for (const each of holder.links.get(name) ?? []) holders.set(each, [...(holders.get(each) ?? []), holder]);
    }
    return holders;
  }

  /** Of an abstract type, the sets of those derived from it. */
  #listSets(set: EntitySet): EntitySet[] {
    const { owner, type } = set;
    if (type.derived === undefined) return [set];
    const names = Object.keys(owner.type.navigations);
    return names.filter((name) => isSetOf(owner.type.navigations[name], type)).map((name) => this.set(owner, name));
  }

  /** A directory object is a user or a group; of whom nothing is known, a user. */
  #findDerived(set: EntitySet, key: string): Entity {
    const sets = this.#listSets(set);
    const found = sets.find(({ entities }) => entities.has(key)) ?? sets.find(({ gone }) => gone.has(key)) ?? sets[0];
    if (found === undefined) throw notFound(set.type, key);
    return this.entity(found, key);
  }

  /** Users have names beside their ids, and each name stands for the same id for ever. */
  #toUserId({ names, spellings }: EntitySet, key: string): string {
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return key.toLowerCase();
    const id = toGuid(key === "me" ? "me" : `users/${key}`);
    names.set(key.toLowerCase(), id);
    spellings.set(id, key);
    return id;
  }
}

function createEntity(set: EntitySet, id: string): Entity {
  const { owner, path, type } = set;
  return { type, id, parent: owner, set, path: `${path}/${id}`, values: {}, version: 0, change: 0, links: new Map() };
}

/** The error of a service for an id that leads nowhere. */
export function notFound({ service }: EntityType, key: string): ServiceError {
  if (service !== "directory") return new ServiceError("itemNotFound", { service });
  const message = `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`;
  return new ServiceError("itemNotFound", { service, message });
}

/** Id of an entity that the emulator itself makes: the same in every run. */
export function toStableId({ path, type }: EntitySet, name: string): string {
  const text = `${path}/${name}`;
  if (type.service === "directory") return toGuid(text);
  return `AAMkA${createHash("sha256").update(text).digest("base64url").slice(0, 28)}=`;
}

/** The nearest entity, from this one up, that has a set of its own by this name. */
function findOwner(entity: Entity, name: string): Entity {
  const navigation = entity.type.navigations[name];
  const owns = navigation?.kind === "set" || (navigation?.kind === "view" && navigation.under !== undefined);
  if (owns || entity.parent === undefined) return entity;
  return findOwner(entity.parent, name);
}

/** All that can be reached in steps, the start left out. */
function reach(start: Entity, next: (entity: Entity) => Entity[]): Entity[] {
  const seen = new Set<Entity>([start]);
  // a set is visited in the order of insertion, what is added on the way included
  for (const entity of seen) for (const each of next(entity)) seen.add(each);
  seen.delete(start);
  return [...seen];
}

function isSetOf(navigation: Navigation | undefined, { derived = [] }: EntityType): boolean {
  return navigation?.kind === "set" && derived.includes(navigation.type);
}

function isKept(entity: Entity): boolean {
  const { set, id } = entity;
  return set?.entities.get(id) === entity;
}

function createRoot(): Entity {
  return { type: findType("graph"), id: "", path: "", values: {}, version: 0, change: 0, links: new Map() };
}

function showWithin(entities: readonly Entity[], within: Place["within"]): readonly Entity[] {
  const asked = Object.entries(within);
  return entities.filter(({ values }) => asked.every(([name, value]) => values[name] === value));
}

/** Entities of a list that a cast leaves. */
function castTo(entities: readonly Entity[], { cast }: Step): readonly Entity[] {
  if (cast === undefined) return entities;
  const names = listTypeNames(cast);
  return entities.filter(({ type }) => names.includes(type.name));
}
