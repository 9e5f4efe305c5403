import { LiteralError, readLiteralTokens, type LiteralToken } from "./hashtable-tokens.js";

/** What a PowerShell literal stands for; objects have no prototype. */
export type LiteralValue = string | number | boolean | null | LiteralValue[] | { [key: string]: LiteralValue };

const depthLimit = 64;

/**
 * Reads a PowerShell literal, `@{Name="flower"; Size=3483322; IsInline=$true}`: hashtables, arrays, strings, numbers and
 * constants. Nothing is executed: variables, sub-expressions, casts and method calls are refused.
 * @throws LiteralError with line and column
 */
export function parseHashtable(text: string): LiteralValue {
  const tokens = readLiteralTokens(text);
  let position = 0;
  let depth = 0;

  const peek = (): LiteralToken => tokens[position] as LiteralToken;
  const fail = (reason: string, token = peek()): never => {
    throw new LiteralError(reason, text, token.start);
  };
  const take = (kind: LiteralToken["kind"]): boolean => {
    if (peek().kind !== kind) return false;
    position++;
    return true;
  };
  const expect = (kind: LiteralToken["kind"], reason: string): void => {
    if (!take(kind)) fail(reason);
  };
  const skipSeparators = (): void => {
    while (take("separator"));
  };
  const nested = (read: () => LiteralValue, opening: LiteralToken): LiteralValue => {
    if (++depth > depthLimit) fail(`nested deeper than ${depthLimit} levels`, opening);
    const value = read();
    depth--;
    return value;
  };

  /** One element, or several with commas between, which make an array. */
  function readValue(): LiteralValue {
    const first = readElement();
    if (peek().kind !== ",") return first;
    const elements = [first];
    while (take(",")) {
      skipSeparators();
      elements.push(readElement());
    }
    return elements;
  }

  function readElement(): LiteralValue {
    const token = peek();
    position++;
    switch (token.kind) {
      case "@{":
        return nested(readEntries, token);
      case "@(":
        return nested(readArray, token);
      case "string":
      case "number":
      case "constant":
        return token.value;
      case "word":
        return fail(`quote the text "${token.text}"`, token);
      default:
        return fail("expected a value", token);
    }
  }

  function readEntries(): LiteralValue {
    const entries: Record<string, LiteralValue> = Object.create(null) as Record<string, LiteralValue>;
    const seen = new Set<string>();
    for (skipSeparators(); !take("}"); skipSeparators()) {
      const token = peek();
      const key = readKey();
      if (seen.has(key.toLowerCase())) fail(`duplicate keys "${key}" are not allowed`, token);
      seen.add(key.toLowerCase());
      expect("=", `expected = after the key "${key}"`);
      skipSeparators();
      entries[key] = readValue();
      if (peek().kind !== "separator" && peek().kind !== "}") fail("expected ; or a new line or }");
    }
    return entries;
  }

  function readKey(): string {
    const token = peek();
    position++;
    switch (token.kind) {
      case "word":
      case "number":
        return token.text;
      case "string":
        return token.value;
      default:
        return fail(token.kind === "end" ? "the hashtable does not end; } is missing" : "expected a key", token);
    }
  }

  /** As in PowerShell, each statement inside `@( )` is unrolled one level. */
  function readArray(): LiteralValue {
    const elements: LiteralValue[] = [];
    for (skipSeparators(); !take(")"); skipSeparators()) {
      if (peek().kind === "end") fail("the array does not end; ) is missing");
      const value = readValue();
      if (Array.isArray(value)) elements.push(...value);
      else elements.push(value);
      if (peek().kind !== "separator" && peek().kind !== ")") fail("expected , or ; or a new line or )");
    }
    return elements;
  }

  skipSeparators();
  const value = readValue();
  skipSeparators();
  expect("end", "unexpected text after the literal");
  return value;
}
