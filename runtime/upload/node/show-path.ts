/** A path as a message may show it: controls and marks of a name that reorder or hide text must not reach a terminal. */
export function showPath(path: string): string {
  return JSON.stringify(path).replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (mark) => `\\u{${mark.codePointAt(0)?.toString(16)}}`,
  );
}
