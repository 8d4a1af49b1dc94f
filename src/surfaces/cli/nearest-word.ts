/** More changes than this make another word, not a slip of the fingers. */
const MOST_CHANGES = 2;

/** The word that was most likely meant: fewest letters changed, added, left out or swapped, at most two; the first of equals. */
export function nearestWord(typed: string, words: readonly string[]): string | undefined {
  const near = words.map((word) => ({ word, changes: countChanges(typed, word) }));
  const [best] = near.filter(({ changes }) => changes <= MOST_CHANGES).sort((a, b) => a.changes - b.changes);
  return best?.word;
}

/** Optimal string alignment distance, row by row. */
function countChanges(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++) {
      const changed = from[i - 1] === to[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + changed, swapped));
    }
    before = row;
    row = next;
  }
  return row[to.length] ?? 0;
}
