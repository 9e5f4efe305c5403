import { generatedParameters, parameterNameOf } from "../conventions/parameters.js";
import type { ApiBody, ApiOperation, ApiProperty, ApiSchema } from "./api-document.js";

/** A parameter while directives may still change it. */
export interface CommandParameter {
  /** what AutoRest calls it before any directive: `Orderby` */
  original: string;
  /** what the conventions call it: `Sort` */
  conventional: string;
  /** now */
  name: string;
  /** the conventions give it this alias */
  usualAlias?: string;
  aliases: string[];
  description?: string;
  hidden: boolean;
  mandatory: boolean;
  /** of text, numbers, dates, truth values, or a list of one of them */
  simple: boolean;
}

/** Renames of Graph's common configuration, which the conventions know already. */
const standardNames: ReadonlyMap<string, { name: string; alias?: string }> = new Map([
  ["Orderby", { name: "Sort", alias: "OrderBy" }],
  ["Select", { name: "Property", alias: "Select" }],
  ["Expand", { name: "ExpandProperty", alias: "Expand" }],
  ["Body", { name: generatedParameters.body }],
  ["Top", { name: "Top", alias: "Limit" }],
]);

/** Lists the parameters of a set, as far as directives can name them and the choice of the default set needs them. */
export type ParameterReader = (operation: ApiOperation, form: SetForm) => CommandParameter[];

interface SetForm {
  viaIdentity: boolean;
  expanded: boolean;
}

/** @param schemas of the document, by spec name; without them the properties of bodies remain unknown */
export function parameterReader(schemas: ReadonlyMap<string, ApiSchema> = new Map()): ParameterReader {
  const names = new Map<string, string>();
  const properties = new Map<ApiSchema, readonly ApiProperty[]>();

  return ({ parameters: wireParameters, body, response }, { viaIdentity, expanded }) => {
    const parameters: CommandParameter[] = [];
    for (const { name, in: where, required, type } of wireParameters) {
      if (viaIdentity && where === "path") continue;
      parameters.push(standardParameter(nameOf(name), required || where === "path", isSimple(type)));
    }
    if (viaIdentity) parameters.push(parameter(generatedParameters.identity, true, false));

    if (body && body.kind !== "content" && expanded) {
      for (const { name, type, readOnly, required = false } of propertiesOf(body)) {
        if (!readOnly) parameters.push(parameter(nameOf(name), required, isSimple(type)));
      }
    } else if (body?.kind === "content") {
      // the content itself may be left out: a file is sent instead
      parameters.push(standardParameter("Body", false, false), parameter("InFile", true, true));
    } else if (body) parameters.push(standardParameter("Body", true, false));
    if (response.kind === "content") parameters.push(parameter("OutFile", true, true));
    return parameters;
  };

  function nameOf(wireName: string): string {
    const known = names.get(wireName);
    if (known !== undefined) return known;
    const name = parameterNameOf(wireName);
    names.set(wireName, name);
    return name;
  }

  function isSimple(type: string): boolean {
    const element = type.endsWith("[]") ? type.slice(0, -2) : type;
    const schema = schemas.get(element);
    return schema ? schema.enum !== undefined : !complexScalars.has(element);
  }

  function propertiesOf(body: Exclude<ApiBody, { kind: "content" }>): readonly ApiProperty[] {
    const schema = body.kind === "schema" ? schemas.get(body.schema) : body.schema;
    if (!schema) return [];
    const known = properties.get(schema) ?? allProperties(schema);
    properties.set(schema, known);
    return known;
  }

  /** Own and inherited ones; a circle of base schemas ends where it closes. */
  function allProperties(of: ApiSchema): ApiProperty[] {
    const found = new Map<string, ApiProperty>();
    const seen = new Set<ApiSchema>();
    for (let schema: ApiSchema | undefined = of; schema && !seen.has(schema); schema = schemas.get(schema.base ?? "")) {
      seen.add(schema);
      for (const property of schema.properties) if (!found.has(property.name)) found.set(property.name, property);
    }
    return [...found.values()];
  }
}

const complexScalars = new Set(["object", "base64url"]);

function parameter(original: string, mandatory: boolean, simple: boolean): CommandParameter {
  return { original, conventional: original, name: original, aliases: [], hidden: false, mandatory, simple };
}

/** A parameter of the operation itself; properties of a body may be called `Top` or `Body`, too, and remain that. */
function standardParameter(original: string, mandatory: boolean, simple: boolean): CommandParameter {
  const { name = original, alias } = standardNames.get(original) ?? {};
  return {
    ...parameter(original, mandatory, simple),
    conventional: name,
    name,
    ...(alias !== undefined && { usualAlias: alias }),
  };
}
