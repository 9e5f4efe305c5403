import { posix } from "node:path";
import { readDocumentYaml } from "../../load/document-yaml.js";
import { specLimits } from "../../load/guard.js";
import type { LocatedMap, LocatedNode } from "../../load/located.js";
import type { Place } from "../../model.js";
import type { Findings } from "../import-note.js";
import type { Directive } from "./directive.js";
import { readDirective, readMacros } from "./read-directive.js";
import { movePlace, movePlaces } from "./shift.js";
import { type YamlBlock, yamlBlocks } from "./yaml-blocks.js";

/** A configuration of AutoRest: what remains of its files. */
export interface AutorestConfiguration extends Findings {
  /** settings that are single values, `subject-prefix` */
  settings: ReadonlyMap<string, string>;
  /** of all files: those of a required file stand before those of the file that requires it */
  directives: Directive[];
}

export interface ConfigurationFile {
  /** as the user named it; POSIX separators */
  file: string;
  text: string;
}

/** Settings may hold settings: without a limit thirty lines would fill any memory. */
const maxExpanded = 4096;

/**
 * Reads configuration files: Markdown with blocks of YAML, or YAML alone. Required files are looked for among those given,
 * by their base name: collections of such files are often kept without their folders, `Groups_Groups.md` being `Groups/Groups.md`.
 * @param find reads a file that is required and was not given; undefined = there is none
 */
export function readAutorest(
  files: readonly ConfigurationFile[],
  find: (file: string) => string | undefined = () => undefined,
): AutorestConfiguration {
  const configuration: AutorestConfiguration = { settings: new Map(), directives: [], diagnostics: [], notes: [] };
  const settings = new Map<string, string>();
  const given = new Map(files.map((file) => [posix.normalize(file.file), file]));
  const byBase = new Map([...given.values()].map((file) => [posix.basename(file.file), file]));
  const done = new Set<string>();
  for (const file of given.values()) read(file);
  return { ...configuration, settings };

  function read({ file, text }: ConfigurationFile): void {
    if (done.has(posix.normalize(file))) return;
    done.add(posix.normalize(file));
    const own: LocatedMap[] = [];
    for (const block of blocksOf(file, text)) {
      const { root, diagnostics } = readDocumentYaml(file, block.text, specLimits);
      for (const found of diagnostics)
        configuration.diagnostics.push({ ...found, place: movePlace(found.place, block) });
      if (!root) continue;
      const place = movePlace(root.place, block);
      if (block.condition !== "") {
        configuration.notes.push({ topic: "block/skipped", place, message: `only read where ${block.condition}` });
        continue;
      }
      own.push(movePlaces(root, block));
    }
    for (const root of own) {
      for (const { node, text } of [...textsOf(root, "require"), ...textsOf(root, "try-require")]) {
        requireFile(file, text, node.place);
      }
    }
    for (const root of own) readRoot(root, file);
  }

  function readRoot(root: LocatedMap, file: string): void {
    for (const [key, { node }] of root.entries) {
      if (key === "directive") {
        const entries = node.kind === "list" ? node.items : [node];
        for (const entry of entries) configuration.directives.push(...readDirective(entry, configuration));
      } else if (key === "declare-directive") readMacros(node, configuration);
      else if (!key.endsWith("require") && node.kind === "scalar" && node.value !== null)
        settings.set(key, expand(String(node.value), file));
    }
  }

  function requireFile(by: string, required: string, place: Place): void {
    const path = posix.normalize(expand(required, by));
    const base = posix.basename(path);
    const beside = posix.join(posix.dirname(by), base);
    const flattened = `${posix.basename(by).split("_", 1)[0] ?? ""}_${base}`;
    // never the file itself: Gardens_readme.md may require another readme.md
    const found = [given.get(path), byBase.get(base), byBase.get(flattened)].find(
      (file) => file && file !== given.get(posix.normalize(by)),
    );
    if (found) return read(found);
    // nothing is ever fetched, and no file is read that is none of this kind
    const local = !/^[a-z]+:\/\//i.test(required) && /\.(md|ya?ml|json)$/i.test(base);
    const places = local ? [path, beside] : [];
    for (const file of places) {
      const text = done.has(file) ? "" : find(file);
      if (text !== undefined) return read({ file, text });
    }
    configuration.notes.push({ topic: "require/missing", place, message: required });
  }

  /** `$(title)` and the like; `$(this-folder)` is the folder of the file that says it. */
  function expand(text: string, file: string): string {
    if (text.length > maxExpanded) return text;
    const expanded = text.replace(/\$\(([\w-]+)\)/g, (whole, name: string) =>
      name === "this-folder" ? posix.dirname(file) : (settings.get(name) ?? whole),
    );
    return expanded.length > maxExpanded ? text : expanded;
  }
}

function blocksOf(file: string, text: string): YamlBlock[] {
  const unified = text.replaceAll("\r\n", "\n");
  const blocks = /\.(ya?ml|json)$/i.test(file)
    ? [{ text: unified, linesBefore: 0, columnsBefore: 0, condition: "" }]
    : yamlBlocks(unified);
  return blocks.filter((block) => /^[ \t]*[^\s#]/m.test(block.text));
}

/** The texts of a key: one, or a list. */
function textsOf(map: LocatedMap, key: string): { node: LocatedNode; text: string }[] {
  const node = map.entries.get(key)?.node;
  const nodes = node?.kind === "list" ? node.items : node ? [node] : [];
  return nodes.flatMap((item) =>
    item.kind === "scalar" && item.value !== null ? [{ node: item, text: String(item.value) }] : [],
  );
}
