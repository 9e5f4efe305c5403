import type { Cmdlet, Model, ObjectSchema } from "../model.js";
import type { Artefact } from "./artefact.js";
import { type Import, importsFor, requestBuilder } from "./imports.js";
import { objectSchema } from "./lookup.js";
import { byCodeUnits, capitalize, propertyName, sortedSet } from "./names.js";
import { objectModelExports, objectModelImports, objectModelView } from "./object-model.js";
import { inlineBodyName, operationImports, operationView } from "./operation.js";
import { type PathNode, descendants, readablePath, templateKey, uriTemplate } from "./request-builder-tree.js";
import { header } from "./texts.js";

/** One file per segment of the API's paths, all cmdlets together. */
export function lowerRequestBuilders(model: Model, roots: readonly PathNode[]): Artefact[] {
  return roots.flatMap(descendants).map((node) => lowerNode(model, node));
}

function lowerNode(model: Model, node: PathNode): Artefact {
  const sources = sortedSet(cmdletsBelow(node).map((cmdlet) => cmdlet.place.file));
  const [source = ""] = node.cmdlets.map((cmdlet) => cmdlet.place.file);
  const bodies = node.cmdlets.flatMap((cmdlet) => inlineBody(model, node, cmdlet));
  const operations = node.cmdlets.map((cmdlet) => operationView(model, node, cmdlet));
  const imports: Import[] = [
    { from: requestBuilder, name: "RequestBuilder" },
    ...node.children.map((child) => ({ from: child.file, name: child.className })),
    ...node.cmdlets.flatMap((cmdlet) => operationImports(model, node, cmdlet)),
    ...bodies.flatMap(({ schema }) => objectModelImports(schema)),
  ];
  return {
    path: node.file,
    template: "request-builder.ts",
    sources,
    view: {
      header: header(source || "cmdlets"),
      imports: importsFor(node.file, imports),
      className: node.className,
      path: readablePath(node.path),
      uriTemplate: uriTemplate(node.path),
      bodies: bodies.map(({ schema, name }) => objectModelView(schema, name)),
      segments: childrenOf(node, "literal").map(segmentView),
      items: childrenOf(node, "parameter").map((child) => itemView(child)),
      operations,
    },
    declares: {
      exports: [
        ...operations.map(({ information }) => information),
        node.className,
        ...operations.flatMap(({ requires }) => (requires ? [requires.name] : [])),
        ...bodies.flatMap(({ name }) => objectModelExports(name)),
      ],
      locals: operations.length > 0 ? ["uriTemplate"] : [],
    },
  };
}

/** `get threads(): ThreadsRequestBuilder`. */
export function segmentView(child: PathNode) {
  return { property: propertyName(child.segment.name), className: child.className };
}

/** `byConversationId(conversationId: string): ConversationItemRequestBuilder`. */
function itemView(child: PathNode) {
  const argument = propertyName(child.segment.name);
  return {
    method: `by${capitalize(argument)}`,
    argument,
    key: templateKey(child.segment.name),
    className: child.className,
    description: pathParameterText(child),
  };
}

function pathParameterText(node: PathNode): string {
  const parameters = cmdletsBelow(node).flatMap((cmdlet) => cmdlet.parameters);
  const found = parameters.find(({ source }) => source.kind === "path" && source.pathParameter === node.segment.name);
  return found?.description ?? "";
}

function inlineBody(model: Model, node: PathNode, cmdlet: Cmdlet): { schema: ObjectSchema; name: string }[] {
  const { body } = cmdlet.operations[0];
  if (body?.kind !== "json") return [];
  const schema = objectSchema(model, body.schema);
  return schema.inline ? [{ schema, name: inlineBodyName(node, cmdlet) }] : [];
}

export function childrenOf(parent: Pick<PathNode, "children">, kind: "literal" | "parameter"): PathNode[] {
  return parent.children
    .filter((child) => child.segment.kind === kind)
    .toSorted((a, b) => byCodeUnits(a.segment.name, b.segment.name));
}

function cmdletsBelow(node: PathNode): Cmdlet[] {
  return descendants(node).flatMap((each) => each.cmdlets);
}
