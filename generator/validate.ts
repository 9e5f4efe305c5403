import type { Diagnostic } from "./diagnostics.js";
import { nodeAt, toValue, type LocatedMap } from "./load/located.js";
import {
  specKinds,
  type CmdletSpec,
  type IdentitySpec,
  type OverlaySpec,
  type SchemaSpec,
  type ServiceSpec,
  type SpecKind,
} from "./spec.js";
import { diagnose } from "./spec-issues.js";
import { didYouMean } from "./suggest.js";

/** A spec with the places of everything in it. */
export interface Located<Spec> {
  spec: Spec;
  root: LocatedMap;
}

export type TypedSpec =
  | ({ kind: "service" } & Located<ServiceSpec>)
  | ({ kind: "identity" } & Located<IdentitySpec>)
  | ({ kind: "schema" } & Located<SchemaSpec>)
  | ({ kind: "cmdlet" } & Located<CmdletSpec>)
  | ({ kind: "overlay" } & Located<OverlaySpec>);

const kinds = Object.keys(specKinds) as SpecKind[];

/** Which kind of spec a file holds, by its top key, and what it is called if that can be read. */
export function identifySpec(root: LocatedMap): { kind: SpecKind; name?: string } | undefined {
  const kind = kinds.find((key) => root.entries.has(key));
  if (!kind) return undefined;
  const node = nodeAt(root, [kind]);
  return node?.kind === "scalar" && typeof node.value === "string" ? { kind, name: node.value } : { kind };
}

/** A located document to a typed spec, or to all that is wrong with it. */
export function validate(root: LocatedMap): { spec: TypedSpec } | { diagnostics: Diagnostic[] } {
  const kind = identifySpec(root)?.kind;
  if (!kind) return { diagnostics: [noSpec(root)] };
  const result = specKinds[kind].safeParse(toValue(root));
  if (result.success) return { spec: { kind, spec: result.data, root } as TypedSpec };
  return { diagnostics: diagnose(root, kind, result.error.issues) };
}

function noSpec(root: LocatedMap): Diagnostic {
  const [key = ""] = root.entries.keys();
  const help = didYouMean(key, kinds);
  return {
    code: "schema/root",
    place: root.place,
    message: "the file is no spec",
    ...(help !== undefined && { help }),
  };
}
