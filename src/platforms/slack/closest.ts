import { fold } from './vocabulary.ts';

/** The known word that was most likely meant, at most two letters away; undefined where none is near. */
export function findClosest(given: string, known: Iterable<string>): string | undefined {
  const folded = fold(given);
  const ranked = [...known]
    .map((word) => ({ word, distance: distance(folded, fold(word)) }))
    .filter(({ word, distance }) => distance <= Math.min(2, Math.floor(word.length / 2)))
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0]?.word;
}

/** How many letters must be added, dropped or changed (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const changed = (row[j] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
