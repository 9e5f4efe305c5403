import { inlineResponseName, inlineTypeName } from "../conventions/inline-type-name.js";
import { headerTexts, queryOptions } from "../conventions/parameters.js";
import { keyPlaceAt, placeAt } from "../load/located.js";
import type { Operation, PathSegment, RequestBody, RequestParameter, ResponseBody } from "../model.js";
import { didYouMean } from "../suggest.js";
import type { Context } from "./context.js";
import type { InheritedCmdlet, InheritedOperation, Stated } from "./inherit.js";
import { allProperties, resolveInline, resolveType, schemaOf, unresolved } from "./schemas.js";

/** One of the operations a cmdlet calls; `undefined` if its method is not known. */
export function resolveOperation(
  cmdlet: InheritedCmdlet,
  stated: InheritedOperation,
  version: string,
  context: Context,
): Operation | undefined {
  const { root } = cmdlet;
  const place = keyPlaceAt(root, stated.at);
  if (!stated.method) {
    if (!cmdlet.incomplete) context.report("schema/missing-key", place, "the key method is missing");
    return undefined;
  }
  const method = stated.method.value;
  const body = resolveBody(stated, method, version, context);
  if (stated.requires) checkRequired(stated.requires, body, context);
  return {
    method,
    path: stated.path,
    segments: segmentsOf(stated.path, method),
    query: resolveParameters(stated.query, version, context, (name) => queryOptions[name]),
    headers: resolveParameters(stated.headers, version, context, (name) => ({ description: headerTexts[name] ?? "" })),
    ...(body && { body }),
    requires: stated.requires?.value ?? [],
    response: resolveResponse(stated, method, version, context),
    place,
  };
}

/** The path parameters of an operation, in path order. */
export function pathParametersOf({ segments }: Pick<Operation, "segments">): string[] {
  return segments.flatMap((segment) => {
    if (segment.kind === "literal") return [];
    return segment.kind === "parameter" ? [segment.name] : segment.parameters;
  });
}

/** Actions and functions lose their namespace on the wire; a type that items are narrowed to keeps it. */
function segmentsOf(path: string, method: string): PathSegment[] {
  const parts = path.slice(1).split("/");
  return parts.map((part, index) => toSegment(part, method !== "GET" && index === parts.length - 1));
}

/** `{group-id}`, `threads`, `microsoft.graph.createUploadSession`, `microsoft.graph.getByPath(path='{path}')`. */
function toSegment(text: string, isAction: boolean): PathSegment {
  const parameter = /^\{([^{}]+)\}$/.exec(text)?.[1];
  if (parameter !== undefined) return { kind: "parameter", name: parameter };
  const call = /^(?:[\w.]*\.)?([A-Za-z]\w*)(\(.*\))$/.exec(text);
  if (!call) return { kind: "literal", name: isAction ? text.slice(text.lastIndexOf(".") + 1) : text };
  const [, name = "", values = ""] = call;
  const parameters = [...values.matchAll(/\{([^{}]+)\}/g)].map(([, placeholder = ""]) => placeholder);
  return { kind: "function", name, text: name + values, parameters };
}

function resolveParameters(
  stated: InheritedOperation["query"],
  version: string,
  context: Context,
  standard: (name: string) => { type?: string; description: string } | undefined,
): RequestParameter[] {
  if (!stated) return [];
  return stated.value.map(({ name, about = {} }, index) => {
    const known = standard(name);
    const place = placeAt(stated.root, [...stated.path, index]);
    return {
      name,
      type: resolveType(about.type ?? known?.type ?? "string", place, version, context) ?? unresolved,
      required: about.required ?? false,
      description: about.description ?? known?.description ?? "",
    };
  });
}

function resolveBody(
  { path, body, bodyName, sends }: InheritedOperation,
  method: string,
  version: string,
  context: Context,
): RequestBody | undefined {
  if (sends) return { kind: "content", mediaType: sends.value };
  if (!body) return undefined;
  const place = placeAt(body.root, body.path);
  if (typeof body.value !== "string") {
    const name = inlineTypeName(path, method);
    const { value, root, path: at } = body;
    const schema = resolveInline(
      value,
      { root, path: at },
      { name, dotnetName: bodyName?.value ?? `I${name}` },
      version,
      context,
    );
    return { kind: "json", schema: schema.name };
  }
  const type = resolveType(body.value, place, version, context);
  if (type === undefined) return undefined;
  if (type.kind === "object") return { kind: "json", schema: type.schema };
  context.report("ref/schema", place, `the body ${body.value} is no object`);
  return undefined;
}

function resolveResponse(
  { path, returns, returnsName, receives, pageable }: InheritedOperation,
  method: string,
  version: string,
  context: Context,
): ResponseBody {
  if (receives) return { kind: "content", mediaType: receives.value };
  if (!returns) return { kind: "none" };
  const { value, root, path: at } = returns;
  if (typeof value !== "string") {
    const name = inlineResponseName(path, method);
    const schema = resolveInline(
      value,
      { root, path: at },
      { name, dotnetName: returnsName?.value ?? `I${name}` },
      version,
      context,
    );
    return { kind: "json", type: { kind: "object", schema: schema.name } };
  }
  const type = resolveType(value, placeAt(root, at), version, context) ?? unresolved;
  if (!pageable?.value) return { kind: "json", type };
  if (type.kind === "array") return { kind: "collection", items: type.items };
  if (type !== unresolved) {
    context.report("operation/pageable", placeAt(pageable.root, pageable.path), "only a list comes page by page", {
      help: `write returns: ${value}[]`,
    });
  }
  return { kind: "json", type };
}

/** Each path like `AttachmentItem.size` leads from property to property of the body. */
function checkRequired(requires: Stated<string[]>, body: RequestBody | undefined, context: Context): void {
  for (const [index, dotted] of requires.value.entries()) {
    let schema = body?.kind === "json" ? schemaOf(context.schemas, body.schema) : undefined;
    for (const step of dotted.split(".")) {
      const properties = schema ? allProperties(context.schemas, schema) : [];
      const property = properties.find(({ wireName }) => wireName === step);
      if (property?.type === unresolved) break;
      if (!property) {
        const known = properties.map(({ wireName }) => wireName);
        const place = placeAt(requires.root, [...requires.path, index]);
        context.report("ref/property", place, `the body has no property ${dotted}`, { help: didYouMean(step, known) });
        break;
      }
      schema = property.type.kind === "object" ? schemaOf(context.schemas, property.type.schema) : undefined;
    }
  }
}
