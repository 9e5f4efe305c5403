/**
 * A small pretty printer over marked text. Block helpers of the templates leave marks (control characters, which no
 * encoder lets through) where a line may break. `layout` decides about each group as prettier does: flat where the line
 * fits, else broken at its own marks. So generated code is a fixpoint of prettier, and prettier need not run.
 */
export const mark = {
  /** a group, up to its `end` */
  group: "\u0001",
  /** a group that is broken in any case */
  brokenGroup: "\u0002",
  /** a group that starts on a line of its own if what follows, up to the next possible break, does not fit */
  hang: "\u0003",
  end: "\u0004",
  indent: "\u0005",
  dedent: "\u0006",
  /** a possible line break: nothing when flat */
  soft: "\u000e",
  /** a possible line break: a space when flat */
  line: "\u000f",
  /** a comma when broken */
  trailingComma: "\u0010",
  /** a leading `| ` when broken */
  leadingBar: "\u0011",
} as const;

const parts = /[\u0001-\u0006\u000e-\u0011\n]|[^\u0001-\u0006\u000e-\u0011\n]+/g;
const marks: ReadonlySet<string> = new Set(Object.values(mark));
const whenBroken: Record<string, string> = { [mark.trailingComma]: ",", [mark.leadingBar]: "| " };

interface Frame {
  broken: boolean;
  indent: string;
}

/** Resolves the marks of a text so that lines stay within `width` UTF-16 units where a mark allows it. */
export function layout(text: string, width = 120): string {
  const tokens = text.match(parts) ?? [];
  const frames: Frame[] = [];
  const lines: string[] = [];
  let line = "";

  const breakLine = (indent: string): void => {
    lines.push(line);
    line = indent;
  };

  for (const [at, token] of tokens.entries()) {
    if (token === "\n") breakLine("");
    else if (!marks.has(token)) line += token;
    else resolve(token, at, frames.at(-1) ?? { broken: true, indent: /^ */.exec(line)?.[0] ?? "" });
  }
  return [...lines, line].join("\n");

  function resolve(token: string, at: number, outer: Frame): void {
    const room = width - line.length;
    switch (token) {
      case mark.group:
      case mark.brokenGroup: {
        const broken = outer.broken && (token === mark.brokenGroup || !fits(tokens, at + 1, room, "flat"));
        frames.push({ broken, indent: outer.indent });
        break;
      }
      case mark.hang: {
        const hanging = outer.broken && !fits(tokens, at + 1, room - 1, "to the first break");
        frames.push({ broken: outer.broken, indent: hanging ? `${outer.indent}  ` : outer.indent });
        if (hanging) breakLine(`${outer.indent}  `);
        else line += " ";
        break;
      }
      case mark.end:
        frames.pop();
        break;
      case mark.indent:
        outer.indent += "  ";
        break;
      case mark.dedent:
        outer.indent = outer.indent.slice(2);
        break;
      case mark.soft:
      case mark.line:
        if (outer.broken) breakLine(outer.indent);
        else if (token === mark.line) line += " ";
        break;
      default:
        if (outer.broken) line += whenBroken[token];
    }
  }
}

/**
 * Whether the text from `at` fits into `room`, up to the first line break that is certain or possible. The breaks of the
 * group that starts at `at` do not count when it is to be flat.
 */
function fits(tokens: readonly string[], at: number, room: number, how: "flat" | "to the first break"): boolean {
  let depth = 1;
  let left = room;
  for (let next = at; next < tokens.length; next += 1) {
    const token = tokens[next] ?? "";
    const flat = how === "flat" && depth > 0;
    if (token === "\n") return true;
    if (token === mark.brokenGroup && flat) return false;
    if (token === mark.group || token === mark.brokenGroup || token === mark.hang) depth += 1;
    if (token === mark.end) depth -= 1;
    if (token === mark.soft || token === mark.line) {
      if (!flat) return true;
      if (token === mark.line) left -= 1;
    } else if (token in whenBroken) left -= flat ? 0 : (whenBroken[token]?.length ?? 0);
    else if (token === mark.hang) left -= flat ? 1 : 0;
    else if (token >= " ") left -= token.length;
    if (left < 0) return false;
  }
  return true;
}
