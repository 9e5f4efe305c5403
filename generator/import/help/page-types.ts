import { dotnetTypes, schemaTypeName } from "../../conventions/dotnet-types.js";
import { checkName, schemaName } from "../../conventions/names.js";
import { parameterNameOf } from "../../conventions/parameters.js";
import type { HelpPage, NotesProperty } from "../../help/help-page.js";
import type { ScalarType } from "../../model.js";
import type { SchemaInput } from "../imported-spec.js";

// What pages tell of types: NOTES shows their properties, every type once per parameter.

type PropertyInput = NonNullable<SchemaInput["properties"]>[string];

/** The name of a type without what is around it: `IMicrosoftGraphUser[]`, `Int32?`. */
export function plainType(type: string): string {
  return type.replace(/[?[\]]+$/, "");
}

/** A type of a page as a spec type; a name that no scalar has is that of a schema. */
export function specType(type: string, schemaOf: (dotnetName: string) => string): string {
  if (type === "Byte[]") return "base64url";
  if (type.endsWith("[]")) return `${specType(type.slice(0, -2), schemaOf)}[]`;
  const plain = plainType(type);
  return scalars.get(plain) ?? schemaOf(plain);
}

const scalars: ReadonlyMap<string, ScalarType> = new Map([
  ...Object.entries(dotnetTypes)
    .toReversed()
    .map(([name, type]) => [type.name, name as ScalarType] as const),
  ["String", "string"],
  ["SwitchParameter", "boolean"],
  ["DateTime", "date-time"],
]);

/** Whether the type is one of .NET's own, without a schema. */
export function isScalar(type: string): boolean {
  return type === "Byte[]" || scalars.has(plainType(type));
}

/** The key on the wire that makes a property of this name: pages tell it in Pascal case only. */
export function wireNameOf(name: string): string {
  const candidates = [name.charAt(0).toLowerCase() + name.slice(1), name];
  return candidates.find((candidate) => parameterNameOf(candidate) === name) ?? name;
}

/** The schemas of several pages. Types of one name that pages show differently become schemas of different names. */
export class PageTypes {
  readonly #byKey = new Map<string, { dotnetName: string; properties: readonly NotesProperty[] }>();

  /** Takes the types a page shows. @returns what each of its types is called among the schemas */
  add(page: HelpPage): (dotnetName: string) => string {
    const shown = shownTypes(page);
    const keys = new Map<string, string>();
    // a type that refers to one with a name of its own needs one, too
    for (let changed = true; changed;) {
      changed = false;
      for (const [dotnetName, properties] of shown) {
        const key = this.#keyFor(dotnetName, properties, shown, keys);
        if (keys.get(dotnetName) === key) continue;
        keys.set(dotnetName, key);
        changed = true;
      }
    }
    for (const [dotnetName, properties] of shown) {
      const key = keys.get(dotnetName) ?? schemaKeyOf(dotnetName);
      this.#byKey.set(key, {
        dotnetName,
        properties: properties.map((each) => ({ ...each, type: this.#refer(each.type, keys), properties: [] })),
      });
    }
    const referred = [...shown.values()].flat().map(({ type }) => plainType(type));
    for (const dotnetName of referred.filter((type) => !isScalar(type))) {
      const key = keys.get(dotnetName) ?? schemaKeyOf(dotnetName);
      if (!this.#byKey.has(key)) this.#byKey.set(key, { dotnetName, properties: [] });
    }
    return (dotnetName) => {
      const key = keys.get(dotnetName) ?? schemaKeyOf(dotnetName);
      if (!this.#byKey.has(key)) this.#byKey.set(key, { dotnetName, properties: [] });
      return key;
    };
  }

  /** All schemas so far. */
  specs(): SchemaInput[] {
    return [...this.#byKey].map(([schema, { dotnetName, properties }]): SchemaInput => {
      if (!isInterface(dotnetName)) return { schema, dotnetName, enum: [evolvable] };
      const shown = properties.filter(({ name }) => name !== anyProperty);
      return {
        schema,
        ...(schemaTypeName(schema) !== dotnetName && { dotnetName }),
        ...(properties.length !== shown.length && { additionalProperties: true }),
        properties: Object.fromEntries(shown.map((each) => [wireNameOf(each.name), propertyInput(each)])),
      };
    });
  }

  /** The first key that is free or already means the same. */
  #keyFor(
    dotnetName: string,
    properties: readonly NotesProperty[],
    shown: ReadonlyMap<string, readonly NotesProperty[]>,
    keys: ReadonlyMap<string, string>,
  ): string {
    const base = schemaKeyOf(dotnetName);
    for (let index = 1; ; index += 1) {
      const key = index === 1 ? base : `${base}Variant${index}`;
      const known = this.#byKey.get(key);
      if (!known || this.#saysSame(known.properties, properties, shown, keys)) return key;
    }
  }

  #saysSame(
    known: readonly NotesProperty[],
    properties: readonly NotesProperty[],
    shown: ReadonlyMap<string, readonly NotesProperty[]>,
    keys: ReadonlyMap<string, string>,
  ): boolean {
    if (known.length !== properties.length) return false;
    return properties.every((each, index) => {
      const other = known[index];
      const type = shown.has(plainType(each.type)) ? this.#refer(each.type, keys) : other?.type;
      const sameType = type === other?.type || this.#refer(each.type, keys) === other?.type;
      if (each.name === anyProperty) return other?.name === anyProperty;
      const sameTexts = other?.name === each.name && other.description === each.description;
      return sameTexts && other.required === each.required && sameType;
    });
  }

  /** The type with the key of its schema in the place of its name. */
  #refer(type: string, keys: ReadonlyMap<string, string>): string {
    return specType(type, (dotnetName) => keys.get(dotnetName) ?? schemaKeyOf(dotnetName));
  }
}

