import type { ScalarType } from "../model.js";
import { pascal, words } from "./words.js";

/** `conversationThread-id` -> `ConversationThreadId`; the same for body properties. */
export function parameterNameOf(wireName: string): string {
  return pascal(words(wireName));
}

/** The text of a path parameter: ids say of what, parameters of functions how they are used in the path. */
export function describePathParameter(pathParameter: string, type: ScalarType): string {
  const id = /^(.+)-id\d*$/.exec(pathParameter);
  if (id) return `The unique identifier of ${id[1]}`;
  const value = `{${pathParameter}}`;
  return `Usage: ${pathParameter}=${type === "string" ? `'${value}'` : value}`;
}

/** Parameters no spec mentions: aliases are PowerShell's. */
export const generatedParameters = {
  additionalProperties: "AdditionalProperties",
  body: "BodyParameter",
  identity: "InputObject",
  confirm: { name: "Confirm", alias: "cf" },
  whatIf: { name: "WhatIf", alias: "wi" },
} as const;
