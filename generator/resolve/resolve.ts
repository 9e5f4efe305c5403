import type { Diagnostic } from "../diagnostics.js";
import { keyPlaceAt, placeAt } from "../load/located.js";
import type { Cmdlet, Model, Schema } from "../model.js";
import type { CmdletSpec, SpecKind } from "../spec.js";
import type { Located, TypedSpec } from "../validate.js";
import { resolveCmdlet } from "./cmdlet.js";
import type { Context, IsBroken, Report } from "./context.js";
import { resolveExamples } from "./examples.js";
import { freeze } from "./freeze.js";
import { resolveIdentity } from "./identity.js";
import { inherit } from "./inherit.js";
import { keepUnique, type NamedPlace } from "./names.js";
import { resolveSchemas, schemaKey } from "./schemas.js";
import { resolveService } from "./service.js";

/**
 * All specs of a folder to the model. References are followed, conventions applied, collisions refused.
 * @param isBroken says which missing specs have been complained about already
 */
export function resolve(
  specs: readonly TypedSpec[],
  isBroken: IsBroken = () => false,
): { model: Model } | { diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const reported = new Set<string>();
  const report: Report = (code, place, message, { help, related } = {}) => {
    // what many cmdlets take over from one is wrong once
    const key = [code, place.file, place.line, place.column, message].join();
    if (reported.has(key)) return;
    reported.add(key);
    diagnostics.push({ code, place, message, ...(help !== undefined && { help }), ...(related && { related }) });
  };
  const unique = <Kind extends SpecKind>(kind: Kind) => {
    type OfKind = Extract<TypedSpec, { kind: Kind }>;
    const ofKind = specs.filter((spec): spec is OfKind => spec.kind === kind);
    const names: (NamedPlace & { spec?: OfKind })[] = [
      ...ofKind.map((spec) => ({ name: nameOf(spec), place: placeAt(spec.root, [kind]), spec })),
      ...ofKind.flatMap(aliasesOf),
    ];
    const kept = keepUnique(kind, names, report);
    return kept.flatMap(({ spec }) => (spec ? [spec] : []));
  };

  const [serviceSpec, ...moreServices] = specs.filter((spec) => spec.kind === "service");
  for (const more of moreServices) {
    const related = [{ place: serviceSpec?.root.place ?? more.root.place, message: "the service is described here" }];
    report("name/collision", keyPlaceAt(more.root, ["service"]), "a second spec of the service", { related });
  }
  if (!serviceSpec) {
    if (!isBroken("service", undefined)) {
      report("service/missing", { file: ".", line: 1, column: 1 }, "no spec describes the service");
    }
    return { diagnostics };
  }

  const identities = unique("identity").map((spec) => resolveIdentity(spec, report));
  const schemas = new Map<string, Schema>();
  const context: Context = {
    report,
    isBroken,
    service: resolveService(serviceSpec),
    identities: new Map(identities.map((identity) => [identity.name, identity])),
    schemas,
  };
  resolveSchemas(unique("schema"), context);
  const cmdlets = resolveCmdlets(unique("cmdlet"), context);
  if (diagnostics.length > 0) return { diagnostics };
  return {
    model: freeze({
      service: context.service,
      identities: identities.toSorted(byName),
      schemas: [...schemas.values()].toSorted(byName),
      cmdlets: cmdlets.toSorted(byName),
    }),
  };
}

function resolveCmdlets(specs: readonly Located<CmdletSpec>[], context: Context): Cmdlet[] {
  const byCmdlet = new Map(specs.map((located) => [located.spec.cmdlet, located]));
  const resolved = new Map<string, Cmdlet>();
  const broken = new Set<string>();
  for (const located of specs) {
    const cmdlet = resolveCmdlet(inherit(located, byCmdlet, context), context);
    if (cmdlet) resolved.set(cmdlet.name, cmdlet);
    else broken.add(located.spec.cmdlet);
  }
  reportSharedOperations([...resolved.values()], context.report);

  const isBroken: IsBroken = (kind, name) => (name !== undefined && broken.has(name)) || context.isBroken(kind, name);
  return specs.flatMap((located) => {
    const cmdlet = resolved.get(located.spec.cmdlet);
    if (!cmdlet) return [];
    const examples = resolveExamples(located, resolved, { ...context, isBroken });
    return [{ ...cmdlet, help: { ...cmdlet.help, examples } }];
  });
}

function reportSharedOperations(cmdlets: readonly Cmdlet[], report: Report): void {
  const seen = new Map<string, Cmdlet>();
  for (const cmdlet of cmdlets) {
    for (const { method, path, place } of cmdlet.operations) {
      const key = `${cmdlet.apiVersion} ${method} ${path}`;
      const first = seen.get(key);
      // of an action like createOrGet two cmdlets are made, as they always were
      if (first && !/[a-z]Or[A-Z]\w*$/.test(path)) {
        const related = [{ place: first.place, message: `${first.name} is described here` }];
        report("operation/collision", place, `${method} ${path} has the cmdlet ${first.name} already`, { related });
      } else seen.set(key, cmdlet);
    }
  }
}

function nameOf(spec: TypedSpec): string {
  switch (spec.kind) {
    case "service":
      return spec.spec.service;
    case "identity":
      return spec.spec.identity;
    case "schema":
      return schemaKey(spec.spec);
    case "cmdlet":
      return spec.spec.cmdlet;
    case "overlay":
      return spec.spec.overlay;
  }
}

/** An alias is a name as good as another. */
function aliasesOf(spec: TypedSpec): NamedPlace[] {
  if (spec.kind !== "cmdlet") return [];
  return (spec.spec.aliases ?? []).map((name, index) => ({ name, place: placeAt(spec.root, ["aliases", index]) }));
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
