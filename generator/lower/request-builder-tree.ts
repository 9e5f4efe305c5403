import type { Cmdlet, Model, Operation, PathSegment, RequestParameter } from "../model.js";
import { capitalize, fileName, propertyName } from "./names.js";

/** A segment of the API's paths: one request builder. */
export interface PathNode {
  segment: PathSegment;
  /** the segments up to here */
  path: PathSegment[];
  /** the API version, where it is not the default one */
  apiVersion?: string;
  /** its file in the package */
  file: string;
  className: string;
  /** what leads here from its parent: `threads`, `byConversationId`, `getByPathWithPath` */
  member: string;
  children: PathNode[];
  /** what is sent to exactly this path: a request per method */
  requests: PathRequest[];
  /** the spec files of all cmdlets from here on */
  sources: Set<string>;
}

/** A request that one cmdlet or several make. */
export interface PathRequest {
  node: PathNode;
  operation: Operation;
  /** of all the cmdlets' operations, each once */
  query: RequestParameter[];
  /** the first of the cmdlets, whose words describe it */
  cmdlet: Cmdlet;
}

/** The request builders of a package. */
export interface PathTree {
  /** the first segments; those of other API versions than the default one are below a node named after the version */
  roots: PathNode[];
  /** the request of an operation of a cmdlet */
  requestOf(operation: Operation): PathRequest;
}

/** Merges the paths of all cmdlets. */
export function pathTree({ service, cmdlets }: Pick<Model, "service" | "cmdlets">): PathTree {
  const builder = new TreeBuilder(service.versions[0]?.name ?? "");
  for (const cmdlet of cmdlets) {
    for (const operation of cmdlet.operations) builder.add(cmdlet, operation);
  }
  nameNodes(builder.roots.children, "GraphClient", "request-builders");
  const requestOf = (operation: Operation): PathRequest => {
    const request = builder.requests.get(operation);
    if (!request) throw new Error(`no request builder for ${operation.path}`);
    return request;
  };
  return { roots: builder.roots.children, requestOf };
}

/** A node and all below it. */
export function descendants(node: PathNode): PathNode[] {
  return [node, ...node.children.flatMap(descendants)];
}

