import type { ErrorService } from "../errors.js";

/** Where a navigation property leads. */
export type Navigation = { readonly type: string; readonly page?: Page } & (
  | OwnNavigation
  | ViewNavigation
  | OneNavigation
  /** entities that lie elsewhere, tied with $ref; one such entity */
  | { readonly kind: "links" | "link" }
  | TiedNavigation
  /** attachments lie in the mailbox, where uploads put them */
  | { readonly kind: "attachments" }
);

/** Entities that are the owner's own. */
interface OwnNavigation {
  readonly kind: "set";
}

/** The part of a set of the nearest owner whose `by`, maybe a note of the emulator's own (`#calendar`), names this entity. */
interface ViewNavigation {
  readonly kind: "view";
  readonly of: string;
  /** absent: all of it */
  readonly by?: string;
  /** what `by` names instead; the set is this very entity's */
  readonly under?: string;
  /** of events, and only those within a span of time */
  readonly window?: true;
}

/** One entity: that of the set `of` with this id, or one of its own. */
interface OneNavigation {
  readonly kind: "one";
  readonly of?: string;
  readonly id: string;
  /** it cannot be deleted */
  readonly lasting: boolean;
}

/** Those that are tied to this one by `of` (`inverse`), or that it is tied to in steps. */
interface TiedNavigation {
  readonly kind: "inverse" | "transitive";
  readonly of: string;
  /** of `inverse`: in steps, too */
  readonly transitive?: boolean;
}

/** Entities in a reply: without `$top`, and at most. */
export interface Page {
  readonly size: number;
  readonly most: number;
}

/** What an entity type is to the emulator; names of types are without `microsoft.graph`. */
export interface EntityType {
  readonly name: string;
  /** whose codes its errors have and whose ways its service has */
  readonly service: ErrorService;
  /** types of structural properties: of EDM without `Edm`, complex ones, enumerations; `[]` behind a collection's */
  readonly properties: Readonly<Record<string, string>>;
  /** properties clients cannot set */
  readonly readOnly: readonly string[];
  /** properties a new one must have */
  readonly required: readonly string[];
  /** properties of a reply without `$select`; absent: all */
  readonly shown?: readonly string[];
  /** the property clients choose its id with */
  readonly key?: string;
  /** what a new one has unless told otherwise; all else is null or empty */
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly navigations: Readonly<Record<string, Navigation>>;
  /** actions and functions of an entity, of which POST and GET ask */
  readonly actions?: readonly string[];
  readonly functions?: readonly string[];
  /** those of a collection */
  readonly setActions?: readonly string[];
  readonly setFunctions?: readonly string[];
  /** its `$value` can be read, or written, too */
  readonly content?: "read" | "write";
  /** properties that only a draft lets change */
  readonly draftOnly?: readonly string[];
  /** `$orderby` of a list that has none */
  readonly order?: string;
  /** other types whose entities a collection of this one may hold */
  readonly derived?: readonly string[];
}

/** Names of the types in `derived` and its own. */
export function listTypeNames({ name, derived = [] }: EntityType): readonly string[] {
  return [name, ...derived];
}

/** @returns the name as the schema spells it: Graph does not mind the case of names */
export function findName(names: Readonly<Record<string, unknown>>, given: string): string | undefined {
  if (Object.hasOwn(names, given)) return given;
  const folded = given.toLowerCase();
  return Object.keys(names).find((name) => name.toLowerCase() === folded);
}
