import { keyPlaceAt, placeAt } from "../load/located.js";
import type { ApiVersion, Cmdlet, Identity, Parameter, ParameterSet } from "../model.js";
import { didYouMean } from "../suggest.js";
import { refer, type Context } from "./context.js";
import { describeCmdlet } from "./derivations.js";
import { resolveHelpTopic } from "./help-topic.js";
import type { InheritedCmdlet } from "./inherit.js";
import { resolveOperation } from "./operation.js";
import { deriveParameters, type ParameterSources } from "./parameters.js";
import { resolveParameterSets } from "./parameter-sets.js";
import { resolveBody } from "./schemas.js";
import { resolveUpload } from "./upload.js";

/** A cmdlet with all that follows from its spec, without its examples. */
export function resolveCmdlet(cmdlet: InheritedCmdlet, context: Context): Cmdlet | undefined {
  const { spec, root } = cmdlet;
  const place = keyPlaceAt(root, ["cmdlet"]);
  const version = findVersion(cmdlet, context);
  const method = cmdlet.method?.value;
  if (!cmdlet.incomplete) {
    if (!method) context.report("schema/missing-key", keyPlaceAt(root, ["operation"]), "the key method is missing");
    if (!cmdlet.description) context.report("schema/missing-key", place, "the key description is missing under help");
  }
  if (!version || !method) return undefined;

  const identity = findIdentity(cmdlet, context);
  const body = cmdlet.body && resolveBody(cmdlet.body, { path: spec.operation.path, method }, context);
  const operation = resolveOperation(cmdlet, method, body, context);
  const pathParameters = operation.segments.flatMap((segment) => (segment.kind === "parameter" ? [segment.name] : []));
  const sources: ParameterSources = { cmdlet, version, pathParameters, identity, body, changes: method !== "GET" };
  const verb = spec.cmdlet.slice(0, spec.cmdlet.indexOf("-"));

  const derived = deriveParameters(sources, context);
  const all = derived.map(({ parameter }) => parameter);
  const parameterSets = resolveParameterSets(verb, sources, all, context);
  if (parameterSets.some((set) => set.viaIdentity)) reportMissingFields(cmdlet, pathParameters, identity, context);
  const parameters = distribute(all, parameterSets);
  const upload = resolveUpload(cmdlet, body, context);
  const resolved: Cmdlet = {
    name: spec.cmdlet,
    verb,
    noun: spec.cmdlet.slice(verb.length + 1),
    module: spec.module,
    apiVersion: version.name,
    ...(identity && { identity: identity.name }),
    operation,
    parameterSets,
    parameters,
    aliases: spec.aliases ?? [],
    ...(upload && { upload }),
    help: resolveHelpTopic(cmdlet, parameters, operation, version, context),
    derivations: [],
    place,
  };
  return { ...resolved, derivations: describeCmdlet(resolved, cmdlet, derived, body) };
}

/** The API version follows from the prefix of the noun; `MgBeta` is longer than `Mg` and so found first. */
function findVersion({ spec, root }: InheritedCmdlet, context: Context): ApiVersion | undefined {
  const noun = spec.cmdlet.slice(spec.cmdlet.indexOf("-") + 1);
  const found = context.service.versions
    .filter(({ prefix }) => noun.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)[0];
  if (!found) context.report("name/prefix", placeAt(root, ["cmdlet"]), `the noun ${noun} has an unknown prefix`);
  return found;
}

function findIdentity({ spec, root }: InheritedCmdlet, context: Context): Identity | undefined {
  if (spec.identity === undefined) return undefined;
  const place = placeAt(root, ["identity"]);
  return refer(context, context.identities, { kind: "identity", name: spec.identity, code: "ref/identity", place });
}

function reportMissingFields(
  { spec, root }: InheritedCmdlet,
  pathParameters: readonly string[],
  identity: Identity | undefined,
  context: Context,
): void {
  if (!identity) return;
  const fields = identity.fields.map((field) => field.pathParameter);
  for (const pathParameter of pathParameters) {
    if (fields.includes(pathParameter)) continue;
    const message = `the identity ${identity.name} has no field ${pathParameter}, which the path needs`;
    context.report("identity/field", placeAt(root, spec.identity ? ["identity"] : ["cmdlet"]), message, {
      help: didYouMean(pathParameter, fields),
      related: [{ place: identity.place, message: "its fields are listed here" }],
    });
  }
}

/** Tells every parameter which sets have it; one that no set has is none. Sorted for pages and people. */
function distribute(parameters: readonly Parameter[], sets: readonly ParameterSet[]): Parameter[] {
  const placed = parameters.flatMap((parameter) => {
    const having = sets.filter((set) => set.parameters.includes(parameter.name)).map(({ name }) => name);
    if (having.length === 0 && parameter.source.kind !== "switch") return [];
    return [{ ...parameter, sets: having.length === sets.length ? [] : having }];
  });
  return placed.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

/** Case does not matter; Confirm and WhatIf come last. */
function sortKey({ name, source }: Parameter): string {
  return `${source.kind === "switch" ? 1 : 0}${name.toLowerCase()}`;
}
