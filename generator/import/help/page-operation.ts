import { inlineTypeName } from "../../conventions/inline-type-name.js";
import { countOption, parameterNameOf, queryOptions, runtimeParameters } from "../../conventions/parameters.js";
import { parameterSetKind } from "../../conventions/parameter-sets.js";
import type { HelpPage, PageParameter, PageSet } from "../../help/help-page.js";
import type { CmdletInput } from "../imported-spec.js";
import { isInline, plainType, specType, wireNameOf } from "./page-types.js";

/** What a page does not tell of an operation. */
export interface CalledOperation {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** actions qualified */
  path: string;
}

export type OperationInput = NonNullable<CmdletInput["operation"]>;

/** The operation that some of a page's sets call, as far as the page shows it. */
export function pageOperation(
  page: HelpPage,
  sets: readonly PageSet[],
  { method, path }: CalledOperation,
  schemaOf: (dotnetName: string) => string,
): OperationInput {
  const names = new Set(sets.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  const parameters = page.parameters.filter(({ name }) => names.has(name));
  const pathNames = new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => parameterNameOf(name)));
  const of = (category: PageParameter["category"]) =>
    parameters.filter(({ category: own, name }) => own === category && !pathNames.has(name) && !generated.has(name));
  const has = (role: keyof typeof runtimeParameters) => names.has(runtimeParameters[role].name);
  const isPaged = has("all") && sets.some(({ name }) => parameterSetKind(name).list || sets.length === 1);
  const query = [...(method === "GET" || !names.has(bodyParameter) ? of("query") : [])].map(({ name }) =>
    optionOf(name),
  );
  const headers = of("header").map(({ name }) => headerNames[name] ?? name);
  return {
    method,
    path,
    ...(query.length + (isPaged ? 1 : 0) > 0 && { query: [...query, ...(isPaged ? [countOption] : [])] }),
    ...(headers.length > 0 && { headers }),
    ...bodyOf(page, parameters, names, { method, path }, schemaOf),
    ...responseOf(page, has("outFile"), isPaged, names, schemaOf),
  };
}

const bodyParameter = "BodyParameter";
const more = "AdditionalProperties";
/** never properties of a body */
const generated = new Set([
  bodyParameter,
  more,
  ...Object.values(runtimeParameters).map(({ name }) => name),
  // what later generators give every cmdlet for its own traffic
  "Break",
  "ContentType",
  "Headers",
  "HttpPipelineAppend",
  "HttpPipelinePrepend",
  "ProgressAction",
  "Proxy",
  "ProxyCredential",
  "ProxyUseDefaultCredentials",
  "ResponseHeadersVariable",
]);
const headerNames: Readonly<Record<string, string>> = { IfMatch: "If-Match" };

function optionOf(name: string): string {
  const standard = Object.entries(queryOptions).find(([, option]) => option.name === name);
  return standard?.[0] ?? wireNameOf(name);
}

function bodyOf(
  { notes, parameters }: HelpPage,
  own: readonly PageParameter[],
  names: ReadonlySet<string>,
  { method, path }: CalledOperation,
  schemaOf: (dotnetName: string) => string,
): Pick<OperationInput, "body" | "bodyName" | "sends"> {
  if (names.has(runtimeParameters.inFile.name)) return { sends: "application/octet-stream" };
  const whole = parameters.find(({ name }) => name === bodyParameter && names.has(name));
  const type = whole && plainType(whole.type.name);
  if (type !== undefined && type !== "Hashtable" && !isInline(type)) return { body: schemaOf(type) };
  const shown = notes.find(({ name }) => name.toLowerCase() === bodyParameter.toLowerCase())?.properties;
  const spread = own.filter((each) => each.category === "body" && !generated.has(each.name));
  if (!whole && spread.length === 0 && !names.has(more)) return {};
  const isOpen = type === "Hashtable" || names.has(more) || shown?.some(({ name }) => name === "(Any)");
  const properties =
    shown
      ?.filter(({ name }) => name !== "(Any)")
      .map(({ name, type: of, description }) => ({ name, type: of, description })) ??
    spread.map(({ name, type: of, description }) => ({ name, type: of.name, description }));
  const body: InlineInput = {};
  if (isOpen) body.additionalProperties = true;
  for (const { name, type: of, description } of properties) {
    body[wireNameOf(name)] = { type: specType(of, schemaOf), description: description === "." ? "" : description };
  }
  const named = type !== undefined && isInline(type) && type !== `I${inlineTypeName(path, method)}`;
  return { body, ...(named && { bodyName: type }) };
}

type InlineInput = Exclude<NonNullable<OperationInput["body"]>, string>;

function responseOf(
  { outputs }: HelpPage,
  toFile: boolean,
  isPaged: boolean,
  names: ReadonlySet<string>,
  schemaOf: (dotnetName: string) => string,
): Pick<OperationInput, "returns" | "receives" | "pageable"> {
  if (toFile) return { receives: "application/octet-stream" };
  const [output] = outputs;
  if (!output || names.has(runtimeParameters.passThru.name)) return {};
  if (isInline(plainType(output.name))) return { returns: "object" }; // no page shows what is in it
  const type = specType(output.name, schemaOf);
  return isPaged ? { returns: `${type}[]`, pageable: true } : { returns: type };
}
