import { cut } from '../../core/cut.ts';
import { type OccurrenceReference, parseOccurrence } from '../../core/ids.ts';
import type { Suggestion } from '../../core/invocation.ts';
import type { Prisma } from '../../store/generated/sqlite/client.ts';
import type { Acting } from '../people/acting.ts';
import { foldName } from '../people/names.ts';
import { type OccurrenceRow, toReference } from './row.ts';

/** How many are offered (Discord takes 25), how long their labels may be, and among how many they are looked for. */
const limits = { offered: 25, label: 100, searched: 500 };

/** Which times of conversations are offered: those to come, those that have begun, or all. */
export type SuggestedOccurrences = 'coming' | 'begun' | 'all';

/**
 * Times of conversations whose number or title is being typed, those to come first, the soonest first. Of a series its
 * next time is offered, or all of them once its number is typed. `labelOf` says the day and the hour.
 */
export async function suggestOccurrences(
  { db, now }: Acting,
  typed: string,
  which: SuggestedOccurrences,
  labelOf: (wall: string) => string,
): Promise<readonly Suggestion[]> {
  const include = { conversation: true } as const;
  const take = limits.searched;
  const coming: Prisma.OccurrenceWhereInput = { state: 'planned', endsAt: { gt: now } };
  const begun: Prisma.OccurrenceWhereInput = { state: { not: 'cancelled' }, startsAt: { lte: now } };
  const next =
    which === 'begun'
      ? []
      : await db.occurrence.findMany({ where: coming, orderBy: { startsAt: 'asc' }, include, take });
  const last =
    which === 'coming'
      ? []
      : await db.occurrence.findMany({ where: begun, orderBy: { startsAt: 'desc' }, include, take });
  const rows = [...new Map([...next, ...last].map((row) => [row.id, row])).values()];
  const named = parseOccurrence(typed.replace(/\.$/, ''));
  return rows
    .filter((row) => isTyped(row, typed) || (named !== null && isNamed(row, named)))
    .filter(onlyFirstOf(rows, named?.number ?? null, now))
    .slice(0, limits.offered)
    .map((row) => {
      const value = toReference(row);
      return { value, label: cut(`${value} ${row.conversation.title}, ${labelOf(row.wall)}`, limits.label) };
    });
}

function isTyped(row: OccurrenceRow, typed: string): boolean {
  return foldName(`${toReference(row)} ${row.conversation.title}`).includes(foldName(typed));
}

/** `c2` and `C-2.` mean all times of C-2, `C-2.1` those whose number begins so. */
function isNamed(row: OccurrenceRow, named: OccurrenceReference): boolean {
  const begins = row.number.toString().startsWith(named.occurrence?.toString() ?? '');
  return row.conversation.number === named.number && begins;
}

/** Leaves out the later times of each series, but of the one that is named. What is over stands for itself. */
function onlyFirstOf(rows: readonly OccurrenceRow[], named: number | null, now: Date) {
  const next = new Map<string, string>();
  for (const { id, conversationId, endsAt } of rows) {
    if (endsAt > now && !next.has(conversationId)) next.set(conversationId, id);
  }
  return ({ id, conversationId, endsAt, conversation }: OccurrenceRow) =>
    endsAt <= now || conversation.number === named || next.get(conversationId) === id;
}
