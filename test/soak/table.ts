import type { Result } from './soak.ts';

type Column = readonly [title: string, value: (result: Result) => string | number];

const columns: readonly Column[] = [
  ['variant', ({ variant }) => variant.name],
  ['kills', ({ kills }) => kills],
  ['deliveries', ({ deliveries }) => deliveries],
  ['once', ({ once }) => once],
  ['twice', ({ twice }) => twice],
  ['never', ({ never }) => never],
  ['in digests', ({ digested }) => digested],
  ['not directly', ({ instead }) => instead],
  ['card edits', ({ edits }) => edits],
  ['skipped', ({ skipped }) => skipped],
  ['looked for', ({ lookups }) => lookups],
  ['seconds', ({ seconds }) => seconds],
];

/** The results as a table in Markdown. */
export function toTable(results: readonly Result[]): string {
  const rows = [
    columns.map(([title]) => title),
    columns.map((_, index) => (index === 0 ? '---' : '--:')),
    ...results.map((result) => columns.map(([, value]) => String(value(result)))),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
