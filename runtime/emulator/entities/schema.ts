import type { ErrorService } from "../errors.js";

/** Where a navigation property leads. */
export type Navigation = { readonly type: string } & (
  | SetNavigation
  /** the part of a set of the nearest owner whose `by` names this entity, or `under` */
  | { readonly kind: "view"; readonly of: string; readonly by: string; readonly under?: string; readonly page?: Page }
  /** one entity: that of the set `of` with this id, or one of its own */
  | { readonly kind: "one"; readonly of?: string; readonly id: string; readonly lasting: boolean }
  /** entities that lie elsewhere, tied with $ref */
  | { readonly kind: "links"; readonly page?: Page }
  | { readonly kind: "link" }
  /** those tied to this one by `of`; or those tied to it in steps */
  | { readonly kind: "inverse"; readonly of: string; readonly transitive: boolean; readonly page?: Page }
  | { readonly kind: "transitive"; readonly of: string; readonly page?: Page }
  /** attachments lie in the mailbox, where uploads put them */
  | { readonly kind: "attachments" }
);

/** Entities that are the owner's own. */
interface SetNavigation {
  readonly kind: "set";
  readonly page?: Page;
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
