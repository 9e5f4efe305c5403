import { describePathParameter } from "../conventions/parameters.js";
import type { Model, ParameterSource, ScalarType } from "../model.js";
import type { Artefact } from "./artefact.js";
import { type Import, importsFor, requestBuilder } from "./imports.js";
import { modelType } from "./model-type.js";
import { byCodeUnits, propertyName, sortedSet } from "./names.js";
import { objectModelExports, objectModelImports, objectModelView } from "./object-model.js";
import { inlineModels, operationImports, operationView } from "./operation.js";
import {
  type PathNode,
  type PathTree,
  descendants,
  readablePath,
  templateKey,
  uriTemplate,
} from "./request-builder-tree.js";
import { header } from "./texts.js";

/** One file per segment of the API's paths, all cmdlets together. */
export function lowerRequestBuilders(model: Model, { roots }: PathTree): Artefact[] {
  const parameters = pathParameterTexts(model);
  return roots.flatMap(descendants).map((node) => lowerNode(model, node, parameters));
}

function lowerNode(model: Model, node: PathNode, parameters: PathParameterTexts): Artefact {
  const { requests } = node;
  const bodies = requests.flatMap((request) => inlineModels(model, request));
  const operations = requests.map((request) => operationView(model, request));
  const steps = stepsOf(node);
  const items = itemsOf(node, parameters);
  const imports: Import[] = [
    { from: requestBuilder, name: "RequestBuilder" },
    ...node.children.map((child) => ({ from: child.file, name: child.className })),
    ...requests.flatMap((request) => operationImports(model, request)),
    ...bodies.flatMap(({ schema }) => objectModelImports(model, schema)),
    ...items.flatMap(({ imports: needed }) => needed),
  ];
  const plain = operations.some(({ query }) => !query);
  return {
    path: node.file,
    template: "request-builder.ts",
    sources: sortedSet(node.sources),
    view: {
      header: header(requests[0]?.cmdlet.place.file ?? "cmdlets"),
      imports: importsFor(node.file, imports),
      className: node.className,
      path: readablePath(node.path),
      uriTemplate: plain ? uriTemplate(node) : "",
      bodies: bodies.map(({ schema, name }) => objectModelView(model, schema, name)),
      segments: steps,
      items,
      operations,
    },
    declares: {
      exports: [
        ...operations.map(({ information }) => information),
        node.className,
        ...operations.flatMap(({ requires }) => (requires ? [requires.name] : [])),
        ...operations.flatMap(({ query }) => (query ? [query.type] : [])),
        ...bodies.flatMap(({ name }) => objectModelExports(name)),
      ],
      locals: [
        ...(plain ? ["uriTemplate"] : []),
        ...operations.flatMap(({ query, uriTemplate: own }) => (query ? [own.name] : [])),
        ...operations.flatMap(({ details }) => (details ? [details.name] : [])),
      ],
    },
  };
}

/** `get threads(): ThreadsRequestBuilder`. */
export function stepsOf({ children }: Pick<PathNode, "children">) {
  return children
    .filter((child) => keysOf(child).length === 0)
    .map(({ member, className }) => ({ property: member, className }))
    .toSorted((a, b) => byCodeUnits(a.property, b.property));
}

/** `byConversationId(conversationId: string): ConversationItemRequestBuilder`; arguments of functions in Kiota's order. */
export function itemsOf({ children }: Pick<PathNode, "children">, parameters: PathParameterTexts) {
  return children
    .filter((child) => keysOf(child).length > 0)
    .map((child) => {
      const names = keysOf(child).map((key) => ({ key, argument: propertyName(key) }));
      const sorted = names.toSorted((a, b) => byCodeUnits(a.argument, b.argument));
      const values = sorted.map(({ key, argument }) => {
        const { type, description } = parameters.get(key) ?? { type: "string", description: "" };
        const { text, imports } = modelType({ kind: "scalar", name: type });
        return { argument, key: templateKey(key), type: text, description, imports };
      });
      return {
        method: child.member,
        className: child.className,
        arguments: values,
        imports: values.flatMap(({ imports }) => imports.filter(({ type }) => type)),
      };
    })
    .toSorted((a, b) => byCodeUnits(a.method, b.method));
}

function keysOf({ segment }: PathNode): string[] {
  if (segment.kind === "literal") return [];
  return segment.kind === "parameter" ? [segment.name] : segment.parameters;
}

type PathParameterTexts = ReadonlyMap<string, { type: ScalarType; description: string }>;

/** What the identities and the cmdlets say of each path parameter; the first has the word. */
export function pathParameterTexts({ identities, cmdlets }: Model): PathParameterTexts {
  const texts = new Map<string, { type: ScalarType; description: string }>();
  const add = (name: string, type: ScalarType, description: string) => {
    if (!texts.has(name)) texts.set(name, { type, description: description || describePathParameter(name, type) });
  };
  for (const { parameters } of cmdlets) {
    for (const { source, type, description } of parameters) {
      const pathParameter = pathParameterOf(source);
      const scalar = type.reference?.kind === "scalar" ? type.reference.name : "string";
      if (pathParameter !== undefined) add(pathParameter, scalar, description);
    }
  }
  for (const { fields } of identities) {
    for (const { pathParameter, type, description } of fields) add(pathParameter, type, description);
  }
  return texts;
}

function pathParameterOf(source: ParameterSource): string | undefined {
  return source.kind === "path" ? source.pathParameter : undefined;
}
