import { namesOfOperation, type NamingOptions } from "../conventions/cmdlet-names.js";
import { VariantNumbers, variantsOf } from "../conventions/variants.js";
import type { ApiOperation, ApiSchema } from "./api-document.js";
import { type CommandParameter, parameterReader } from "./command-parameters.js";

/** A variant on its way to a set of a cmdlet. Directives change commands one by one; those of one name are then one cmdlet. */
export interface Command {
  verb: string;
  subjectPrefix: string;
  subject: string;
  /** name of the set, with a digit where the cmdlet has two of that name */
  variant: string;
  viaIdentity: boolean;
  expanded: boolean;
  operation: ApiOperation;
  /** of the API version that is imported, not of the one it was generated together with */
  own: boolean;
  hidden: boolean;
  aliases: string[];
  description?: string;
  parameters: CommandParameter[];
  /** words of the method that its name was made without */
  lost: readonly string[];
}

export interface CommandOptions extends NamingOptions {
  subjectPrefix?: string;
  /** of the document, by spec name */
  schemas?: ReadonlyMap<string, ApiSchema>;
}

/** What is generated into one module: the operations of one or two API versions. */
export type ApiVersions = readonly { operations: readonly ApiOperation[]; own: boolean }[];

/**
 * The commands of operations in the order AutoRest makes them: it numbers the operations of all versions and sorts the numbers
 * as text, so that 10 stands before 2. Names of sets that are taken get digits.
 */
export function makeCommands(versions: ApiVersions, options: CommandOptions): Command[] {
  const inOrder = versions
    .flatMap(({ operations, own }) => operations.map((operation) => ({ operation, own })))
    .map((entry, number) => ({ ...entry, number: String(number) }))
    .toSorted((a, b) => (a.number < b.number ? -1 : Number(a.number > b.number)));
  const parametersOf = parameterReader(options.schemas);
  const numbers = new VariantNumbers();
  const commands: Command[] = [];
  for (const { operation, own } of inOrder) {
    for (const { verb, subject, action, lost } of namesOfOperation(operation.operationId, operation.method, options)) {
      const expandableBody = operation.body !== undefined && operation.body.kind !== "content";
      const pathParameters = operation.parameters.some((parameter) => parameter.in === "path");
      for (const { name, viaIdentity, expanded } of variantsOf({ action, expandableBody, pathParameters })) {
        commands.push({
          verb,
          subjectPrefix: options.subjectPrefix ?? "",
          subject,
          variant: numbers.number(`${verb}-${subject}`, name),
          viaIdentity,
          expanded,
          operation,
          own,
          hidden: false,
          aliases: [],
          parameters: parametersOf(operation, { viaIdentity, expanded }),
          lost,
        });
      }
    }
  }
  return commands;
}
