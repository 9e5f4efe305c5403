import type { Cmdlet, PathSegment } from "../model.js";
import { capitalize, fileName, propertyName } from "./names.js";

/** A segment of the API's paths: one request builder. */
export interface PathNode {
  segment: PathSegment;
  /** the segments up to here */
  path: PathSegment[];
  /** its file in the package */
  file: string;
  className: string;
  children: PathNode[];
  /** the cmdlets whose request goes to exactly this path */
  cmdlets: Cmdlet[];
}

/** Merges the paths of all cmdlets; the roots are the first segments. */
export function pathTree(cmdlets: readonly Cmdlet[]): PathNode[] {
  const roots: PathNode[] = [];
  for (const cmdlet of cmdlets) {
    let siblings = roots;
    let node: PathNode | undefined;
    for (const segment of cmdlet.operations[0].segments) {
      const parent: PathNode | undefined = node;
      node = siblings.find((each) => each.segment.kind === segment.kind && each.segment.name === segment.name);
      if (!node) siblings.push((node = pathNode(segment, parent)));
      siblings = node.children;
    }
    node?.cmdlets.push(cmdlet);
  }
  return roots;
}

/** Each cmdlet with the node its request goes to. */
export function cmdletNodes(roots: readonly PathNode[]): { node: PathNode; cmdlet: Cmdlet }[] {
  return roots.flatMap(descendants).flatMap((node) => node.cmdlets.map((cmdlet) => ({ node, cmdlet })));
}

/** A node and all below it. */
export function descendants(node: PathNode): PathNode[] {
  return [node, ...node.children.flatMap(descendants)];
}

/** Kiota's spelling of a name in a URI template: `conversationThread-id` -> `conversationThread%2Did`. */
export function templateKey(parameter: string): string {
  return parameter.replace(/\W/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `{+baseurl}/groups/{group%2Did}`, as Kiota writes it. */
export function uriTemplate(path: readonly PathSegment[]): string {
  const segments = path.map(({ kind, name }) => (kind === "literal" ? name : `{${templateKey(name)}}`));
  return ["{+baseurl}", ...segments].join("/");
}

/** `/groups/{group-id}`, for people. */
export function readablePath(path: readonly PathSegment[]): string {
  return path.map(({ kind, name }) => `/${kind === "literal" ? name : `{${name}}`}`).join("");
}

function pathNode(segment: PathSegment, parent: PathNode | undefined): PathNode {
  const folder = parent ? parent.file.replace(/\.ts$/, "") : "request-builders";
  const literal = segment.kind === "literal";
  const concept = capitalize(propertyName(literal ? segment.name : segment.name.replace(/-id(?=\d*$)/, "")));
  return {
    segment,
    path: [...(parent?.path ?? []), segment],
    file: `${folder}/${literal ? fileName(segment.name) : "item"}.ts`,
    className: `${concept}${literal ? "" : "Item"}RequestBuilder`,
    children: [],
    cmdlets: [],
  };
}
