import { parseSync } from "oxc-parser";

/**
 * What a TypeScript file is, whatever its texts say: node types in order, every identifier, operator and keyword, the
 * number and kinds of comments, the tags in them. Only string literals, keys of object literals (the constants of an enum)
 * and the words of comments do not count.
 */
export function shapeOfCode(path: string, text: string): unknown {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}\n${text}`);
  return {
    program: shapeOfNode(program),
    comments: comments.map(({ type, value }) => [
      type,
      ...(value.match(/^\s*\*?\s*@\w+/gm) ?? []).map((tag) => tag.trim()),
    ]),
  };
}

function shapeOfNode(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(shapeOfNode);
  if (typeof node !== "object" || node === null) return node;
  const { type } = node as { type?: string };
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === "start" || key === "end") return [];
    if (type === "Property" && key === "key") return [];
    if (type === "Literal" && (key === "value" || key === "raw")) return [typeof value];
    return [key, shapeOfNode(value)];
  });
}

/** What a help page is: headings, fences, links, images, quotes and tables, in order; the words do not count. */
export function shapeOfPage(text: string): string[] {
  let inFence = false;
  return text.split("\n").flatMap((line) => {
    if (/^(`{3,}|~{3,})/.test(line)) {
      inFence = !inFence;
      return [line.replace(/`+/, "fence ")];
    }
    if (inFence) return [];
    const bare = line.replace(/\\./g, "x");
    const marks = [...bare.matchAll(/^#+ |^> |^\||^ {4}|^---$|!?\[[^\]]*\](\([^)]*\)|\[|:)?|<\/?\w+|`/g)];
    return marks.map(([found]) => (found.startsWith("#") ? found : found.replace(/\[.*?\]/, "[]")));
  });
}
