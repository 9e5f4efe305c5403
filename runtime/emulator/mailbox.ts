import type { Content } from "./content.js";
import { createExchangeId } from "./exchange-id.js";
import type { Place } from "./family.js";
import type { ItemKind, RouteMatch } from "./routes.js";

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

/** A message, event or post. */
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

  item(kind: ItemKind, owner: string, id: string): Item {
    const key = `${owner}/${kind}s/${id}`;
    const known = this.#items.get(key);
    if (known !== undefined) return known;
    const item: Item = { key, kind, owner, id, attachments: new Map(), busy: false };
    this.#items.set(key, item);
    return item;
  }

  attach(item: Item, attachment: Omit<Attachment, "id">): Attachment {
    const attached = { ...attachment, id: createExchangeId() };
    item.attachments.set(attached.id, attached);
    return attached;
  }

  clear(): void {
    this.#items.clear();
  }
}

/** The item a Graph route names. */
export function findItem(mailbox: Mailbox, { kind = "message", ids }: RouteMatch): Item {
  const { user, group, item = "", reply } = ids;
  const owner = group === undefined ? (user === undefined ? "me" : `users/${user}`) : `groups/${group}`;
  // `…/inReplyTo` is another post, whose id the route does not tell
  return mailbox.item(kind, owner, reply === undefined ? item : `${item}-inReplyTo`);
}
