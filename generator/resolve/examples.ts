import { generatedParameters } from "../conventions/parameters.js";
import { keyPlaceAt, placeAt } from "../load/located.js";
import type { CallExample, Cmdlet, Example, SetParameter, WrittenExample } from "../model.js";
import type { CmdletSpec } from "../spec.js";
import { didYouMean } from "../suggest.js";
import type { Located } from "../validate.js";
import { boundSet, fittingSets } from "./binding.js";
import { checkExampleBody } from "./example-body.js";
import { refer, type Context } from "./context.js";
import { pathParametersOf } from "./operation.js";

/** The examples of a cmdlet; each must be a call that PowerShell would bind. */
export function resolveExamples(
  { spec, root }: Located<CmdletSpec>,
  cmdlets: ReadonlyMap<string, Cmdlet>,
  context: Context,
): Example[] {
  return (spec.examples ?? []).flatMap((stated, index): Example[] => {
    if (stated.blocks) return [{ kind: "written", title: stated.title, blocks: stated.blocks.map(writtenBlock) }];
    const at = (...path: PropertyKey[]) => placeAt(root, ["examples", index, ...path]);
    const name = stated.cmdlet ?? spec.cmdlet;
    const called = refer(context, cmdlets, {
      kind: "cmdlet",
      name,
      code: "example/unknown-cmdlet",
      place: at("cmdlet"),
    });
    if (!called) return [];
    const parameters = stated.parameters
      ? Object.entries(stated.parameters).map(([parameter, value]) => ({ name: parameter, value }))
      : pathVariables(called);
    const known = called.parameters.map((parameter) => parameter.name);
    const unknown = parameters.filter((parameter) => !known.includes(parameter.name));
    for (const parameter of unknown) {
      const place = keyPlaceAt(root, ["examples", index, "parameters", parameter.name]);
      const help = didYouMean(parameter.name, known);
      context.report("example/parameter", place, `${called.name} has no parameter ${parameter.name}`, { help });
    }
    const given = parameters.map((parameter) => parameter.name);
    if (stated.body) given.push(generatedParameters.body);
    if (unknown.length === 0) checkBinding(called, given, at(), context);
    if (stated.body) checkExampleBody(stated.body, called, { root, path: ["examples", index, "body"] }, context);
    const { title, comment, body } = stated;
    return [
      {
        kind: "call",
        title,
        cmdlet: called.name,
        module: called.module,
        ...(comment !== undefined && { comment }),
        parameters,
        ...(body && { body }),
      },
    ];
  });
}

type WrittenBlock = WrittenExample["blocks"][number];

function writtenBlock(block: { code: string; language?: string | undefined } | { text: string }): WrittenBlock {
  if ("text" in block) return { kind: "text", text: block.text };
  return { kind: "code", language: block.language ?? "", lines: block.code.split("\n") };
}

/** `-GroupId $groupId` for every path parameter, in path order. */
function pathVariables({ parameterSets: [{ operation, parameters }] }: Cmdlet): CallExample["parameters"] {
  return pathParametersOf(operation).flatMap((pathParameter) => {
    const isIt = ({ source }: SetParameter) => source.kind === "path" && source.pathParameter === pathParameter;
    const name = parameters.find(isIt)?.name;
    return name === undefined ? [] : [{ name, value: `$${name.charAt(0).toLowerCase()}${name.slice(1)}` }];
  });
}

function checkBinding(called: Cmdlet, given: readonly string[], place: Cmdlet["place"], context: Context): void {
  if (boundSet(called, given)) return;
  const fitting = fittingSets(called, given);
  const call = given.map((name) => `-${name}`).join(" ");
  const message = `${call} fits ${fitting.length === 0 ? "no parameter set" : fitting.map(({ name }) => name).join(" and ")} of ${called.name}`;
  context.report("example/parameter-set", place, message);
}
