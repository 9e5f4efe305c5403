import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { type ExportedDeclarations, Node, Project } from "ts-morph";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");
const project = new Project({ compilerOptions: { types: [] }, skipAddingFilesFromTsConfig: true });

interface Manifest {
  exports: Record<string, string | { types: string }>;
}

/** The declaration files a package lets its users import, patterns left out. */
function entriesOf(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Manifest;
  return Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" || entry.types.includes("*") ? [] : [join(folder, entry.types)],
  );
}

function isDocumented(declaration: ExportedDeclarations): boolean {
  const holder = Node.isVariableDeclaration(declaration) ? declaration.getVariableStatementOrThrow() : declaration;
  return (
    Node.isJSDocable(holder) &&
    holder.getJsDocs().some((doc) => doc.getDescription().trim() !== "" || doc.getTags().length > 0)
  );
}

function needsWords(declaration: ExportedDeclarations): boolean {
  return (
    Node.isFunctionDeclaration(declaration) ||
    Node.isClassDeclaration(declaration) ||
    Node.isVariableDeclaration(declaration)
  );
}

describe("what users call says what it does", () => {
  test.each([...entriesOf("runtime"), ...entriesOf("generated")])("%s", (entry) => {
    const exported = [...project.addSourceFileAtPath(join(root, entry)).getExportedDeclarations()];
    const silent = exported.flatMap(([name, declarations]) =>
      declarations
        .filter((declaration) => needsWords(declaration) && !isDocumented(declaration))
        .map((declaration) => `${name} (${relative(root, declaration.getSourceFile().getFilePath())})`),
    );
    expect(exported).not.toEqual([]);
    expect(silent).toEqual([]);
  });
});
