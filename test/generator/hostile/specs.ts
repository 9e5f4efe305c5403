import { expect, test } from "vitest";
import { baseSpecs, codesOf, edit, type Files } from "../scenario.js";

/**
 * A hostile spec: its number in the project's list of attacks (most have hit another generator), what it is, the specs it
 * changes, and what refuses it, as `spec:line:col code`. Without a refusal it must load, text kept as it is: printing
 * prose and values safely is the encoders' work.
 */
export type Row = [number: number, input: string, specs: Files, ...refusals: string[]];

const files: Record<string, string> = {
  service: "service.yaml",
  identity: "identities/groups.yaml",
  page: "schemas/page.yaml",
  cmdlet: "cmdlets/New-MgGroupNotePage.yaml",
  other: "schemas/other.yaml",
};

/** The base specs with one text replaced. */
export function change(spec: string, from: string, to: string): Files {
  const file = files[spec]!;
  return { [file]: edit(baseSpecs[file]!, from, to) };
}

/** The base specs with lines more. */
export function append(spec: string, text: string): Files {
  const file = files[spec]!;
  return { [file]: `${baseSpecs[file]!}${text}` };
}

/** The base specs and a file more. */
export function other(text: string): Files {
  return { [files.other!]: text };
}

export const description = (text: string) => change("page", "A page of a note", JSON.stringify(text));
/** a property of another name */
export const property = (key: string) => change("page", "title:", `${key}:`);
export const values = (list: string) => other(`schema: other\nenum: ${list}\n`);
export const example = (text: string) => append("cmdlet", `examples:\n  - title: Add a page\n${text}`);

/** Runs rows; each fails alone. */
export function checkRows(rows: readonly Row[]): void {
  test.each(rows)("%i %s", (_, __, specs, ...refusals) => {
    const expected = refusals.map((refusal) => refusal.replace(/^\w+/, (spec) => files[spec]!));
    expect(codesOf(specs)).toEqual(expected);
  });
}
