import { enumerations } from "./complex-types.js";
import { type Token, invalidFilter, readFilterTokens } from "./filter-tokens.js";
import { compareValues, readProperty, resolvePropertyPath, toComparable } from "./property-path.js";

/** A `$filter`, read. */
export interface Filter {
  /** @param read gives the value of a property */
  readonly matches: (read: (name: string) => unknown) => boolean;
  /** properties in the order they are named in */
  readonly properties: readonly string[];
  /** operators that the directory knows in advanced queries only */
  readonly advanced: boolean;
}

/** What stands on one side of a comparison. */
interface Operand {
  readonly read: (scope: Scope) => unknown;
  /** of EDM, or an enumeration; undefined: null */
  readonly type: string | undefined;
  /** of a literal that is one */
  readonly text?: string;
}

/** Where names lead: the entity's properties, and values by the variable that stands for them. */
interface Scope {
  readonly read: (name: string) => unknown;
  readonly variables: ReadonlyMap<string, unknown>;
}
type Predicate = (scope: Scope) => boolean;

const comparisons: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ["eq", (order: number) => order === 0],
  ["ne", (order: number) => order !== 0],
  ["gt", (order: number) => order > 0],
  ["ge", (order: number) => order >= 0],
  ["lt", (order: number) => order < 0],
  ["le", (order: number) => order <= 0],
]);

const functions: ReadonlyMap<string, (text: string, part: string) => boolean> = new Map([
  ["startswith", (text: string, part: string) => text.startsWith(part)],
  ["endswith", (text: string, part: string) => text.endsWith(part)],
  ["contains", (text: string, part: string) => text.includes(part)],
]);

const advancedOperators = new Set(["ne", "not", "endswith", "contains", "gt", "lt"]);

/**
 * @param properties types of the properties it may name
 * @param typeName of the entities, for messages
 * @throws ServiceError filterInvalid
 */
export function readFilter(text: string, properties: Readonly<Record<string, string>>, typeName: string): Filter {
  const reader = new FilterReader(text, properties, typeName);
  const predicate = reader.readAll();
  return {
    matches: (read) => predicate({ read, variables: new Map() }),
    properties: [...reader.named],
    advanced: [...reader.operators].some((operator) => advancedOperators.has(operator)),
  };
}

/** Reads by descent: `or` binds loosest, then `and`, then `not`. */
class FilterReader {
  readonly named = new Set<string>();
  readonly operators = new Set<string>();
  readonly #tokens: readonly Token[];
  /** types of the variables in scope */
  readonly #variables = new Map<string, string>();
  #at = 0;
  #depth = 0;

  constructor(
    readonly text: string,
    readonly properties: Readonly<Record<string, string>>,
    readonly typeName: string,
  ) {
    this.#tokens = readFilterTokens(text);
  }

