import { ServiceError } from "./errors.js";

type PropertyType = "String" | "Boolean" | "Int64" | "Binary" | "DateTimeOffset" | "Object";

/** What Graph's metadata says of a type, as far as request bodies need it. */
export interface EntityType {
  name: string;
  properties: Readonly<Record<string, PropertyType>>;
  required: readonly string[];
}

const checks: Readonly<Record<PropertyType, (value: unknown) => boolean>> = {
  String: (value) => typeof value === "string",
  Boolean: (value) => typeof value === "boolean",
  Int64: (value) => Number.isSafeInteger(value),
  Binary: (value) => typeof value === "string" && Buffer.from(value, "base64").toString("base64") === value,
  Object: (value) => typeof value === "object" && !Array.isArray(value),
  DateTimeOffset: (value) => typeof value === "string" && !Number.isNaN(Date.parse(value)),
};

/**
 * Checks an object of a request body; annotations (`@odata.type`) pass.
 * @returns its properties that are there and not null
 * @throws ServiceError bodyInvalid, propertyMissing
 */
export function checkEntity(value: unknown, type: EntityType, options: { open: boolean }): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ServiceError("bodyInvalid", { message: `An object of type '${type.name}' is expected.` });
  }
  const entity = Object.fromEntries(
    Object.entries(value).filter(([name, field]) => !name.includes("@") && field !== null),
  );
  for (const [name, field] of Object.entries(entity)) {
    const property = Object.hasOwn(type.properties, name) ? type.properties[name] : undefined;
    if (property === undefined && !options.open) {
      throw new ServiceError("bodyInvalid", {
        message: `The property '${name}' does not exist on type '${type.name}'.`,
      });
    }
    if (property !== undefined && !checks[property](field)) {
      throw new ServiceError("bodyInvalid", {
        message: `Cannot convert the value of '${name}' to the expected type '${property === "Object" ? "ComplexType" : `Edm.${property}`}'.`,
      });
    }
  }
  const missing = type.required.find((name) => (entity[name] ?? "") === "");
  if (missing !== undefined) {
    throw new ServiceError("propertyMissing", { message: `The property '${missing}' of '${type.name}' is required.` });
  }
  return entity;
}