const anyProperty = "(Any)";

/** Of enumerations pages tell the name only; this value all evolvable enumerations of Graph have. */
const evolvable = "unknownFutureValue";

/** Types a page shows with their properties, apart from identities and bodies of one operation. */
function shownTypes({ notes, parameters }: HelpPage): Map<string, readonly NotesProperty[]> {
  const shown = new Map<string, readonly NotesProperty[]>();
  const visit = (type: string, properties: readonly NotesProperty[]) => {
    const name = plainType(type);
    if (properties.length > 0 && !shown.has(name))
      shown.set(name, type.endsWith("[]") ? opened(properties) : properties);
    for (const each of properties) visit(each.type, each.properties);
  };
  for (const { name, type, properties } of notes) {
    const isIdentity = name.toLowerCase() === "inputobject";
    if (isIdentity) continue;
    if (isInline(type)) for (const each of properties) visit(each.type, each.properties);
    else visit(type, properties);
  }
  for (const { type } of parameters) {
    const name = plainType(type.name);
    if (
      !isScalar(type.name) &&
      !shown.has(name) &&
      !isInline(name) &&
      isInterface(name) &&
      !name.endsWith("Identity")
    ) {
      shown.set(name, []);
    }
  }
  return shown;
}

/** Of one object a page says that it is open, of those of a list it does not; all types of Graph are. */
function opened(properties: readonly NotesProperty[]): readonly NotesProperty[] {
  const any = { name: anyProperty, type: "Object", required: false, description: "", properties: [] };
  return properties[0]?.name === anyProperty ? properties : [any, ...properties];
}

/** Named by its place in the API, and so only that operation's. */
export function isInline(dotnetName: string): boolean {
  return /^I(Paths|Components)[A-Z0-9]/.test(dotnetName) && dotnetName.includes("ContentApplicationJson");
}

function isInterface(name: string): boolean {
  return /^I[A-Z]/.test(name);
}

/** `IMicrosoftGraphUser` -> `user`; a name that specs keep for themselves gets a word behind it. */
function schemaKeyOf(dotnetName: string): string {
  const bare = dotnetName.replace(/^I(MicrosoftGraph(?=[A-Z0-9]))?/, "");
  const camel = bare.replace(/^[A-Z]+(?=[A-Z][a-z]|$)|^[A-Z]/, (start) => start.toLowerCase());
  const key = schemaTypeName(camel) === dotnetName ? camel : wireNameOf(bare);
  const safe = /^[a-z]/.test(key) ? key : `type${key}`;
  return checkName(safe, schemaName) ? `${safe.slice(0, 100)}Resource` : safe;
}

function propertyInput({ type, required, description }: NotesProperty): PropertyInput {
  return { type, ...(required && { required }), description };
}
