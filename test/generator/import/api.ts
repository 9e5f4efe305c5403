import type { ApiOperation, ApiProperty, ApiSchema } from "../../../generator/import/api-document.js";

const place = { file: "api.yml", line: 1, column: 1 };

export function operation(stated: Partial<ApiOperation> = {}): ApiOperation {
  return {
    operationId: "boxes_GetBox",
    method: "GET",
    path: "/boxes/{box-id}",
    parameters: [{ in: "path", name: "box-id", type: "string", required: true }],
    response: { kind: "none" },
    place,
    ...stated,
  };
}

/** A schema with properties given as `name: type`, more said about one as an object. */
export function schema(
  name: string,
  properties: Record<string, string | Partial<ApiProperty>> = {},
  stated: Partial<ApiSchema> = {},
): ApiSchema {
  return {
    name,
    additionalProperties: false,
    properties: Object.entries(properties).map(([key, about]) => ({
      name: key,
      type: typeof about === "string" ? about : "string",
      nullable: false,
      readOnly: false,
      ...(typeof about === "string" ? {} : about),
    })),
    place,
    ...stated,
  };
}

export function schemas(...all: ApiSchema[]): ReadonlyMap<string, ApiSchema> {
  return new Map(all.map((each) => [each.name, each]));
}
