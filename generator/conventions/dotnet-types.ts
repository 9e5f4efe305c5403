import type { ParameterType, ScalarType, TypeReference } from "../model.js";
import { pascal, words } from "./words.js";

/** Scalar types of the specs -> .NET types of cmdlets, as AutoRest.PowerShell maps OpenAPI's. */
export const dotnetTypes = {
  string: { name: "String", valueType: false },
  boolean: { name: "Boolean", valueType: true },
  int32: { name: "Int32", valueType: true },
  int64: { name: "Int64", valueType: true },
  double: { name: "Double", valueType: true },
  float: { name: "Single", valueType: true },
  decimal: { name: "Decimal", valueType: true },
  "date-time": { name: "DateTime", valueType: true },
  date: { name: "DateTime", valueType: true },
  time: { name: "String", valueType: false },
  duration: { name: "TimeSpan", valueType: true },
  uuid: { name: "String", valueType: false },
  base64url: { name: "Byte[]", valueType: false },
  object: { name: "Object", valueType: false },
} as const satisfies Record<ScalarType, { name: string; valueType: boolean }>;

export const scalarTypes = Object.keys(dotnetTypes) as [ScalarType, ...ScalarType[]];

export const hashtable: ParameterType = {
  dotnetName: "Hashtable",
  dotnetFullName: "System.Collections.Hashtable",
  complex: false,
};

export const switchParameter: ParameterType = {
  dotnetName: "SwitchParameter",
  dotnetFullName: "System.Management.Automation.SwitchParameter",
  complex: false,
};

export const stream: ParameterType = { dotnetName: "Stream", dotnetFullName: "System.IO.Stream", complex: false };

/** `attachmentItem` -> `IMicrosoftGraphAttachmentItem`. */
export function schemaTypeName(schema: string): string {
  return `IMicrosoftGraph${pascal(words(schema))}`;
}

/** `Microsoft.Graph.Users.Actions` -> `IUsersActionsIdentity`. */
export function identityTypeName(module: string): string {
  return `I${module.replace(/^Microsoft\.Graph\.(Beta\.)?/, "").replaceAll(".", "")}Identity`;
}

/** Whether a type that is no object is an enumeration with a name. */
function isNamed(name: string): boolean {
  const plain = name.replace(/(\[\])+$/, "");
  return !Object.values(dotnetTypes).some((type) => type.name === plain || type.name === `${plain}[]`);
}

export interface ObjectType {
  dotnetName: string;
  /** it takes any property and has none of its own: cmdlets take it as a hashtable */
  dictionary: boolean;
}

/** The .NET type of a parameter that takes a single value. */
export function scalarType(name: ScalarType): ParameterType {
  const reference = { kind: "scalar", name } as const;
  if (name === "boolean") return { ...switchParameter, reference };
  const { name: dotnetName } = dotnetTypes[name];
  return { dotnetName, dotnetFullName: `System.${dotnetName}`, reference, complex: false };
}

/**
 * The .NET type of a parameter. An enum is a String, unless it is named; a boolean that stands alone a switch.
 * @param objectType what is known of a schema
 * @param namespace of those names, as `Microsoft.Graph.PowerShell.Models`
 */
export function parameterType(
  reference: TypeReference,
  objectType: (schema: string) => ObjectType,
  namespace: string,
): ParameterType {
  if (reference.kind === "scalar") return scalarType(reference.name);
  if (reference.kind === "object" && objectType(reference.schema).dictionary) return { ...hashtable, reference };
  const { name, complex } = elementType(reference);
  const owner = complex ? namespace : isNamed(name) ? namespace.replace(/Models$/, "Support") : "System";
  return { dotnetName: name, dotnetFullName: `${owner}.${name}`, reference, complex };

  function elementType(of: TypeReference): { name: string; complex: boolean } {
    switch (of.kind) {
      case "scalar":
        return { name: dotnetTypes[of.name].name, complex: false };
      case "enum":
        return { name: objectType(of.schema).dotnetName, complex: false };
      case "object":
        return { name: objectType(of.schema).dotnetName, complex: true };
      case "array": {
        const items = elementType(of.items);
        return { ...items, name: `${items.name}[]` };
      }
    }
  }
}
