import { keyPlaceAt, placeAt } from "../load/located.js";
import type { Cmdlet, Derivation, Operation, Parameter, Schema } from "../model.js";
import type { InheritedCmdlet, InheritedOperation, Stated } from "./inherit.js";
import type { DerivedParameter } from "./merge-parameters.js";
import { schemaOf } from "./schemas.js";

/** What a cmdlet is and why, for `graphlet explain`. */
export function describeCmdlet(
  cmdlet: Cmdlet,
  inherited: InheritedCmdlet,
  derived: readonly DerivedParameter[],
  schemas: ReadonlyMap<string, Schema>,
): Derivation[] {
  const { identity, upload } = cmdlet;
  const { root } = inherited;
  const prefix = { rule: "prefix of the noun", place: placeAt(root, ["cmdlet"]) };
  const derivations: (Derivation | undefined)[] = [
    { subject: "API version", value: cmdlet.apiVersion, ...prefix },
    ...cmdlet.operations.flatMap((operation, index) => {
      const source = inherited.operations[index];
      return source ? describeOperation(operation, source, cmdlet, inherited, schemas) : [];
    }),
    identity === undefined
      ? undefined
      : { subject: "identity", value: identity, rule: stated, place: placeAt(root, ["identity"]) },
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

function describeOperation(
  operation: Operation,
  source: InheritedOperation,
  cmdlet: Cmdlet,
  { root }: InheritedCmdlet,
  schemas: ReadonlyMap<string, Schema>,
): (Derivation | undefined)[] {
  const { body } = operation;
  const schema = body?.kind === "json" ? schemaOf(schemas, body.schema) : undefined;
  const sets = cmdlet.parameterSets.filter((set) => set.operation === operation);
  return [
    fromSpec("method", operation.method, source.method),
    { subject: "path", value: operation.path, rule: stated, place: placeAt(root, [...source.at, "path"]) },
    schema?.inline
      ? {
          subject: "body",
          value: schema.dotnetName,
          rule: "inline body: named by its place in the API description",
          place: schema.place,
        }
      : fromSpec("body", schema?.dotnetName ?? "", source.body),
    fromSpec("body", source.sends?.value ?? "", source.sends),
    fromSpec("required", operation.requires.join(", "), source.requires),
    fromSpec("response", cmdlet.help.outputs.join(), source.returns),
    fromSpec("response", source.receives?.value ?? "", source.receives),
    fromSpec("parameter sets", listSets(sets), source.parameterSets) ?? {
      subject: "parameter sets",
      value: listSets(sets),
      rule: "action of the path or verb; body; path parameters; identity",
      place: keyPlaceAt(root, source.at),
    },
  ];
}

function fromSpec(subject: string, value: string, source: Stated<unknown> | undefined): Derivation | undefined {
  if (!source) return undefined;
  const rule = source.from === undefined ? stated : `taken over from ${source.from}`;
  return { subject, value, rule, place: placeAt(source.root, source.path) };
}

function listSets(sets: readonly { name: string }[]): string {
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
