import { setsWith } from "../cmdlet/choose-parameter-set.js";
import type { CmdletParameter } from "../cmdlet/cmdlet.js";
import { propertyName } from "../cmdlet/property-name.js";
import type { Command, CommandModel, PropertyShape, Shape } from "./command.js";
import { parameterScalars } from "./values.js";

/** The model of a parameter: that of the set it is given in, if sets differ. */
export function modelOf(command: Command, name: string, set: string | undefined): CommandModel | undefined {
  return command.modelsOfSets?.[set ?? ""]?.[name] ?? command.models[name];
}

/** The set whose models values are read with, before the set is known: the first that has all that is given. */
export function likelySet({ cmdlet }: Command, given: Iterable<string>): string | undefined {
  const names = new Set(cmdlet.parameters.map(({ name }) => name));
  return setsWith(cmdlet, new Set([...given].filter((name) => names.has(name))))[0];
}

const hashtable: Shape = { name: "Hashtable", open: true, properties: {} };

/** What a parameter takes: what its model says, else what its PowerShell type says. */
export function shapeOf(parameter: CmdletParameter, command: Command, set: string | undefined): PropertyShape {
  const { name, type, role } = parameter;
  if (role === "identity") return identityShape(type, command);
  return modelOf(command, name, set)?.shape ?? shapeOfType(type);
}

function shapeOfType(type: string): PropertyShape {
  if (type.endsWith("[]")) return { type: "array", items: shapeOfType(type.slice(0, -2)) };
  const scalar = parameterScalars[type];
  if (scalar !== undefined) return { type: scalar };
  return type === "Hashtable" || type.startsWith("I") ? { type: "object", shape: () => hashtable } : { type: "any" };
}

/** An identity takes its fields and nothing else; `null` is a field not given. */
function identityShape(type: string, { identity = [] }: Command): PropertyShape {
  const properties = Object.fromEntries(
    identity.map((field) => [propertyName(field), { type: "string", nullable: true } as const]),
  );
  return { type: "object", shape: () => ({ name: type, open: false, properties }) };
}
