import { inlineResponseName, inlineTypeName } from "../conventions/inline-type-name.js";
import { headerTexts, queryOptions } from "../conventions/parameters.js";
import type { ApiOperation, ApiParameter, ApiSchema } from "./api-document.js";
import type { ModuleContext } from "./assemble-cmdlet.js";
import { assembleProperties } from "./assemble-schema.js";
import type { CmdletInput } from "./imported-spec.js";
import { inlineSchemaName } from "./inline-schema-name.js";
import { returnedType } from "./returned-type.js";

type OperationInput = NonNullable<CmdletInput["operation"]>;
type BodyInput = Exclude<NonNullable<OperationInput["body"]>, string>;
type NamedInput = NonNullable<OperationInput["query"]>[number];
type Facts = NonNullable<OperationInput["parameters"]>[string];

/** An operation as specs write it. */
export function assembleOperation(operation: ApiOperation, context: ModuleContext): OperationInput {
  const { method, path, parameters } = operation;
  const of = (place: ApiParameter["in"]) => parameters.filter(({ in: where }) => where === place);
  const query = of("query").map((each) => named(each, queryOptions[each.name]));
  const headers = of("header").map((each) =>
    named(each, { type: "string", description: headerTexts[each.name] ?? "" }),
  );
  const facts = of("path").flatMap((each) => pathFacts(each, context));
  return {
    method,
    path,
    ...(facts.length > 0 && { parameters: Object.fromEntries(facts) }),
    ...(query.length > 0 && { query }),
    ...(headers.length > 0 && { headers }),
    ...assembleBody(operation, context),
    ...assembleResponse(operation, context),
  };
}

/** Whether what an operation returns is a list that comes page by page. */
export function isPaged({ pageable }: ApiOperation, returned: string | ApiSchema | undefined): boolean {
  return pageable !== undefined && typeof returned === "string" && returned.endsWith("[]");
}

/** A query option or header: its name, and what is not as usual. */
function named(parameter: ApiParameter, usual: { type: string; description: string } | undefined): NamedInput {
  const { name, type, required, description } = parameter;
  const about: Facts = {
    ...(type !== (usual?.type ?? "string") && { type }),
    ...(required && { required }),
    ...(description !== undefined && description !== (usual?.description ?? "") && { description }),
  };
  return Object.keys(about).length === 0 ? name : { [name]: about };
}

/** What an operation says of a path parameter, where the identity of the module does not say it already. */
function pathFacts({ name, required, description }: ApiParameter, { pathTexts }: ModuleContext): [string, Facts][] {
  const about: Facts = {
    ...(!required && { required }),
    ...(description !== undefined && description !== pathTexts.get(name.toLowerCase()) && { description }),
  };
  return Object.keys(about).length === 0 ? [] : [[name, about]];
}

function assembleBody({ method, path, body }: ApiOperation, context: ModuleContext): Partial<OperationInput> {
  if (!body) return {};
  if (body.kind === "schema") return { body: body.schema };
  if (body.kind === "content") return { sends: body.mediaType };
  const bodyName = inlineSchemaName(body.schema);
  return {
    body: assembleInline(body.schema, context),
    ...(bodyName !== undefined && bodyName !== `I${inlineTypeName(path, method)}` && { bodyName }),
  };
}

function assembleResponse(operation: ApiOperation, context: ModuleContext): Partial<OperationInput> {
  const { method, path, response } = operation;
  if (response.kind === "content") return { receives: response.mediaType };
  const returned = returnedType(operation, context.schemas);
  if (returned === undefined) return {};
  if (typeof returned === "string") {
    return { returns: returned, ...(isPaged(operation, returned) && { pageable: true }) };
  }
  const returnsName = inlineSchemaName(returned);
  return {
    returns: assembleInline(returned, context),
    ...(returnsName !== undefined && returnsName !== `I${inlineResponseName(path, method)}` && { returnsName }),
  };
}

/** An object with no name of its own, the properties it builds on among its own. */
function assembleInline(schema: ApiSchema, { schemas }: ModuleContext): BodyInput {
  const inherited = new Map<string, ApiSchema>();
  for (let base = schema.base; base !== undefined && !inherited.has(base); base = inherited.get(base)?.base) {
    const found = schemas.get(base);
    if (!found) break;
    inherited.set(base, found);
  }
  const lineage = [...[...inherited.values()].toReversed(), schema];
  const properties = new Map(lineage.flatMap((each) => each.properties).map((property) => [property.name, property]));
  const stated: BodyInput = {};
  if (lineage.some(({ additionalProperties }) => additionalProperties)) stated.additionalProperties = true;
  for (const [name, property] of Object.entries(assembleProperties([...properties.values()]))) stated[name] = property;
  return stated;
}
