import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseSync } from "oxc-parser";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

/** room -> rooms and packages its files may import, besides its own */
const allowed: Record<string, (string | RegExp)[]> = {
  "runtime/upload": [],
  "runtime/upload/node": ["runtime/upload", /^node:/],
  "runtime/upload/web": ["runtime/upload"],
  "runtime/cmdlet": [],
  "runtime/graph": ["runtime/upload", "runtime/cmdlet", /^@microsoft\/kiota-/],
  "runtime/shell": [
    "runtime/cmdlet",
    "runtime/graph",
    "runtime/upload",
    "runtime/upload/node",
    "runtime/emulator",
    /^node:/,
    /^@microsoft\/kiota-/,
  ],
  "runtime/emulator": [/^node:/],
  generator: [/^generator/, /^node:/, /^(yaml|zod|handlebars|oxc-parser)$/],
  generated: [/^@graphlet\/runtime\//, /^@microsoft\/kiota-abstractions$/],
};

const rooms = Object.keys(allowed).toSorted((a, b) => b.length - a.length);

describe.each(Object.keys(allowed))("%s", (room) => {
  const files = sources(join(root, room)).filter((file) => roomOf(file) === room);

  test.each(files.map((file) => [relative(root, file), file]))("%s imports only what its room may", (_, file) => {
    const foreign = importsOf(file)
      .map((specifier) => (specifier.startsWith(".") ? roomOf(resolve(dirname(file), specifier)) : specifier))
      .filter((target) => target !== room)
      .filter(
        (target) => !allowed[room]!.some((rule) => (rule instanceof RegExp ? rule.test(target) : rule === target)),
      );
    expect(foreign).toEqual([]);
  });
});

test("only the write stage of the generator touches the disk to write", () => {
  const writers = sources(join(root, "generator"))
    .filter((file) => /\b(writeFile|rename|mkdir|rm|unlink|open)(Sync)?\(/.test(readFileSync(file, "utf8")))
    .map((file) => relative(root, file));
  expect(writers.filter((file) => !file.startsWith(join("generator", "write")))).toEqual([]);
});

test.each(Object.keys(allowed))("%s is there to be checked", (room) => {
  expect(sources(join(root, room))).not.toEqual([]);
});

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "dist" || entry.name === "node_modules" ? [] : sources(path);
    return entry.name.endsWith(".ts") ? [path] : [];
  });
}

function roomOf(path: string): string {
  const place = relative(root, path).split(sep).join("/");
  return rooms.find((room) => place === room || place.startsWith(`${room}/`)) ?? place;
}

/** Every module a file names: static, re-exported and dynamic imports, of types too. */
function importsOf(file: string): string[] {
  const { module } = parseSync(file, readFileSync(file, "utf8"));
  return [
    ...module.staticImports.map((each) => each.moduleRequest.value),
    ...module.staticExports
      .flatMap((each) => each.entries.map((entry) => entry.moduleRequest?.value ?? ""))
      .filter(Boolean),
    ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
      readFileSync(file, "utf8")
        .slice(start, end)
        .replaceAll(/^["'`]|["'`]$/g, ""),
    ),
  ];
}
