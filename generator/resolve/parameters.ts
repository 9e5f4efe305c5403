import { hashtable, parameterType, switchParameter } from "../conventions/dotnet-types.js";
import { describePathParameter, generatedParameters, parameterNameOf } from "../conventions/parameters.js";
import { isReservedFlag } from "../conventions/names.js";
import { comparisonKey } from "../conventions/words.js";
import { keyPlaceAt, placeAt } from "../load/located.js";
import type { ApiVersion, Identity, ObjectSchema, Parameter, Place } from "../model.js";
import { didYouMean } from "../suggest.js";
import type { Context } from "./context.js";
import type { InheritedCmdlet } from "./inherit.js";
import { schemaOf } from "./schemas.js";

/** A parameter before it is known which sets have it, and where it comes from. */
export interface DerivedParameter {
  parameter: Parameter;
  rule: string;
  place: Place;
}

/** What the parameters of a cmdlet follow from. */
export interface ParameterSources {
  cmdlet: InheritedCmdlet;
  version: ApiVersion;
  pathParameters: readonly string[];
  identity: Identity | undefined;
  body: ObjectSchema | undefined;
  /** asks and says what it does: the operation changes something */
  changes: boolean;
}

/** All parameters the conventions give a cmdlet, as its spec overrides them. */
export function deriveParameters(sources: ParameterSources, context: Context): DerivedParameter[] {
  const derived = [
    ...pathParameters(sources),
    ...identityParameter(sources, context),
    ...bodyParameters(sources, context),
    ...(sources.changes ? confirmation(sources, context) : []),
  ];
  applyOverrides(derived, sources.cmdlet, context);
  reportClashes(derived, context);
  return derived;
}

function pathParameters({ cmdlet, identity, pathParameters }: ParameterSources): DerivedParameter[] {
  return pathParameters.map((pathParameter) => {
    const field = identity?.fields.find((candidate) => candidate.pathParameter === pathParameter);
    const type = field?.type ?? "string";
    return {
      parameter: {
        ...basicParameter,
        name: parameterNameOf(pathParameter),
        source: { kind: "path", pathParameter },
        type: parameterType({ kind: "scalar", name: type }, String, ""),
        mandatory: true,
        description: field?.description ?? describePathParameter(pathParameter, type),
      },
      rule: `path parameter ${pathParameter}`,
      place: placeAt(cmdlet.root, ["operation", "path"]),
    };
  });
}

function identityParameter({ cmdlet, version, identity }: ParameterSources, context: Context): DerivedParameter[] {
  if (!identity) return [];
  const name = generatedParameters.identity;
  const type = {
    dotnetName: identity.typeName,
    dotnetFullName: `${version.namespace}.${identity.typeName}`,
    complex: true,
  };
  const parameter: Parameter = {
    ...basicParameter,
    name,
    source: { kind: "identity" },
    type,
    mandatory: true,
    pipeline: true,
    description: context.service.help.parameters[name] ?? "",
  };
  return [{ parameter, rule: `identity ${identity.name}`, place: placeAt(cmdlet.root, ["identity"]) }];
}

function bodyParameters({ version, body }: ParameterSources, context: Context): DerivedParameter[] {
  if (!body) return [];
  const objectType = (schema: string) => schemaOf(context.schemas, schema)?.dotnetName ?? schema;
  const whole: DerivedParameter = {
    parameter: {
      ...basicParameter,
      name: generatedParameters.body,
      source: { kind: "body" },
      type: parameterType({ kind: "object", schema: body.name }, objectType, version.namespace),
      mandatory: true,
      pipeline: true,
      description: body.description || ".",
    },
    rule: "the body as a whole",
    place: body.place,
  };
  const more: DerivedParameter = {
    parameter: {
      ...basicParameter,
      name: generatedParameters.additionalProperties,
      source: { kind: "additionalProperties" },
      type: hashtable,
      description: context.service.help.parameters[generatedParameters.additionalProperties] ?? "",
    },
    rule: "the body is open to further properties",
    place: body.place,
  };
  const expanded = body.properties
    .filter((property) => !property.readOnly)
    .map(({ wireName, type, description, place }): DerivedParameter => ({
      parameter: {
        ...basicParameter,
        name: parameterNameOf(wireName),
        source: { kind: "bodyProperty", wireName },
        type: parameterType(type, objectType, version.namespace),
        description: description || ".",
      },
      rule: `body property ${wireName}`,
      place,
    }));
  return [whole, ...(body.additionalProperties ? [more] : []), ...expanded];
}

function confirmation({ cmdlet }: ParameterSources, context: Context): DerivedParameter[] {
  return [generatedParameters.confirm, generatedParameters.whatIf].map(({ name, alias }) => ({
    parameter: {
      ...basicParameter,
      name,
      source: { kind: "switch" },
      type: switchParameter,
      aliases: [alias],
      description: context.service.help.parameters[name] ?? "",
    },
    rule: "the operation changes something",
    place: placeAt(cmdlet.root, ["operation"]),
  }));
}

const basicParameter = { sets: [], mandatory: false, pipeline: false, aliases: [] } satisfies Partial<Parameter>;

function applyOverrides(derived: DerivedParameter[], cmdlet: InheritedCmdlet, context: Context): void {
  for (const [name, { value, root, path, from }] of cmdlet.overrides) {
    const place = keyPlaceAt(root, path);
    const target = derived.find(({ parameter }) => parameter.name === name);
    if (target) {
      const { description, aliases, mandatory, pipeline } = value;
      if (description !== undefined) target.parameter.description = description;
      if (aliases !== undefined) target.parameter.aliases = aliases;
      if (mandatory !== undefined) target.parameter.mandatory = mandatory;
      if (pipeline !== undefined) target.parameter.pipeline = pipeline;
      target.rule += `, overridden ${from ? `by ${from}` : "in the spec"}`;
      target.place = place;
    } else if (!from) {
      const help = didYouMean(
        name,
        derived.map(({ parameter }) => parameter.name),
      );
      context.report("parameter/unknown", place, `the cmdlet has no parameter ${name}`, { help });
    }
  }
}

/** Names and aliases are compared as the shell does; none may hide another, or a flag of every command. */
function reportClashes(derived: readonly DerivedParameter[], context: Context): void {
  const seen = new Map<string, { name: string; place: Place }>();
  for (const { parameter, place } of derived) {
    for (const name of [parameter.name, ...parameter.aliases]) {
      const first = seen.get(comparisonKey(name));
      if (parameter.source.kind !== "switch" && isReservedFlag(name)) {
        context.report("name/reserved-flag", place, `-${name} is a flag of every command`);
      } else if (first) {
        const related = [{ place: first.place, message: `${first.name} comes from here` }];
        context.report("name/collision", place, `the parameter name ${name} is taken by ${first.name}`, { related });
      } else seen.set(comparisonKey(name), { name: parameter.name, place });
    }
  }
}
