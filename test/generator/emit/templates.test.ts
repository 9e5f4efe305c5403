import { readFileSync, readdirSync } from "node:fs";
import Handlebars from "handlebars";
import { describe, expect, test } from "vitest";
import { blocks } from "../../../generator/emit/blocks.js";
import { EncodeError, encoders } from "../../../generator/emit/encoders.js";
import { render } from "../../../generator/emit/templates.js";

const files = readdirSync("templates", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".hbs"));

describe("templates print through encoders only", () => {
  test.each(files)("%s", (file) => expect(problems(readFileSync(`templates/${file}`, "utf8"))).toEqual([]));

  test.each([
    ["a bare mustache", "{{name}}", "name"],
    ["no escaping", "{{{str name}}}", "{{{ str"],
    ["no escaping by &", "{{& name}}", "{{{ name"],
    ["a dynamic partial", "{{> (lookup . 'x')}}", "dynamic partial"],
    ["an unknown block", "{{#with name}}{{/with}}", "with"],
    ["a decorator", "{{* name}}", "Decorator"],
    ["a partial block", "{{#> x}}{{/x}}", "PartialBlockStatement"],
    ["a sub-expression", "{{str (lookup . name)}}", "lookup"],
    ["inside a block", "{{#if a}}{{else}}{{name}}{{/if}}", "name"],
  ])("the check finds %s", (_, template, problem) => expect(problems(template)).toEqual([problem]));
});

/** What a template does that could let a text through unencoded. */
function problems(template: string): string[] {
  return Handlebars.parse(template).body.flatMap(check);
}

type Node = hbs.AST.Statement;

function check(node: Node): string[] {
  switch (node.type) {
    case "ContentStatement":
    case "CommentStatement":
      return [];
    case "MustacheStatement": {
      const { path, params, escaped } = node as hbs.AST.MustacheStatement;
      const name = "original" in path ? String(path.original) : path.type;
      if (!escaped) return [`{{{ ${name}`];
      return Object.hasOwn(encoders, name) ? params.flatMap(checkParameter) : [name];
    }
    case "BlockStatement": {
      const { path, params, program, inverse } = node as hbs.AST.BlockStatement;
      const name = String(path.original);
      const known = Object.hasOwn(blocks, name) || ["if", "unless", "each"].includes(name);
      const inner = [program, inverse].flatMap((part) => part?.body ?? []);
      return [...(known ? [] : [name]), ...params.flatMap(checkParameter), ...inner.flatMap(check)];
    }
    case "PartialStatement":
      return (node as hbs.AST.PartialStatement).name.type === "PathExpression" ? [] : ["dynamic partial"];
    default:
      return [node.type];
  }
}

function checkParameter(node: hbs.AST.Expression): string[] {
  return node.type === "SubExpression" ? [String((node as hbs.AST.SubExpression).path.original)] : [];
}

describe("render", () => {
  test("a text that is missing is an error, not a gap", () => {
    expect(() => render("mg.ts", { header: "x" })).toThrow(EncodeError);
  });

  test("a number is no text", () => {
    expect(() => render("mg.ts", { header: "x", version: 1 })).toThrow(EncodeError);
  });

  test("data is never a template", () => {
    expect(render("mg.ts", { header: "{{version}}", version: "{{header}}" })).toContain('version: "{{header}}"');
  });
});