/** Kiota's spelling of a name in a URI template: `conversationThread-id` -> `conversationThread%2Did`. */
export function templateKey(parameter: string): string {
  return parameter.replace(/\W/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `{+baseurl}/groups/{group%2Did}{?%24select}`, as Kiota writes it; `versionurl` is the base URL of another API version. */
export function uriTemplate({ path, apiVersion }: Pick<PathNode, "path" | "apiVersion">, query: string[] = []): string {
  const base = apiVersion === undefined ? "{+baseurl}" : "{+versionurl}";
  const options = query.length > 0 ? `{?${query.map(templateKey).join(",")}}` : "";
  return [base, ...path.map((segment) => segmentText(segment, templateKey))].join("/") + options;
}

/** `/groups/{group-id}`, for people. */
export function readablePath(path: readonly PathSegment[]): string {
  return path.map((segment) => `/${segmentText(segment, (name) => name)}`).join("") || "/";
}

function segmentText(segment: PathSegment, key: (name: string) => string): string {
  if (segment.kind === "literal") return segment.name;
  if (segment.kind === "parameter") return `{${key(segment.name)}}`;
  return segment.text.replace(/\{([^{}]+)\}/g, (_, name: string) => `{${key(name)}}`);
}

class TreeBuilder {
  readonly roots: { children: PathNode[] } = { children: [] };
  readonly requests = new Map<Operation, PathRequest>();
  readonly #nodes = new Map<object, Map<string, PathNode>>();

  constructor(private readonly defaultVersion: string) {}

  add(cmdlet: Cmdlet, operation: Operation): void {
    const { apiVersion, place } = cmdlet;
    let node: PathNode | undefined;
    if (apiVersion !== this.defaultVersion) {
      node = this.#child(undefined, { kind: "literal", name: apiVersion });
      Object.assign(node, { apiVersion, path: [] });
      node.sources.add(place.file);
    }
    for (const segment of operation.segments) {
      node = this.#child(node, segment);
      node.sources.add(place.file);
    }
    if (!node) return;
    let request = node.requests.find((each) => each.operation.method === operation.method);
    if (!request) node.requests.push((request = { node, operation, query: [], cmdlet }));
    for (const option of operation.query) {
      if (!request.query.some(({ name }) => name === option.name)) request.query.push(option);
    }
    this.requests.set(operation, request);
  }

  #child(parent: PathNode | undefined, segment: PathSegment): PathNode {
    const { children } = parent ?? this.roots;
    const known = this.#nodes.get(children) ?? new Map<string, PathNode>();
    this.#nodes.set(children, known);
    const key = segmentText(segment, (name) => name);
    let node = known.get(key);
    if (!node) {
      node = {
        segment,
        path: [...(parent?.path ?? []), segment],
        ...(parent?.apiVersion !== undefined && { apiVersion: parent.apiVersion }),
        file: "",
        className: "",
        member: "",
        children: [],
        requests: [],
        sources: new Set(),
      };
      known.set(key, node);
      children.push(node);
    }
    return node;
  }
}

/** What a request builder has already, or may get: segments called so are told apart by `Path`. */
const taken: readonly string[] =
  "constructor requestAdapter pathParameters child at withUrl sendRequest sendForCollection sendForValue sendForContent sendForNothing get post patch put delete toString".split(
    " ",
  );

/** Gives each node a file, a class and a member of its own among its siblings, by one rule for all of them. */
function nameNodes(nodes: readonly PathNode[], parentClass: string, folder: string): void {
  const files = new Set<string>();
  const classes = new Set([parentClass, "RequestBuilder"]);
  const members = new Set(taken);
  const alone = nodes.filter(({ segment }) => segment.kind === "parameter").length === 1;
  for (const node of nodes.toSorted((a, b) => order(a) - order(b))) {
    const { segment } = node;
    const concept = conceptOf(segment);
    const odata = segment.kind === "literal" && segment.name.startsWith("$");
    node.member = firstFree(members, [memberOf(segment), `${memberOf(segment)}Path`]);
    const file = segment.kind === "parameter" ? (alone ? "item" : fileName(node.member)) : fileName(concept);
    node.file = `${folder}/${firstFree(files, [file, `${odata ? "odata" : segment.kind}-${file}`])}.ts`;
    const kind = segment.kind === "parameter" ? "Item" : "";
    const parent = parentClass.replace(/RequestBuilder$/, "");
    node.className = firstFree(classes, [
      `${capitalize(concept)}${kind}RequestBuilder`,
      `${parent}${capitalize(concept)}${kind}RequestBuilder`,
      `${parent}${capitalize(segment.kind)}${capitalize(concept)}${kind}RequestBuilder`,
    ]);
    nameNodes(node.children, node.className, node.file.replace(/\.ts$/, ""));
  }
}

/** plain names are the first to be given out */
function order({ segment }: PathNode): number {
  if (segment.kind === "parameter") return 0;
  return segment.kind === "literal" ? (segment.name.startsWith("$") ? 2 : 1) : 3;
}

/** The first that is free, whatever its case; where none is, the last, and the check for collisions speaks up. */
function firstFree(names: Set<string>, candidates: readonly string[]): string {
  const free = candidates.find((name) => !names.has(name.toLowerCase()) && !names.has(name));
  const name = free ?? candidates.at(-1) ?? "";
  names.add(name.toLowerCase());
  return name;
}

/** What a segment is about: `conversationThread` of `{conversationThread-id}`, `content` of `$value`, as Kiota says. */
function conceptOf(segment: PathSegment): string {
  if (segment.kind === "function") return functionName(segment.name, segment.parameters);
  if (segment.kind === "parameter") return propertyName(segment.name.replace(/-id(?=\d*$)/, ""));
  return segment.name === "$value" ? "content" : propertyName(segment.name);
}

function memberOf(segment: PathSegment): string {
  return segment.kind === "parameter" ? `by${capitalize(propertyName(segment.name))}` : conceptOf(segment);
}

/** `getByPath(path='{path}')` -> `getByPathWithPath`. */
function functionName(name: string, parameters: readonly string[]): string {
  return [propertyName(name), ...parameters.map((each) => `With${capitalize(propertyName(each))}`)].join("");
}
