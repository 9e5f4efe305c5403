import type { z } from "zod";
import type { Complaint } from "./conventions/names.js";
import type { Diagnostic, DiagnosticCode } from "./diagnostics.js";
import { keyPlaceAt, nodeAt, placeAt, type LocatedMap, type Path } from "./load/located.js";
import type { SpecKind } from "./spec.js";
import { knownKeys } from "./spec-keys.js";
import { didYouMean, suggest } from "./suggest.js";

type Issue = z.core.$ZodIssue;
type UnionIssue = Extract<Issue, { code: "invalid_union" }>;

/** What zod found wrong with a spec, in our words and with places. */
export function diagnose(root: LocatedMap, kind: SpecKind, issues: readonly Issue[]): Diagnostic[] {
  const misspelt = new Set(issues.flatMap((issue) => meantKeys(kind, issue)));
  return issues.flatMap((issue) => diagnoseIssue(issue, []));

  function diagnoseIssue(issue: Issue, prefix: Path): Diagnostic[] {
    const path = [...prefix, ...issue.path];
    const complain = (code: DiagnosticCode, message: string, help?: string): Diagnostic[] => {
      // a key that stands there misspelt is not missing
      if (code === "schema/missing-key" && misspelt.has(path.join("."))) return [];
      return [{ code, place: placeAt(root, path), message, ...(help !== undefined && { help }) }];
    };
    switch (issue.code) {
      case "custom": {
        const { code, help } = issue.params as Pick<Complaint, "code" | "help">;
        return complain(code, issue.message, help);
      }
      case "unrecognized_keys":
        return issue.keys.map((key) => diagnoseUnknownKey(path, key));
      case "invalid_key":
        return issue.issues
          .flatMap((inner) => diagnoseIssue(inner, path))
          .map((diagnostic) => ({ ...diagnostic, place: keyPlaceAt(root, path) }));
      case "invalid_union":
        return diagnoseUnion(issue, path);
      case "invalid_type":
        if (!nodeAt(root, path)) return complain("schema/missing-key", `the key ${String(path.at(-1))} is missing`);
        return complain("schema/type", `expected ${nameOfType(issue.expected)}, found ${describe(path)}`);
      case "invalid_value":
        return complain(
          "value/choice",
          `expected one of ${issue.values.join(", ")}`,
          didYouMean(textAt(path), issue.values.map(String)),
        );
      case "too_big":
        return complain("schema/too-many-values", `more than ${issue.maximum} values`);
      case "too_small":
        return complain("schema/too-few-values", "expected at least one value");
      default:
        return complain("schema/type", issue.message);
    }
  }

  /** Complains as the alternative does that the author most likely meant: the one whose outer type fits. */
  function diagnoseUnion(issue: UnionIssue, path: Path): Diagnostic[] {
    const meant = issue.errors.find((inner) => !inner.some(isOuterType));
    if (meant) return meant.flatMap((inner) => diagnoseIssue(inner, path));
    const expected = issue.errors.flat().flatMap((inner) => ("expected" in inner ? [nameOfType(inner.expected)] : []));
    const message = `expected ${[...new Set(expected)].join(" or ")}, found ${describe(path)}`;
    return [{ code: "schema/type", place: placeAt(root, path), message }];
  }

  function diagnoseUnknownKey(path: Path, key: string): Diagnostic {
    const known = knownKeys(kind, path);
    const help = didYouMean(key, known) ?? (known.length > 0 ? `known keys: ${known.join(", ")}` : undefined);
    const place = keyPlaceAt(root, [...path, key]);
    return { code: "schema/unknown-key", place, message: `unknown key ${key}`, ...(help !== undefined && { help }) };
  }

  function textAt(path: Path): string {
    const node = nodeAt(root, path);
    return node?.kind === "scalar" ? String(node.value) : "";
  }

  function describe(path: Path): string {
    const node = nodeAt(root, path);
    if (!node || (node.kind === "scalar" && node.value === null)) return "nothing";
    if (node.kind !== "scalar") return node.kind === "map" ? "a map" : "a list";
    if (typeof node.value === "string") return "a text";
    return `${typeof node.value === "number" ? "the number" : "the boolean"} ${String(node.value)}`;
  }
}

function isOuterType(issue: Issue): boolean {
  return issue.code === "invalid_type" && issue.path.length === 0;
}

/** The paths of the keys that unknown keys were probably meant to be. */
function meantKeys(kind: SpecKind, issue: Issue): string[] {
  if (issue.code !== "unrecognized_keys") return [];
  const known = knownKeys(kind, issue.path);
  return issue.keys.flatMap((key) => {
    const meant = suggest(key, known);
    return meant === undefined ? [] : [[...issue.path, meant].join(".")];
  });
}

const typeNames: Record<string, string> = {
  string: "a text",
  boolean: "true or false",
  object: "a map",
  record: "a map",
  array: "a list",
};

function nameOfType(type: string): string {
  return typeNames[type] ?? type;
}
