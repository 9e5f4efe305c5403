/** Characters that steer a terminal or hide: controls, format characters (bidi, zero width), line separators, lone surrogates. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The same without the controls, which `JSON.stringify` already escapes, but with the C1 controls, which it does not. */
const unsafeInJson = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The one way text of a server, a spec, a file name or an argument reaches the terminal:
 * on one line, every character that is not plainly printed shown as `\u{1b}`, no longer than `limit` characters.
 */
export function showText(text: string, limit = Infinity): string {
  const capped = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return capped.replace(unsafe, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** JSON on the terminal: valid as before, but no string in it can steer the terminal. */
export function showJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, undefined, indent).replace(unsafeInJson, escapeUnits);
}

/** Breaks prose at spaces so that no line is longer than `width`; one word alone may be. */
export function wrapText(text: string, width: number, indent = ""): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    if (line !== "" && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return line === "" ? lines : [...lines, indent + line];
}

function escapeUnits(text: string): string {
  let escaped = "";
  for (let index = 0; index < text.length; index++) {
    escaped += `\\u${text.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}
