import { singular } from "../conventions/singular.js";
import { words } from "../conventions/words.js";
import type { Model } from "../model.js";
import { printYaml, type SpecMap } from "./spec-text-yaml.js";

/** What a new cmdlet is known by. */
export interface ScaffoldInput {
  cmdlet: string;
  module: string;
  /** absent: to be filled in */
  call?: { method: string; path: string } | undefined;
  /** of the module, if it has a field for each path parameter */
  identity?: string | undefined;
  model: Model;
}

/**
 * The text of a spec to begin with: what follows from the cmdlet and its operation, and comments that say what else to
 * write. Without an operation it is no valid spec yet; the diagnostics say what is missing.
 */
export function scaffold({ cmdlet, module, call, identity, model }: ScaffoldInput): string {
  const returned = call && guessReturned(call, model);
  const lines = [
    "# yaml-language-server: $schema=../../spec.schema.json",
    ...print({ cmdlet, module, ...(identity !== undefined && { identity }) }),
    ...(identity === undefined
      ? ["# identity: the one of the module, once it has a field for each path parameter"]
      : []),
    "operation:",
    ...indented(call ? print({ method: call.method, path: call.path }) : blanks),
    ...indented(bodyLines(call?.method)),
    ...indented(
      returned
        ? print(returned)
        : ["# returns: what the service gives: a schema, or message[] and pageable: true for a list"],
    ),
    "# parameterSets, parameters, aliases, upload: only where they are not as the conventions have them; see graphlet explain",
    "help:",
    ...indented(
      call
        ? print({ description: `Calls ${call.method} ${call.path}.` })
        : ["description: # what it does, a sentence or more"],
    ),
    "# examples:",
    "#   - title: what one may want it for",
  ];
  return `${lines.join("\n")}\n`;
}

const blanks = [
  "method: # GET, POST, PATCH, PUT or DELETE",
  "path: # /users/{user-id}/messages, actions qualified as in microsoft.graph.send",
];

function bodyLines(method: string | undefined): string[] {
  if (method === "GET" || method === "DELETE") return ["# query: [$select, $expand]", "# headers: [If-Match]"];
  const advice = "# what is sent: a schema, or property: type";
  return method === undefined
    ? [`# body: { additionalProperties: true } ${advice}`]
    : ["body: { additionalProperties: true } " + advice];
}

/** A path that ends with `messages` gives messages, one that ends with the id of one gives that one. */
function guessReturned({ method, path }: { method: string; path: string }, model: Model): SpecMap | undefined {
  const literal = path.split("/").findLast((segment) => !segment.startsWith("{")) ?? "";
  const [last = "", ...before] = words(literal).toReversed();
  const wanted = [...before.toReversed(), singular(last)].join("");
  const schema = model.schemas.find(({ kind, name }) => kind === "object" && name.toLowerCase() === wanted);
  if (!schema || method === "DELETE") return undefined;
  const isList = method === "GET" && path.endsWith(literal) && singular(last) !== last;
  return isList ? { returns: `${schema.name}[]`, pageable: true } : { returns: schema.name };
}

function print(map: SpecMap): string[] {
  return printYaml(map).trimEnd().split("\n");
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
