import type { Content } from "./content.js";
import { ServiceError } from "./errors.js";
import { createExchangeId, toGuid } from "./exchange-id.js";
import type { Place } from "./family.js";
import type { RouteMatch } from "./routes.js";

const itemKinds = ["message", "event", "post", "task"] as const;

export type ItemKind = (typeof itemKinds)[number];

export interface Attachment {
  id: string;
  name: string;
  contentType: string;
  isInline: boolean;
  contentId: string | null;
  /** milliseconds since 1970 */
  modified: number;
  content: Content;
}

/** A message, event, post or task. */
export interface Item extends Place {
  kind: ItemKind;
  /** `me`, `users/{id}` or `groups/{id}` */
  owner: string;
  id: string;
  attachments: Map<string, Attachment>;
}

/** All mailboxes of the emulated tenant. Items come into being when they are first asked for. */
export class Mailbox {
  readonly #items = new Map<string, Item>();
  readonly #removed = new Set<string>();
  /** owners by the id that upload URLs and locations call them by */
  readonly #owners = new Map<string, string>();

  /** @throws ServiceError itemNotFound for one that was removed */
  item(kind: ItemKind, givenOwner: string, id: string): Item {
    const owner = this.#toOwner(givenOwner);
    const key = toKey(kind, owner, id);
    const known = this.#items.get(key);
    if (known !== undefined) return known;
    if (this.#removed.has(key)) throw new ServiceError("itemNotFound");
    const item: Item = { key, kind, owner, id, attachments: new Map(), busy: false };
    this.#items.set(key, item);
    return item;
  }

  /** @returns the item, if it was ever asked for */
  find(kind: ItemKind, owner: string, id: string): Item | undefined {
    return this.#items.get(toKey(kind, this.#toOwner(owner), id));
  }

  remove(kind: ItemKind, owner: string, id: string): void {
    const key = toKey(kind, this.#toOwner(owner), id);
    this.#items.delete(key);
    this.#removed.add(key);
  }

  attach(item: Item, attachment: Omit<Attachment, "id">): Attachment {
    const attached = { ...attachment, id: createExchangeId() };
    item.attachments.set(attached.id, attached);
    return attached;
  }

  clear(): void {
    this.#items.clear();
    this.#removed.clear();
    this.#owners.clear();
  }

  #toOwner(given: string): string {
    const owner = this.#owners.get(given) ?? given;
    if (!this.#owners.has(owner)) {
      this.#owners.set(owner, owner);
      this.#owners.set(`users/${toGuid(owner)}`, owner);
    }
    return owner;
  }
}

function toKey(kind: ItemKind, owner: string, id: string): string {
  return `${owner}/${kind}s/${id}`;
}

/**
 * The item a Graph route names.
 * @throws ServiceError itemNotFound when it names something else
 */
export function findItem(mailbox: Mailbox, { kind, ids }: RouteMatch): Item {
  const { user, group, item = "", reply } = ids;
  const owner = group === undefined ? (user === undefined ? "me" : `users/${user}`) : `groups/${group}`;
  // `…/inReplyTo` is another post, whose id the route does not tell
  const itemKind = itemKinds.find((known) => known === kind);
  if (itemKind === undefined) throw new ServiceError("itemNotFound");
  return mailbox.item(itemKind, owner, reply === undefined ? item : `${item}-inReplyTo`);
}
