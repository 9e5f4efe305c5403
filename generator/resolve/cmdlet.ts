import { versionOfCmdlet } from "../conventions/api-version.js";
import { parameterNameOf } from "../conventions/parameters.js";
import { placeAt, keyPlaceAt } from "../load/located.js";
import type { ApiVersion, Cmdlet, Identity, Operation } from "../model.js";
import { didYouMean } from "../suggest.js";
import { refer, type Context } from "./context.js";
import { describeCmdlet } from "./derivations.js";
import { resolveHelpTopic } from "./help-topic.js";
import type { InheritedCmdlet } from "./inherit.js";
import { mergeParameters } from "./merge-parameters.js";
import { pathParametersOf, resolveOperation } from "./operation.js";
import { resolveParameterSets, type DerivedSet } from "./parameter-sets.js";
import { confirmation, type SetSources } from "./parameters.js";
import { resolveUpload } from "./upload.js";

/** A cmdlet with all that follows from its spec, without its examples. */
export function resolveCmdlet(cmdlet: InheritedCmdlet, context: Context): Cmdlet | undefined {
  const { spec, root } = cmdlet;
  const place = keyPlaceAt(root, ["cmdlet"]);
  const version = findVersion(cmdlet, context);
  if (!cmdlet.incomplete && !cmdlet.description) {
    context.report("schema/missing-key", place, "the key description is missing under help");
  }
  if (!version) return undefined;

  const identity = findIdentity(cmdlet, context);
  const sources = cmdlet.operations.map((stated): SetSources | undefined => {
    const operation = resolveOperation(cmdlet, stated, version.name, context);
    return operation && { cmdlet, stated, operation, version, identity };
  });
  const known = sources.filter((source) => source !== undefined);
  const operations = known.map(({ operation }) => operation);
  const sets = resolveParameterSets(verbOf(spec.cmdlet), known, context);
  if (!isFilled(operations) || !isFilled(sets) || known.length < sources.length) return undefined;

  reportMissingFields(cmdlet, sets, identity, context);
  const switches = operations.some(({ method }) => method !== "GET") ? confirmation(cmdlet, context) : [];
  const derived = mergeParameters(cmdlet, sets, switches, context);
  const parameters = derived.map(({ parameter }) => parameter);
  const upload = resolveUpload(cmdlet, operations[0], context);
  const verb = verbOf(spec.cmdlet);
  const resolved: Cmdlet = {
    name: spec.cmdlet,
    verb,
    noun: spec.cmdlet.slice(verb.length + 1),
    module: spec.module,
    apiVersion: version.name,
    ...(identity && { identity: identity.name }),
    operations,
    parameterSets: sets.map(({ set }) => set) as Cmdlet["parameterSets"],
    parameters,
    aliases: spec.aliases ?? [],
    ...(upload && { upload }),
    help: resolveHelpTopic(cmdlet, parameters, operations, version, context),
    derivations: [],
    place,
  };
  return { ...resolved, derivations: describeCmdlet(resolved, cmdlet, derived, context.schemas) };
}

function verbOf(name: string): string {
  return name.slice(0, name.indexOf("-"));
}

function isFilled<T>(list: T[]): list is [T, ...T[]] {
  return list.length > 0;
}

/** The API version follows from the prefix of the noun. */
function findVersion({ spec, root }: InheritedCmdlet, context: Context): ApiVersion | undefined {
  const found = versionOfCmdlet(spec.cmdlet, context.service.versions);
  const noun = spec.cmdlet.slice(spec.cmdlet.indexOf("-") + 1);
  if (!found) context.report("name/prefix", placeAt(root, ["cmdlet"]), `the noun ${noun} has an unknown prefix`);
  return found;
}

function findIdentity({ spec, root }: InheritedCmdlet, context: Context): Identity | undefined {
  if (spec.identity === undefined) return undefined;
  const place = placeAt(root, ["identity"]);
  return refer(context, context.identities, { kind: "identity", name: spec.identity, code: "ref/identity", place });
}

/** What the path needs and -InputObject is to supply must be among the fields of the identity. */
function reportMissingFields(
  { spec, root }: InheritedCmdlet,
  sets: readonly DerivedSet[],
  identity: Identity | undefined,
  context: Context,
): void {
  if (!identity) return;
  const fields = new Set(identity.fields.flatMap(({ pathParameter, name }) => [pathParameter.toLowerCase(), name]));
  const operations = new Set<Operation>(sets.flatMap(({ set }) => (set.viaIdentity ? [set.operation] : [])));
  for (const pathParameter of new Set([...operations].flatMap(pathParametersOf))) {
    if (fields.has(pathParameter.toLowerCase()) || fields.has(parameterNameOf(pathParameter))) continue;
    const message = `the identity ${identity.name} has no field ${pathParameter}, which the path needs`;
    context.report("identity/field", placeAt(root, spec.identity ? ["identity"] : ["cmdlet"]), message, {
      help: didYouMean(
        pathParameter,
        identity.fields.map((field) => field.pathParameter),
      ),
      related: [{ place: identity.place, message: "its fields are listed here" }],
    });
  }
}
