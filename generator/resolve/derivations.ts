import { keyPlaceAt, placeAt } from "../load/located.js";
import type { Cmdlet, Derivation, ObjectSchema, Parameter } from "../model.js";
import type { InheritedCmdlet, Stated } from "./inherit.js";
import type { DerivedParameter } from "./parameters.js";

/** What a cmdlet is and why, for `graphlet explain`. */
export function describeCmdlet(
  cmdlet: Cmdlet,
  inherited: InheritedCmdlet,
  derived: readonly DerivedParameter[],
  body: ObjectSchema | undefined,
): Derivation[] {
  const { operation, parameterSets, identity, upload } = cmdlet;
  const { root } = inherited;
  const prefix = { rule: "prefix of the noun", place: placeAt(root, ["cmdlet"]) };
  const derivations: (Derivation | undefined)[] = [
    { subject: "API version", value: cmdlet.apiVersion, ...prefix },
    fromSpec("method", operation.method, inherited.method),
    { subject: "path", value: operation.path, rule: stated, place: placeAt(root, ["operation", "path"]) },
    body && {
      subject: "body",
      value: body.dotnetName,
      rule: "inline body: named by its place in the API description",
      place: body.place,
    },
    fromSpec("required", operation.requires.join(", "), inherited.requires),
    fromSpec("response", cmdlet.help.outputs.join(), inherited.returns),
    identity === undefined
      ? undefined
      : { subject: "identity", value: identity, rule: stated, place: placeAt(root, ["identity"]) },
    fromSpec("parameter sets", listSets(parameterSets), inherited.parameterSets) ?? {
      subject: "parameter sets",
      value: listSets(parameterSets),
      rule: "action of the path or verb; body; path parameters; identity",
      place: keyPlaceAt(root, ["operation"]),
    },
    upload && fromSpec("upload", `${upload.dialect}, the file is described by ${upload.item}`, inherited.upload),
    ...cmdlet.parameters.map((parameter): Derivation | undefined => {
      const source = derived.find((candidate) => candidate.parameter.name === parameter.name);
      return (
        source && {
          subject: `parameter ${parameter.name}`,
          value: describeParameter(parameter),
          rule: source.rule,
          place: source.place,
        }
      );
    }),
    fromSpec("description", firstSentence(cmdlet.help.description), inherited.description),
  ];
  return derivations.filter((derivation) => derivation !== undefined);
}

const stated = "stated in the spec";

function fromSpec(subject: string, value: string, source: Stated<unknown> | undefined): Derivation | undefined {
  if (!source) return undefined;
  const rule = source.from === undefined ? stated : `taken over from ${source.from}`;
  return { subject, value, rule, place: placeAt(source.root, source.path) };
}

function listSets(sets: Cmdlet["parameterSets"]): string {
  return sets.map(({ name }) => name).join(", ");
}

function describeParameter(parameter: Parameter): string {
  const { type, mandatory, pipeline, sets, aliases, description } = parameter;
  const facts = [
    type.dotnetName,
    mandatory ? "mandatory" : "optional",
    sets.length > 0 ? `in ${sets.join(", ")}` : "in every set",
    ...(pipeline ? ["from the pipeline"] : []),
    ...(aliases.length > 0 ? [`alias ${aliases.join(", ")}`] : []),
    JSON.stringify(firstSentence(description)),
  ];
  return facts.join("; ");
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s/, 1)[0] ?? text;
}