  readAll(): Predicate {
    const predicate = this.#readOr();
    if (this.#peek().kind !== "end") throw this.#unexpected();
    return predicate;
  }

  #readOr(): Predicate {
    const parts = [this.#readAnd()];
    while (this.#takeWord("or")) parts.push(this.#readAnd());
    return (scope) => parts.some((part) => part(scope));
  }

  #readAnd(): Predicate {
    const parts = [this.#readNot()];
    while (this.#takeWord("and")) parts.push(this.#readNot());
    return (scope) => parts.every((part) => part(scope));
  }

  #readNot(): Predicate {
    this.#depth += 1;
    if (this.#depth > 100) throw invalidFilter("The node count limit of '100' has been exceeded.");
    const predicate = this.#takeWord("not") ? negate(this.#readNot()) : this.#readTerm();
    this.#depth -= 1;
    return predicate;
  }

  #readTerm(): Predicate {
    if (this.#takeMark("(")) {
      const inner = this.#readOr();
      this.#expectMark(")");
      return inner;
    }
    const { kind, text } = this.#peek();
    const call = kind === "name" && this.#peek(1).text === "(" ? functions.get(text.toLowerCase()) : undefined;
    if (call !== undefined) return this.#readCall(text.toLowerCase(), call);
    const start = this.#at;
    const operand = this.#readOperand();
    if (typeof operand === "function") return operand;
    return this.#readComparison(operand, start);
  }

  #readCall(name: string, call: (text: string, part: string) => boolean): Predicate {
    this.operators.add(name);
    this.#at += 1;
    this.#expectMark("(");
    const [whole, part] = [this.#readValue(), (this.#expectMark(","), this.#readValue())];
    this.#expectMark(")");
    for (const { type } of [whole, part]) {
      if (type !== "String" && !Object.hasOwn(enumerations, type ?? "")) {
        throw invalidFilter(
          `No function signature for the function with name '${name}' matches the specified arguments.`,
        );
      }
    }
    const test: Predicate = (scope) => {
      const [text, sought] = [whole, part].map(({ read }) => read(scope));
      return typeof text === "string" && call(text.toLowerCase(), String(sought).toLowerCase());
    };
    // `contains(…) eq true` is written, too
    if (!this.#takeWord("eq")) return test;
    const wanted = this.#next().text.toLowerCase();
    if (wanted !== "true" && wanted !== "false") throw this.#unexpected();
    return wanted === "true" ? test : negate(test);
  }

  #readComparison(left: Operand, start: number): Predicate {
    const operator = this.#peek().text.toLowerCase();
    if (operator === "in" && this.#peek().kind === "name") return this.#readIn(left);
    const compare = this.#peek().kind === "name" ? comparisons.get(operator) : undefined;
    if (compare === undefined) {
      if (left.type === "Boolean") return (scope) => left.read(scope) === true;
      if (this.#peek().kind !== "end" && this.#peek().text !== ")") throw this.#unexpected();
      throw invalidFilter(
        `The $filter expression must evaluate to a single boolean value, at position ${this.#tokens[start]?.at ?? 0} in '${this.text}'.`,
      );
    }
    this.operators.add(operator);
    this.#at += 1;
    const right = this.#readValue();
    const type = this.#agree(left, right, operator);
    return (scope) => {
      const [one, other] = [left, right].map(({ read }) => toComparable(read(scope), type));
      // nothing is neither more nor less than anything
      if ((one ?? null) === null || (other ?? null) === null) {
        return operator === "eq" ? one === other : operator === "ne" && one !== other;
      }
      return compare(compareValues(one ?? null, other ?? null));
    };
  }

  #readIn(left: Operand): Predicate {
    this.#at += 1;
    this.#expectMark("(");
    const members = [this.#readValue()];
    while (this.#takeMark(",")) members.push(this.#readValue());
    this.#expectMark(")");
    const types = members.map((member) => this.#agree(left, member, "in"));
    return (scope) =>
      members.some(({ read }, index) => {
        const type = types[index] ?? "String";
        return toComparable(left.read(scope), type) === toComparable(read(scope), type);
      });
  }

  #readValue(): Operand {
    const operand = this.#readOperand();
    if (typeof operand === "function") throw this.#unexpected();
    return operand;
  }

  /** A literal, a property, or `any` and `all` of a collection, which are conditions. */
  #readOperand(): Operand | Predicate {
    const token = this.#next();
    switch (token.kind) {
      case "text":
        return literal(token.text, "String");
      case "number":
        return literal(Number(token.text), "Double");
      case "time":
        return literal(token.text, "DateTimeOffset");
      case "guid":
        return literal(token.text, "Guid");
      case "name":
        break;
      default:
        this.#at -= 1;
        throw this.#unexpected();
    }
    if (/^(true|false)$/i.test(token.text)) return literal(token.text.toLowerCase() === "true", "Boolean");
    if (token.text.toLowerCase() === "null") return literal(null, undefined);
    return this.#readPath(token.text);
  }

  #readPath(first: string): Operand | Predicate {
    const names = [first];
    while (this.#takeMark("/")) {
      const { text } = this.#next();
      if (this.#peek().text === "(" && /^(any|all)$/i.test(text)) return this.#readLambda(names, text.toLowerCase());
      names.push(text);
    }
    const { type, read } = this.#resolve(names);
    return { type, read };
  }

  #readLambda(names: readonly string[], quantifier: string): Predicate {
    const { type, read } = this.#resolve(names);
    if (!type.endsWith("[]")) throw invalidFilter(`${quantifier} may only be used following a collection.`);
    this.operators.add(quantifier);
    this.#expectMark("(");
    const values = (scope: Scope): unknown[] => [read(scope) ?? []].flat();
    if (this.#takeMark(")")) return (scope) => values(scope).length > 0;
    const inner = this.#next().text;
    this.#expectMark(":");
    this.#variables.set(inner, type.slice(0, -2));
    const predicate = this.#readOr();
    this.#variables.delete(inner);
    this.#expectMark(")");
    const holds = (scope: Scope) => (value: unknown) =>
      predicate({ ...scope, variables: new Map([...scope.variables, [inner, value]]) });
    return (scope) => (quantifier === "any" ? values(scope).some(holds(scope)) : values(scope).every(holds(scope)));
  }

  #resolve(names: readonly string[]): Operand & { readonly type: string } {
    const [first = "", ...rest] = names;
    const type = this.#variables.get(first);
    if (type !== undefined && rest.length === 0) return { type, read: ({ variables }) => variables.get(first) };
    const path = resolvePropertyPath(type === undefined ? this.properties : { [first]: type }, this.typeName, names);
    if ("unknown" in path) {
      throw invalidFilter(`Could not find a property named '${path.unknown}' on type 'microsoft.graph.${path.of}'.`);
    }
    const [name = "", ...inner] = path.names;
    if (type === undefined) this.named.add(path.names.join("/"));
    return {
      type: path.type,
      read: ({ read, variables }) => readProperty(type === undefined ? read(name) : variables.get(name), inner),
    };
  }

  /** @returns the type to compare two operands by; null goes with any */
  #agree(left: Operand, right: Operand, operator: string): string {
    const [one, other] = left.text === undefined ? [left, right] : [right, left];
    if (one.type === undefined || other.type === undefined) return one.type ?? other.type ?? "String";
    const members = enumerations[one.type];
    if (members !== undefined && other.text !== undefined) {
      if (members.some((member) => member.toLowerCase() === other.text?.toLowerCase())) return one.type;
      throw invalidFilter(`The string '${other.text}' is not a valid enumeration type constant.`);
    }
    if (toFamily(one.type) === toFamily(other.type)) return one.type;
    throw invalidFilter(
      `A binary operator with incompatible types was detected. Found operand types 'Edm.${left.type}' and 'Edm.${right.type}' for operator kind '${operator}'.`,
    );
  }

  #peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? { kind: "end", text: "", at: this.text.length };
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #takeWord(word: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== "name" || text.toLowerCase() !== word) return false;
    if (word === "not") this.operators.add(word);
    this.#at += 1;
    return true;
  }

  #takeMark(mark: string): boolean {
    const { kind, text } = this.#peek();
    if (kind !== "mark" || text !== mark) return false;
    this.#at += 1;
    return true;
  }

  #expectMark(mark: string): void {
    if (!this.#takeMark(mark)) throw this.#unexpected();
  }

  #unexpected(): Error {
    return invalidFilter(`Syntax error at position ${this.#peek().at} in '${this.text}'.`);
  }
}

function negate(predicate: Predicate): Predicate {
  return (scope) => !predicate(scope);
}

function literal(value: unknown, type: string | undefined): Operand {
  return { type, read: () => value, ...(typeof value === "string" ? { text: value } : {}) };
}

const families: Readonly<Record<string, string>> = {
  Int32: "number",
  Int64: "number",
  Double: "number",
  DateTimeOffset: "time",
  Date: "time",
  Boolean: "truth",
};

function toFamily(type: string): string {
  return families[type] ?? (type.endsWith("[]") ? "collection" : Object.hasOwn(enumerations, type) ? type : "text");
}
