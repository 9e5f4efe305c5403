import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseDocument, stringify } from "yaml";
import { diagnosticCodes } from "../../../generator/diagnostics.js";
import { buildModel } from "../../../generator/load-model.js";
import { formatDiagnostics } from "../../../generator/report/print.js";
import { baseSpecs } from "../scenario.js";

const fileOf = (path: string, bytes: Uint8Array) => ({ path, bytes });
const encode = (text: string) => new TextEncoder().encode(text);

/** Whatever the specs: a model, or complaints with known codes at places that exist, which can be printed. */
function isSound(specs: Record<string, Uint8Array>): boolean {
  const built = buildModel(Object.entries(specs).map(([path, bytes]) => fileOf(path, bytes)));
  if ("model" in built) return true;
  const placed = built.diagnostics.every(({ code, place: { file, line, column } }) => {
    const text = file === "." ? "" : built.sources.get(file)?.split("\n")[line - 1];
    return Object.hasOwn(diagnosticCodes, code) && text !== undefined && column <= text.length + 1;
  });
  const report = formatDiagnostics(built.diagnostics, built);
  const printable = !/undefined|\[object|[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.test(report);
  return built.diagnostics.length > 0 && placed && printable;
}

const base = Object.fromEntries(Object.entries(baseSpecs).map(([path, text]) => [path, encode(text)]));
const nasty = fc.constantFrom(..."'\"`\\${}/*<>&|#\n\u2028\u202e\ud800\0: -[]{}?!%@,\t".split(""));
const text = fc.oneof(
  fc.string(),
  fc.array(fc.oneof(nasty, fc.string({ maxLength: 3 }))).map((parts) => parts.join("")),
);
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("tree"), { maxLength: 4 }),
    fc.dictionary(text, tie("tree"), { maxKeys: 4 }),
  ),
}));

const place = fc.constantFrom(...Object.entries(baseSpecs).flatMap(([file, content]) => placesOf(file, content)));

const inMap = place.filter(({ path }) => typeof path.at(-1) === "string");

test.each<[string, fc.IRawProperty<unknown>]>([
  ["bytes", fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => isSound({ ...base, "x.yaml": bytes }))],
  [
    "texts of signs that mean something to YAML",
    fc.property(text, (content) => isSound({ ...base, "x.yaml": encode(content) })),
  ],
  [
    "any value in any place of a spec",
    fc.property(place, tree, ({ file, path }, value) => isSound(withValue(file, path, value))),
  ],
  [
    "the value of another place",
    fc.property(place, place, ({ file, path }, { value }) => isSound(withValue(file, path, value))),
  ],
  ["a missing key", fc.property(inMap, ({ file, path }) => isSound(without(file, path)))],
  [
    "any key in any place",
    fc.property(inMap, text, ({ file, path, value }, key) =>
      isSound(without(file, path, [...path.slice(0, -1), key], value)),
    ),
  ],
])("%s: a model or complaints, never an exception", (_, property) => {
  expect(fc.check(property, { numRuns: 150 })).toMatchObject({ failed: false });
});

function withValue(file: string, path: SpecPlace["path"], value: unknown): Record<string, Uint8Array> {
  const document = parseDocument(baseSpecs[file]!);
  document.setIn(path, value);
  return { ...base, [file]: encode(stringify(document)) };
}

/** The base specs without one value, and perhaps with another. */
function without(file: string, path: SpecPlace["path"], other?: SpecPlace["path"], value?: unknown) {
  const document = parseDocument(baseSpecs[file]!);
  document.deleteIn(path);
  if (other) document.setIn(other, value);
  return { ...base, [file]: encode(stringify(document)) };
}

interface SpecPlace {
  file: string;
  path: (string | number)[];
  value: unknown;
}

function placesOf(file: string, content: string): SpecPlace[] {
  const visit = (value: unknown, path: (string | number)[]): SpecPlace[] => {
    if (typeof value !== "object" || value === null) return [{ file, path, value }];
    const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
    const inner = entries.flatMap(([key, child]) => visit(child, [...path, key]));
    return path.length > 0 ? [{ file, path, value }, ...inner] : inner;
  };
  return visit(parseDocument(content).toJS(), []);
}
