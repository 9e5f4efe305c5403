import { scalarTypes } from "../../conventions/dotnet-types.js";
import { describePathParameter, parameterNameOf } from "../../conventions/parameters.js";
import type { HelpPage } from "../../help/help-page.js";
import type { IdentityInput } from "../imported-spec.js";
import { specType, wireNameOf } from "./page-types.js";

/** The identity of a page's module, as the page shows it; absent if no set takes one. */
export function pageIdentity(page: HelpPage, paths: readonly string[], identity: string): IdentityInput | undefined {
  const shown = page.notes.find(({ name }) => name.toLowerCase() === "inputobject");
  if (!shown) return undefined;
  const spelled = new Map(
    paths.flatMap((path) =>
      [...path.matchAll(/\/\{([^{}]+)\}(?=\/|$)/g)].map(([, name = ""]) => [parameterNameOf(name), name]),
    ),
  );
  const fields = shown.properties.map(({ name, type, description }) => {
    // parameters of functions are described by their use
    const used = /^Usage: (\w+)=/.exec(description)?.[1];
    const field = used ?? spelled.get(name) ?? pathParameterOf(name);
    const scalar = scalarTypes.find((known) => known === specType(type, () => "string")) ?? "string";
    const facts = {
      ...(parameterNameOf(field) !== name && { name }),
      ...(scalar !== "string" && { type: scalar }),
      ...(describePathParameter(field, scalar) !== description && { description }),
    };
    return Object.keys(facts).length > 0 ? { [field]: facts } : field;
  });
  return fields.length > 0 ? { identity, module: page.module, fields } : undefined;
}

/** `ConversationThreadId` -> `conversationThread-id`; what is no id is a parameter of a function. */
function pathParameterOf(name: string): string {
  const id = /^(.+)Id(\d*)$/.exec(name);
  const candidate = id ? `${wireNameOf(id[1] ?? "")}-id${id[2] ?? ""}` : wireNameOf(name);
  return parameterNameOf(candidate) === name ? candidate : wireNameOf(name);
}
