import { EncodeError } from "./encoders.js";
import { mark } from "./layout.js";

/** Renders the content of a block helper. */
export type RenderContent = () => string;

/**
 * The block helpers of the templates. Each line of the content is an item; blank ones do not count. The helper puts the
 * items on one line, or on a line each where one line is too narrow, as prettier would.
 */
export const blocks = {
  /** `(a, b)` */
  parens: (content: RenderContent) => enclosed("(", mark.soft, items(content), ")"),

  /** `[a, b]`; two or more objects with two or more properties never share a line */
  brackets(content: RenderContent) {
    const elements = items(content);
    const wide = elements.length > 1 && elements.every(hasSeveralItems);
    return enclosed("[", mark.soft, elements, "]", wide ? mark.brokenGroup : mark.group);
  },

  /** `{ a, b }` */
  braces: (content: RenderContent) => enclosed("{", mark.line, items(content), "}"),

  /** `{ a, b }` of an import, where a single name never gets a line of its own */
  specifiers(content: RenderContent) {
    const names = items(content);
    return names.length === 1 ? `{ ${names[0]} }` : enclosed("{", mark.line, names, "}");
  },

  /** `<A, B>`, without a trailing comma; a single argument breaks only around what can break itself */
  angles(content: RenderContent) {
    const arguments_ = items(content);
    const inside = arguments_.join(`,${mark.line}`);
    if (!inside.includes(mark.line)) return `<${inside}>`;
    return `${mark.group}<${mark.indent}${mark.soft}${inside}${mark.dedent}${mark.soft}>${mark.end}`;
  },

  /** ` extends A, B` of an interface, on a line of its own where it does not fit beside the name */
  heritage: (content: RenderContent) =>
    `${mark.group}${mark.indent}${mark.line}extends ${items(content).join(", ")}${mark.dedent}${mark.end}`,

  /** `{`, its content line by line, `}`; or `{}` */
  block(content: RenderContent) {
    const text = content().replace(/^\n+/, "").trimEnd();
    if (text === "") return "{}";
    const indent = /^ */.exec(text)?.[0].slice(2) ?? "";
    return `{\n${text}\n${indent}}`;
  },

  /** `A | B` */
  union: (content: RenderContent) =>
    `${mark.group}${mark.leadingBar}${items(content).join(`${mark.line}| `)}${mark.end}`,

  /** `A & B` */
  intersection(content: RenderContent) {
    const [first, ...others] = items(content);
    return `${mark.group}${mark.indent}${[first, ...others].join(` &${mark.line}`)}${mark.dedent}${mark.end}`;
  },

  /** what follows `=`, on a line of its own where it does not fit beside it */
  hang: (content: RenderContent) => `${mark.hang}${items(content).join("")}${mark.end}`,

  /** ` => ` and the body of an arrow function, on a line of its own if not all of it fits beside it */
  arrow: (content: RenderContent) =>
    ` =>${mark.group}${mark.indent}${mark.line}${items(content).join("")}${mark.dedent}${mark.end}`,

  /** its content so many times */
  repeat: (content: RenderContent, times: number) => content().repeat(times),

  /** its content as it is, without blank lines at the start and the end */
  trim: (content: RenderContent) =>
    content()
      .replace(/^(?: *\n)+/, "")
      .replace(/(?:\n *)+$/, "\n"),

  /** its content, the lines after its first one a level further in */
  shift: (content: RenderContent) => content().replace(/\n(?=.)/g, "\n  "),

  /** its content two levels further in */
  indented: (content: RenderContent) => content().replace(/^(?=.)/gm, "    "),

  /** its content without white space around it, for a partial that is printed within a line */
  inline: (content: RenderContent) => content().trim(),

  /** a Markdown fence around its lines, longer than any run of backticks in them */
  fence(content: RenderContent, language = "") {
    if (!/^[\w+#.-]*$/.test(language)) throw new EncodeError("the language of a fence", language);
    const text = content();
    const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
    const fence = "`".repeat(longest + 1);
    return `${fence}${language}\n${text}${fence}\n`;
  },

  /** a doc comment around its lines, long ones wrapped; nothing around nothing */
  jsdoc(content: RenderContent) {
    const text = content();
    const indent = /^ */.exec(text)?.[0] ?? "";
    const lines = text
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "");
    if (lines.length === 0) return "";
    const single = `${indent}/** ${lines[0]} */`;
    if (lines.length === 1 && single.length <= 120) return `${single}\n`;
    const body = lines.flatMap((line) => wrap(line, 120 - indent.length - 3)).map((line) => `${indent} * ${line}\n`);
    return `${indent}/**\n${body.join("")}${indent} */\n`;
  },
};

export type Block = keyof typeof blocks;

function items(content: RenderContent): string[] {
  return content()
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function enclosed(
  open: string,
  padding: string,
  elements: string[],
  close: string,
  group: string = mark.group,
): string {
  if (elements.length === 0) return `${open}${close}`;
  const inside = elements.join(`,${mark.line}`);
  return `${group}${open}${mark.indent}${padding}${inside}${mark.trailingComma}${mark.dedent}${padding}${close}${mark.end}`;
}

/** Whether a printed list has two or more items of its own. */
function hasSeveralItems(list: string): boolean {
  let depth = 0;
  return list.split("").some((character, at) => {
    if (character === mark.group || character === mark.brokenGroup) depth += 1;
    if (character === mark.end) depth -= 1;
    return depth === 1 && character === mark.line && list[at - 1] === ",";
  });
}

/** Breaks a text at spaces into lines of at most `width`; a longer word keeps a line for itself. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
