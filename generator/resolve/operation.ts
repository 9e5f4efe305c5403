import { placeAt } from "../load/located.js";
import type { ObjectSchema, Operation, PathSegment, Place } from "../model.js";
import { didYouMean } from "../suggest.js";
import type { Context } from "./context.js";
import type { InheritedCmdlet } from "./inherit.js";
import { resolveType, schemaOf, unresolved } from "./schemas.js";

/** The operation a cmdlet calls. */
export function resolveOperation(
  cmdlet: InheritedCmdlet,
  method: Operation["method"],
  body: ObjectSchema | undefined,
  context: Context,
): Operation {
  const { path } = cmdlet.spec.operation;
  const { returns, requires } = cmdlet;
  const type = returns && resolveType(returns.value, placeAt(returns.root, returns.path), context);
  for (const [index, dotted] of (requires?.value ?? []).entries()) {
    if (requires) checkRequired(dotted, body, placeAt(requires.root, [...requires.path, index]), context);
  }
  return {
    method,
    path,
    segments: path.slice(1).split("/").map(toSegment),
    ...(body && { body: body.name }),
    requires: requires?.value ?? [],
    ...(type && { returns: type }),
  };
}

/** `{group-id}`, `threads`, `microsoft.graph.createUploadSession`: actions lose their namespace on the wire. */
function toSegment(text: string): PathSegment {
  const parameter = /^\{(.+)\}$/.exec(text)?.[1];
  if (parameter !== undefined) return { kind: "parameter", name: parameter };
  return { kind: "literal", name: text.slice(text.lastIndexOf(".") + 1) };
}

/** A path like `AttachmentItem.size` leads from property to property of the body. */
function checkRequired(dotted: string, body: ObjectSchema | undefined, place: Place, context: Context): void {
  let schema = body;
  for (const step of dotted.split(".")) {
    const property = schema?.properties.find(({ wireName }) => wireName === step);
    if (property?.type === unresolved) return;
    if (!property) {
      const known = schema?.properties.map(({ wireName }) => wireName) ?? [];
      context.report("ref/property", place, `the body has no property ${dotted}`, { help: didYouMean(step, known) });
      return;
    }
    schema = property.type.kind === "object" ? schemaOf(context.schemas, property.type.schema) : undefined;
  }
}
