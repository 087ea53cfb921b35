import type { View } from '../../../src/core/view.ts';

/** What people of the year have said: the kind of thing, the number of its coalition and, of many, its own. */
export type Thing = `${'weekly' | 'nightly' | 'friday' | 'sunday' | 'once' | 'chore'} ${string}`;

const things = /\b(?:weekly|nightly|friday|sunday|once|chore) \d+(?:-\d+)?\b/g;

/** The things of which a view speaks, each once, in the order of the alphabet. */
export function thingsIn(view: View): string {
  return [...new Set(JSON.stringify(view).match(things))].sort().join(', ');
}
