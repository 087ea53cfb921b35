import type { DbTx } from '../../store/scope.ts';
import { loadMembers } from '../people/load-members.ts';
import { toMentionable } from '../people/mentionable.ts';
import type { Outcome } from './details.ts';
import type { OccurrenceRow } from './row.ts';

/** What came of those occurrences that are closed, by their ids. */
export async function loadOutcomes(tx: DbTx, rows: readonly OccurrenceRow[]): Promise<ReadonlyMap<string, Outcome>> {
  const closed = rows.filter(({ state }) => state === 'closed');
  const outcomes = new Map<string, Outcome>();
  for (const row of closed) outcomes.set(row.id, await loadOutcome(tx, row));
  return outcomes;
}

async function loadOutcome(tx: DbTx, { id: occurrenceId, notes, guests }: OccurrenceRow): Promise<Outcome> {
  const decisions = await tx.decision.findMany({
    where: { occurrenceId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  const tasks = await tx.task.findMany({
    where: { occurrenceId, status: { not: 'dropped' } },
    orderBy: { number: 'asc' },
  });
  const owners = await loadMembers(
    tx,
    tasks.map(({ ownerId }) => ownerId),
  );
  const attendances = await tx.attendance.groupBy({ by: ['came', 'worth'], where: { occurrenceId }, _count: true });
  const count = (fits: (row: (typeof attendances)[number]) => boolean) =>
    attendances.filter(fits).reduce((sum, { _count }) => sum + _count, 0);
  return {
    notes,
    guests,
    decisions: decisions.map(({ text }) => text),
    tasks: tasks.map(({ number, title, status, ownerId }) => {
      const owner = owners.get(ownerId ?? '');
      return { number, title, done: status === 'done', owner: owner ? toMentionable(owner.person) : null };
    }),
    came: count(({ came }) => came),
    absent: count(({ came }) => !came),
    worth: count(({ came, worth }) => came && worth === true),
    notWorth: count(({ came, worth }) => came && worth === false),
  };
}
