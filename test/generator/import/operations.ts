import type { ApiOperation, ApiParameter, ApiSchema } from "../../../generator/import/api-document.js";

/** An operation with the path parameters its path names; lines are numbered by the caller. */
export function operation(
  operationId: string,
  method: ApiOperation["method"],
  path: string,
  more: Partial<ApiOperation> = {},
): ApiOperation {
  const named = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  const pathParameters = named.map((name): ApiParameter => ({ in: "path", name, type: "string", required: true }));
  const { parameters = [], ...rest } = more;
  return {
    operationId,
    method,
    path,
    parameters: [...pathParameters, ...parameters],
    response: { kind: "none" },
    place: { file: "gardens.yml", line: 1, column: 1 },
    ...rest,
  };
}

export function query(name: string, more: Partial<ApiParameter> = {}): ApiParameter {
  return { in: "query", name, type: "string", required: false, ...more };
}

export function schema(name: string, properties: Record<string, string>, more: Partial<ApiSchema> = {}): ApiSchema {
  return {
    name,
    additionalProperties: true,
    properties: Object.entries(properties).map(([key, type]) => ({
      name: key,
      type,
      nullable: false,
      readOnly: false,
    })),
    place: { file: "gardens.yml", line: 1, column: 1 },
    ...more,
  };
}

export const bodyOf = (name: string): Pick<ApiOperation, "body"> => ({
  body: { kind: "schema", schema: name, required: true },
});
