import type { Diagnostic, DiagnosticCode } from "../diagnostics.js";
import type { Identity, Place, Schema, Service } from "../model.js";
import type { SpecKind } from "../spec.js";
import { didYouMean } from "../suggest.js";

export type Report = (
  code: DiagnosticCode,
  place: Place,
  message: string,
  more?: { help?: string | undefined; related?: Diagnostic["related"] },
) => void;

/** Whether a spec of that name exists but is broken: its own diagnostics suffice. There is one service, of any name. */
export type IsBroken = (kind: SpecKind, name: string | undefined) => boolean;

/** What all parts of the resolve stage share. */
export interface Context {
  report: Report;
  isBroken: IsBroken;
  service: Service;
  identities: ReadonlyMap<string, Identity>;
  /** grows by the inline bodies of the cmdlets */
  schemas: Map<string, Schema>;
}

/** Finds what a spec refers to by name, or reports that it is missing. */
export function refer<T>(
  context: Context,
  table: ReadonlyMap<string, T>,
  reference: { kind: SpecKind; name: string; code: DiagnosticCode; place: Place },
): T | undefined {
  const { kind, name, code, place } = reference;
  const found = table.get(name);
  if (found === undefined && !context.isBroken(kind, name)) {
    context.report(code, place, `no spec describes the ${kind} ${name}`, { help: didYouMean(name, table.keys()) });
  }
  return found;
}
