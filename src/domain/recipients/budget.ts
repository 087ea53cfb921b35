import type { Person } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { startOfDay } from '../../time/day-times.ts';
import { usualBudget } from '../people/profile.ts';

/** Nothing waits longer than this for its turn, in milliseconds: a bound for what is looked through. */
const longestWait = 8 * 24 * 60 * 60_000;

/** Whether as much has been said to a person today, by the clocks of a zone, as they want to hear of what can wait. */
export async function isBudgetUsed(
  db: Db,
  { id, dailyBudget }: Pick<Person, 'id' | 'dailyBudget'>,
  zone: string,
  now: Date,
): Promise<boolean> {
  const members = await db.member.findMany({ where: { personId: id }, select: { id: true } });
  const since = startOfDay(now, zone);
  const budget = dailyBudget ?? usualBudget;
  const said = await db.delivery.findMany({
    where: {
      recipientId: { in: members.map((member) => member.id) },
      status: 'sent',
      dueAt: { gte: new Date(since.getTime() - longestWait) },
      settledAt: { gte: since },
      urgent: false,
      // A digest counts once, however much it says.
      digestId: null,
    },
    select: { id: true },
    take: budget,
  });
  return said.length >= budget;
}
