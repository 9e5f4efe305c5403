import { type Class, type Declaration, type Expression, type Program, parseSync } from "oxc-parser";
import type { OutputFile } from "./emit/emit.js";
import { InternalError } from "./internal-error.js";
import type { Artefact } from "./lower/artefact.js";

/**
 * Proves that a printed TypeScript file parses, declares exactly the names its artefact says, imports aside, and does
 * nothing when it is imported unless it is a program. So no text of a spec has become code of its own.
 * @throws InternalError
 */
export function verify(artefact: Artefact, { path, text }: OutputFile): void {
  const { declares } = artefact;
  if (!declares) return;
  const { errors, program } = parseSync(path, text, { sourceType: "module" });
  if (errors[0]) throw new InternalError(artefact, errors[0].message);

  const found = topLevel(program);
  const [action] = found.actions;
  if (action && !declares.program)
    throw new InternalError(artefact, `acts when imported: ${text.slice(action.start, action.end)}`);
  compare(artefact, "exports", found.exports, declares.exports);
  compare(artefact, "declares", found.locals, declares.locals ?? []);
  const names = [...found.imports, ...found.locals, ...found.exports];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new InternalError(artefact, `has two things called ${twice}`);
}

function compare(artefact: Artefact, verb: string, found: readonly string[], expected: readonly string[]): void {
  const surplus = found.filter((name) => !expected.includes(name));
  const missing = expected.filter((name) => !found.includes(name));
  if (surplus.length > 0) throw new InternalError(artefact, `${verb} ${surplus.join(", ")} too`);
  if (missing.length > 0) throw new InternalError(artefact, `${verb} no ${missing.join(", ")}`);
}

interface TopLevel {
  imports: string[];
  locals: string[];
  exports: string[];
  /** statements that do something when the module is evaluated */
  actions: { start: number; end: number }[];
}

function topLevel(program: Program): TopLevel {
  const found: TopLevel = { imports: [], locals: [], exports: [], actions: [] };
  for (const statement of program.body) {
    switch (statement.type) {
      case "ImportDeclaration":
        found.imports.push(...statement.specifiers.map(({ local }) => local.name));
        break;
      case "ExportNamedDeclaration":
        if (statement.declaration?.type === "TSDeclareFunction") break; // a further signature of a function
        if (statement.declaration) declare(statement.declaration, found.exports, found);
        else
          found.exports.push(
            ...statement.specifiers.map(({ exported }) => ("name" in exported ? exported.name : exported.value)),
          );
        break;
      case "VariableDeclaration":
      case "FunctionDeclaration":
      case "ClassDeclaration":
      case "TSInterfaceDeclaration":
      case "TSTypeAliasDeclaration":
        declare(statement, found.locals, found);
        break;
      default:
        found.actions.push(statement);
    }
  }
  return found;
}

function declare(declaration: Declaration, names: string[], { actions }: TopLevel): void {
  if (declaration.type === "VariableDeclaration") {
    for (const { id, init } of declaration.declarations) {
      if (id.type === "Identifier") names.push(id.name);
      if (id.type !== "Identifier" || !init || !isInert(init)) actions.push(declaration);
    }
  } else if ("id" in declaration && declaration.id && "name" in declaration.id) {
    names.push(declaration.id.name);
    if (declaration.type === "ClassDeclaration" && !hasOnlyMethods(declaration)) actions.push(declaration);
  } else actions.push(declaration);
}

/** Literals, names, functions, and objects and arrays of them. */
function isInert(expression: Expression): boolean {
  switch (expression.type) {
    case "Literal":
    case "Identifier":
    case "ArrowFunctionExpression":
      return true;
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return isInert(expression.expression);
    case "ArrayExpression":
      return expression.elements.every((each) => each && each.type !== "SpreadElement" && isInert(each));
    case "ObjectExpression":
      return expression.properties.every((each) => each.type === "Property" && isInert(each.value));
    default:
      return false;
  }
}

function hasOnlyMethods({ body: { body } }: Class): boolean {
  return body.every((member) => member.type === "MethodDefinition" && !member.computed && !member.static);
}
