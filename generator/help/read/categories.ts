import { byName, categories as ranks } from "../autorest-order.js";
import type { ParameterCategory } from "../help-page.js";
import type { ShownSet } from "./syntax.js";

const usual: Readonly<Record<string, ParameterCategory>> = {
  InputObject: "path",
  AdditionalProperties: "body",
  BodyParameter: "body",
  IfMatch: "header",
  ConsistencyLevel: "header",
  ...Object.fromEntries(
    "ExpandProperty Property Filter Search Skip Sort Top Count".split(" ").map((name) => [name, "query"]),
  ),
  ...Object.fromEntries(
    (
      "PassThru OutFile InFile All PageSize CountVariable Headers ResponseHeadersVariable ProgressAction Break " +
      "HttpPipelineAppend HttpPipelinePrepend Proxy ProxyCredential ProxyUseDefaultCredentials"
    )
      .split(" ")
      .map((name) => [name, "runtime"]),
  ),
};

/** more than any page needs on which sets agree about their parameters */
const maxRounds = 20;

/**
 * Where the values of a cmdlet's parameters go, those of Confirm and WhatIf apart. A page does not say it, but its names do, and the order of AutoRest's SYNTAX
 * blocks proves or corrects them.
 */
export function guessCategories(sets: readonly ShownSet[]): Map<string, ParameterCategory> {
  const guessed = categoriesByName(sets);
  const least = new Map([...guessed.keys()].map((name) => [name, 0]));
  const ordered = raise(guessed, sets) ?? raise(least, sets) ?? guessed;
  return named(ordered);
}

/** What the names say alone, for pages that keep the order of declaration. */
export function likelyCategories(sets: readonly ShownSet[]): Map<string, ParameterCategory> {
  return named(categoriesByName(sets));
}

function named(categories: ReadonlyMap<string, number>): Map<string, ParameterCategory> {
  return new Map([...categories].map(([name, rank]) => [name, ranks[rank] ?? "body"]));
}

function categoriesByName(sets: readonly ShownSet[]): Map<string, number> {
  const guessed = new Map<string, number>();
  const withBody = sets.some(({ parameters }) => parameters.some(({ name }) => usual[name] === "body"));
  const identified = sets.filter(({ parameters }) => parameters.some(({ name }) => name === "InputObject"));
  const replaced = new Set(identified.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  for (const { name, type, mandatory } of sets.flatMap(({ parameters }) => parameters)) {
    const isPath = mandatory && (type === "String" || type === "Int32") && !replaced.has(name);
    const category = Object.hasOwn(usual, name) ? usual[name] : isPath ? "path" : withBody ? "body" : "query";
    const rank = ranks.indexOf(category ?? "body");
    guessed.set(name, Math.min(rank, guessed.get(name) ?? rank));
  }
  return guessed;
}

/** The lowest categories from `start` upwards with which the blocks stand in AutoRest's order; none if there are none. */
function raise(start: ReadonlyMap<string, number>, sets: readonly ShownSet[]): Map<string, number> | undefined {
  const categories = new Map(start);
  const neighbours = sets.flatMap(({ parameters }) =>
    parameters.flatMap((after, at) => {
      const before = parameters[at - 1];
      if (!before || before.positional || before.mandatory !== after.mandatory) return [];
      return [{ before: before.name, after: after.name, step: byName(before.name, after.name) > 0 ? 1 : 0 }];
    }),
  );
  for (let round = 0; round < maxRounds; round += 1) {
    let changed = false;
    for (const { before, after, step } of neighbours) {
      const least = (categories.get(before) ?? 0) + step;
      if ((categories.get(after) ?? 0) >= least) continue;
      if (least >= ranks.length) return undefined;
      categories.set(after, least);
      changed = true;
    }
    if (!changed) return categories;
  }
  return undefined;
}
