import { Script, createContext } from "node:vm";

/** A pattern that is none, or that takes too long. */
export class PatternError extends Error {
  constructor(
    readonly code: "pattern/invalid" | "pattern/catastrophic",
    message: string,
  ) {
    super(message);
  }
}

const maxLength = 8192;
const maxMilliseconds = 1000;

// regular expressions of a file run in a room of their own, where they can be stopped: some need longer than anyone lives
const room = createContext({ source: "", flags: "", replacement: "", texts: "[]" });
const testAll = new Script("JSON.stringify(JSON.parse(texts).map((text) => new RegExp(source, flags).test(text)))");
const replaceAll = new Script(
  "JSON.stringify(JSON.parse(texts).map((text) => text.replace(new RegExp(source, flags), replacement)))",
);

/** A regular expression from a configuration file. */
export class Pattern {
  /** @throws PatternError */
  constructor(
    readonly source: string,
    private readonly flags: string,
  ) {
    if (source.length > maxLength) {
      throw new PatternError("pattern/invalid", `a pattern of ${source.length} characters; ${maxLength} are allowed`);
    }
    try {
      void RegExp(source, flags);
    } catch (error) {
      throw new PatternError("pattern/invalid", error instanceof Error ? error.message : String(error));
    }
  }

  /** Those of the texts it matches anywhere. @throws PatternError */
  matching(texts: Iterable<string>): Set<string> {
    const distinct = [...new Set(texts)];
    const found = this.run(testAll, distinct);
    return new Set(distinct.filter((_, at) => found[at] === true));
  }

  /** Every text with each match replaced, `$1` being a group. @throws PatternError */
  replaceIn(texts: Iterable<string>, replacement: string): Map<string, string> {
    const distinct = [...new Set(texts)];
    const replaced = this.run(replaceAll, distinct, replacement);
    return new Map(distinct.map((text, at) => [text, String(replaced[at])]));
  }

  private run(script: Script, texts: readonly string[], replacement = ""): unknown[] {
    Object.assign(room, { source: this.source, flags: this.flags, replacement, texts: JSON.stringify(texts) });
    try {
      const answer: unknown = JSON.parse(String(script.runInContext(room, { timeout: maxMilliseconds })));
      return Array.isArray(answer) ? answer : [];
    } catch {
      throw new PatternError("pattern/catastrophic", `a pattern that takes longer than ${maxMilliseconds} ms`);
    }
  }
}

/** As AutoRest.PowerShell reads a selector: letters and digits alone are a whole name, anything else a pattern. */
export function selectorPattern(selector: string): Pattern {
  return new Pattern(/^[a-zA-Z0-9]+$/.test(selector) ? `^${selector}$` : selector, "gi");
}
