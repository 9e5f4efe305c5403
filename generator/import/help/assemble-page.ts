import { parameterSetKind } from "../../conventions/parameter-sets.js";
import type { HelpPage } from "../../help/help-page.js";
import type { CmdletInput } from "../imported-spec.js";
import type { CallingSets } from "./called-operations.js";
import { pageOperation } from "./page-operation.js";
import type { Overrides } from "./page-overrides.js";

/** The spec of a page's cmdlet: what it calls, and what it says otherwise than the conventions. */
export function assemblePage(
  page: HelpPage,
  calls: readonly CallingSets[],
  identity: string | undefined,
  schemaOf: (dotnetName: string) => string,
  overrides?: Overrides,
): CmdletInput {
  const written = (name: string) => {
    const parameters = overrides?.sets.get(name);
    return parameters ? { [name]: parameters } : name;
  };
  // AutoRest does not name the only set of a page
  const setNames = ({ sets }: CallingSets) =>
    page.sets.length === 1 && page.sets[0]?.name === onlySet ? [] : sets.map(({ name }) => written(name));
  const operations = calls.map((call) => ({
    parameterSets: setNames(call),
    ...pageOperation(page, call.sets, call.operation, schemaOf),
  }));
  const [only] = operations;
  const { parameterSets = [], ...operation } = only ?? {};
  const first = page.sets.find((set) => set.default)?.name;
  const stated = operations.flatMap((each) => each.parameterSets.map(nameOf));
  return {
    cmdlet: page.cmdlet,
    module: page.module,
    ...(identity !== undefined && { identity }),
    ...(operations.length === 1 && only
      ? {
          operation: { ...operation, method: only.method, path: only.path },
          ...(parameterSets.length > 0 && { parameterSets }),
          ...(parameterSets.length === 0 &&
            overrides?.sets.has(onlySet) && {
              parameterSets: [{ [soleName(page)]: overrides.sets.get(onlySet) ?? [] }],
            }),
        }
      : { operations }),
    ...(first !== undefined && stated.length > 0 && stated[0] !== first && { defaultSet: first }),
    ...(overrides?.parameters && { parameters: overrides.parameters }),
    ...(overrides?.aliases && { aliases: overrides.aliases }),
    help: { description: page.description, ...overrides?.help },
    ...(overrides?.examples && { examples: overrides.examples }),
  };
}

const onlySet = "__AllParameterSets";

/** A name for the only set: a list is recognized by it. */
function soleName({ cmdlet, sets: [set] }: HelpPage): string {
  const paged = set?.parameters.some(({ name }) => name === "All") ?? false;
  return paged ? "List" : cmdlet.slice(0, cmdlet.indexOf("-"));
}

function nameOf(set: string | Record<string, string[]>): string {
  return parameterSetKind(typeof set === "string" ? set : (Object.keys(set)[0] ?? "")).name;
}
