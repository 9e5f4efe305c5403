/** A piece of YAML in a Markdown file. */
export interface YamlBlock {
  text: string;
  /** line before its first one */
  linesBefore: number;
  /** columns cut off on the left: those of a quote mark */
  columnsBefore: number;
  /** what the fence says besides the language: a condition */
  condition: string;
}

const fence = /^((?:> ?)? {0,3})(`{3,}|~{3,})[ \t]*([^`\n]*)$/;

/** The fenced blocks of a Markdown text that hold YAML or JSON, in quotes (`> `) or not. */
export function yamlBlocks(markdown: string): YamlBlock[] {
  const lines = markdown.split("\n");
  const blocks: YamlBlock[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const opened = fence.exec(lines[at]?.trimEnd() ?? "");
    if (!opened) continue;
    const [, margin = "", marks = "", info = ""] = opened;
    const first = at + 1;
    do at += 1;
    while (at < lines.length && !closes(lines[at] ?? "", marks));
    const [, language, condition = ""] = /^(\S*)\s*(.*)$/.exec(info) ?? [];
    if (!/^(ya?ml|json)$/i.test(language ?? "")) continue;
    const columnsBefore = margin.startsWith(">") ? margin.length : 0;
    const content = lines.slice(first, at).map((line) => withoutMargin(line, columnsBefore));
    blocks.push({ text: withoutEntities(content.join("\n")), linesBefore: first, columnsBefore, condition });
  }
  return blocks;
}

function closes(line: string, marks: string): boolean {
  const found = fence.exec(line.trimEnd());
  return found?.[3] === "" && (found[2] ?? "").startsWith(marks);
}

function withoutMargin(line: string, columns: number): string {
  return columns > 0 && line.startsWith(">") ? line.slice(columns) : line;
}

/** A value that begins with an entity of HTML (`&copy;`) would be an anchor of YAML; the sign is put for a look-alike. */
function withoutEntities(yaml: string): string {
  return yaml.replace(/^([ \t]*(?:- )?[\w-]+:[ \t]+)&(?=#?\w+;)/gm, "$1\uff06");
}
