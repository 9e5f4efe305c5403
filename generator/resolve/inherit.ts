import { placeAt, type LocatedMap, type Path } from "../load/located.js";
import type { CmdletSpec } from "../spec.js";
import type { Located } from "../validate.js";
import { refer, type Context } from "./context.js";

/** A value as some spec states it, with where it does so. */
export interface Stated<T> {
  value: T;
  root: LocatedMap;
  path: Path;
  /** the cmdlet it was taken from, if another states it */
  from?: string;
}

type OperationSpec = NonNullable<CmdletSpec["operation"]>;
type Overrides = NonNullable<CmdletSpec["parameters"]>;

/** What a cmdlet states itself or takes from those it extends. */
export interface InheritedCmdlet extends Located<CmdletSpec> {
  /** a cmdlet it extends has no spec, or a broken one: what is missing may stand there */
  incomplete: boolean;
  operations: InheritedOperation[];
  upload: Stated<string> | undefined;
  description: Stated<string> | undefined;
  synopsis: Stated<string> | undefined;
  frontMatter: Stated<Record<string, string>> | undefined;
  permissions: Stated<string> | undefined;
  /** by parameter; those taken over may be of parameters this cmdlet does not have */
  overrides: ReadonlyMap<string, Stated<Overrides[string]>>;
}

type Field = Exclude<keyof OperationSpec, "path" | "parameters">;

/** One of the operations a cmdlet calls. What belongs to a place in the API is its own: path and path parameters. */
export type InheritedOperation = {
  path: string;
  parameters: NonNullable<OperationSpec["parameters"]>;
  /** where its spec begins: `operation`, or an item of `operations` */
  at: Path;
  parameterSets: Stated<NonNullable<CmdletSpec["parameterSets"]>> | undefined;
} & { [Key in Field]: Stated<NonNullable<OperationSpec[Key]>> | undefined };

/**
 * Takes over from the cmdlets a cmdlet extends what it does not state itself. What belongs to a place in the API stays:
 * module, path, identity, aliases, examples, the link to the beta twin.
 */
export function inherit(
  cmdlet: Located<CmdletSpec>,
  cmdlets: ReadonlyMap<string, Located<CmdletSpec>>,
  context: Context,
): InheritedCmdlet {
  const chain = followExtends(cmdlet, cmdlets, context);
  const describing = chain.findIndex(({ spec }) => spec.help?.description !== undefined);
  const extended = chain.at(-1)?.spec.extends;
  return {
    ...cmdlet,
    incomplete: extended !== undefined && !cmdlets.has(extended),
    operations: inheritOperations(chain, cmdlet),
    upload: take(chain, ["upload"], (spec) => spec.upload),
    description: take(chain, ["help", "description"], (spec) => spec.help?.description),
    // a synopsis sums up the description it stands beside, not one further away
    synopsis: take(chain.slice(0, describing + 1), ["help", "synopsis"], (spec) => spec.help?.synopsis),
    frontMatter: take(chain, ["help", "published", "frontMatter"], (spec) => spec.help?.published?.frontMatter),
    permissions: take(chain, ["help", "published", "permissions"], (spec) => spec.help?.published?.permissions),
    overrides: takeOverrides(chain),
  };
}

/** A single operation takes over what the extended cmdlets say of theirs; several say everything themselves. */
function inheritOperations(chain: Chain, { spec, root }: Located<CmdletSpec>): InheritedOperation[] {
  if (spec.operation) {
    const { path, parameters = {} } = spec.operation;
    const field = <Key extends Field>(key: Key) => take(chain, ["operation", key], (each) => each.operation?.[key]);
    const sets = take(chain, ["parameterSets"], (each) => each.parameterSets);
    return [{ path, parameters, at: ["operation"], parameterSets: sets, ...fields(field) }];
  }
  return (spec.operations ?? []).map((operation, index) => {
    const at = ["operations", index];
    const own = <Key extends keyof typeof operation>(key: Key) => {
      const value = operation[key];
      return value === undefined ? undefined : { value, root, path: [...at, key] };
    };
    const { path, parameters = {} } = operation;
    return { path, parameters, at, parameterSets: own("parameterSets"), ...fields(own) } as InheritedOperation;
  });
}

function fields(get: <Key extends Field>(key: Key) => Stated<NonNullable<OperationSpec[Key]>> | undefined) {
  return {
    method: get("method"),
    query: get("query"),
    headers: get("headers"),
    body: get("body"),
    bodyName: get("bodyName"),
    sends: get("sends"),
    requires: get("requires"),
    returns: get("returns"),
    returnsName: get("returnsName"),
    receives: get("receives"),
    pageable: get("pageable"),
  };
}

type Chain = readonly Located<CmdletSpec>[];

/** The value of the nearest cmdlet that states it. */
function take<T>(
  chain: Chain,
  path: Path,
  get: (spec: CmdletSpec) => T | undefined,
): Stated<NonNullable<T>> | undefined {
  for (const cmdlet of chain) {
    const value = get(cmdlet.spec);
    if (value !== undefined && value !== null) return stated(chain, cmdlet, path, value);
  }
  return undefined;
}

/** Overrides add up: a cmdlet may say one thing about a parameter and take over another. */
function takeOverrides(chain: Chain): InheritedCmdlet["overrides"] {
  const overrides = new Map<string, Stated<Overrides[string]>>();
  for (const cmdlet of chain) {
    for (const [name, value] of Object.entries(cmdlet.spec.parameters ?? {})) {
      const nearer = overrides.get(name);
      if (nearer) overrides.set(name, { ...nearer, value: { ...value, ...nearer.value } });
      else overrides.set(name, stated(chain, cmdlet, ["parameters", name], value));
    }
  }
  return overrides;
}

function stated<T>(chain: Chain, { spec, root }: Located<CmdletSpec>, path: Path, value: T): Stated<T> {
  return { value, root, path, ...(spec !== chain[0]?.spec && { from: spec.cmdlet }) };
}

/** The cmdlet itself, the one it extends, and so on. */
function followExtends(
  cmdlet: Located<CmdletSpec>,
  cmdlets: ReadonlyMap<string, Located<CmdletSpec>>,
  context: Context,
): Located<CmdletSpec>[] {
  const chain = [cmdlet];
  for (let last = cmdlet; last.spec.extends !== undefined;) {
    const name: string = last.spec.extends;
    const place = placeAt(last.root, ["extends"]);
    const known = chain.some(({ spec }) => spec.cmdlet === name);
    if (known) {
      // each cmdlet of a circle says so itself, those outside only follow it
      if (name === cmdlet.spec.cmdlet) {
        const circle = [...chain.map(({ spec }) => spec.cmdlet), name].join(" -> ");
        context.report("extends/cycle", placeAt(cmdlet.root, ["extends"]), `the circle ${circle}`);
      }
      break;
    }
    const next = cmdlets.get(name);
    if (!next) {
      // reported where it stands, not again for every cmdlet further down
      if (last === cmdlet) refer(context, cmdlets, { kind: "cmdlet", name, code: "extends/unknown", place });
      break;
    }
    chain.push(next);
    last = next;
  }
  return chain;
}
