import { describePathParameter } from "../conventions/parameters.js";
import type { Place } from "../model.js";
import type { ApiOperation, ApiSchema } from "./api-document.js";
import { assembleCmdlet, type ModuleContext } from "./assemble-cmdlet.js";
import { assembleIdentity, identityField, pathParametersOf } from "./assemble-identity.js";
import { assembleSchema } from "./assemble-schema.js";
import type { ImportedCmdlet } from "./imported-cmdlet.js";
import type { ImportedSpec } from "./imported-spec.js";
import { reachableSchemas } from "./reachable-schemas.js";

/** What is imported as one module of one API version. */
export interface ModuleSource {
  /** `Microsoft.Graph.Mail` */
  module: string;
  /** whose schemas are that version's only; absent for v1.0, whose schemas are everybody's */
  schemaVersion: string | undefined;
  cmdlets: readonly ImportedCmdlet[];
  schemas: ReadonlyMap<string, ApiSchema>;
  /** all the module keeps, in document order, then those of further documents: what its identity is made of */
  operations: readonly ApiOperation[];
  /** path parameters of one name get digits in the identity */
  numberedFields: boolean;
  /** upload dialects the service knows hosts for */
  uploadDialects: ReadonlySet<string>;
}

/** A module as specs: its identity, its cmdlets, the schemas they need. */
export function assembleModule(source: ModuleSource): ImportedSpec[] {
  const { module, cmdlets, schemas, operations, uploadDialects } = source;
  const called = new Set(cmdlets.flatMap(({ sets }) => sets.map(({ operation }) => operation)));
  const identity = assembleIdentity(module, operations, source.numberedFields);
  const context: ModuleContext = {
    module,
    identity: identity?.identity,
    pathTexts: textsOf(operations),
    schemas,
    uploadDialects,
  };
  return [
    ...(identity ? [{ kind: "identity", spec: identity, place: placeOf(operations) } as const] : []),
    ...reachableSchemas(called, schemas).map((schema) => {
      return { kind: "schema", spec: assembleSchema(schema, source.schemaVersion), place: schema.place } as const;
    }),
    ...cmdlets.map((cmdlet) => {
      const place = placeOf(cmdlet.sets.map(({ operation }) => operation));
      return { kind: "cmdlet", spec: assembleCmdlet(cmdlet, context), place } as const;
    }),
  ];
}

/** What the identity says of each path parameter, by its name in lower case. */
function textsOf(operations: readonly ApiOperation[]): ReadonlyMap<string, string> {
  return new Map(
    [...pathParametersOf(operations)].map(([key, parameter]) => {
      const { type = "string", description = describePathParameter(parameter.name, type) } = identityField(parameter);
      return [key, description];
    }),
  );
}

function placeOf([first]: readonly ApiOperation[]): Place {
  return first?.place ?? { file: ".", line: 1, column: 1 };
}
