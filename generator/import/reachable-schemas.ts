import type { ApiOperation, ApiProperty, ApiSchema } from "./api-document.js";
import { returnedType } from "./returned-type.js";

type Schemas = ReadonlyMap<string, ApiSchema>;

/** The schemas operations send or receive, with all that those refer to; sorted by name. */
export function reachableSchemas(operations: Iterable<ApiOperation>, schemas: Schemas): ApiSchema[] {
  const reached = new Map<string, ApiSchema>();
  const pending = [...operations].flatMap((operation) => typesOf(operation, schemas));
  for (let type = pending.pop(); type !== undefined; type = pending.pop()) {
    const name = type.replace(/\[\]$/, "");
    const schema = schemas.get(name);
    if (!schema || reached.has(name)) continue;
    reached.set(name, schema);
    pending.push(...typesOfSchema(schema));
  }
  return [...reached.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function typesOf(operation: ApiOperation, schemas: Schemas): string[] {
  const { parameters, body } = operation;
  const returned = returnedType(operation, schemas);
  return [
    ...parameters.map(({ type }) => type),
    ...(body?.kind === "schema" ? [body.schema] : body?.kind === "inline" ? typesOfSchema(body.schema) : []),
    ...(typeof returned === "string" ? [returned] : returned ? typesOfSchema(returned) : []),
  ];
}

function typesOfSchema({ base, properties }: ApiSchema): string[] {
  return [...(base === undefined ? [] : [base]), ...properties.map(({ type }: ApiProperty) => type)];
}
