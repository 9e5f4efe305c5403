/**
 * The candidate that a word most likely was meant to be, ignoring case; `undefined` when none is near enough, which is
 * one edit (insert, drop or change of a letter) for every three letters.
 */
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const distances = [...candidates].map((candidate): [number, string] => [
    editDistance(word.toLowerCase(), candidate.toLowerCase()),
    candidate,
  ]);
  const [distance, nearest] = distances.toSorted(([a], [b]) => a - b)[0] ?? [Infinity];
  return distance <= Math.max(1, word.length / 3) ? nearest : undefined;
}

/** Levenshtein's, one row at a time */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const letter of a) {
    let diagonal = row[0] ?? 0;
    let left = diagonal + 1;
    row = row.map((above, column) => {
      if (column > 0) left = Math.min(above + 1, left + 1, diagonal + (b[column - 1] === letter ? 0 : 1));
      diagonal = above;
      return left;
    });
  }
  return row[b.length] ?? 0;
}
