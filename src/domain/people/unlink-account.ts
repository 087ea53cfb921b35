import { UserError } from '../../core/errors.ts';
import type { Person } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { refreshCardsOfPerson } from '../deliveries/refresh-person.ts';
import type { Caller } from './acting.ts';

/**
 * Makes the account that somebody acts with a person of its own again. Memberships, roles and tasks stay with the
 * other accounts; the new person becomes a member anew by acting. Throws `account.not-linked`.
 */
export function unlinkAccount({ db, person, account, now }: Caller): Promise<Person> {
  return db.$transaction(async (tx) => {
    // Locks the person, so that of two accounts that part at once the second finds itself alone.
    await tx.person.updateMany({ where: { id: person.id }, data: { id: person.id } });
    const others = await tx.account.count({ where: { personId: person.id, id: { not: account.id } } });
    if (others === 0) throw new UserError('account.not-linked');
    const { zone, locale, reminders, quietFrom, quietTo, dailyBudget, awayUntil } = person;
    const own = await tx.person.create({
      data: {
        ...{ name: account.name, zone, locale, reminders, quietFrom, quietTo, dailyBudget, awayUntil },
        createdAt: now,
      },
    });
    await tx.account.update({ where: { id: account.id }, data: { personId: own.id } });
    await renameAfter(tx, person.id, account.name);
    await refreshCardsOfPerson(tx, person.id, now);
    return own;
  });
}

/** Whoever remains does not go by the name of the account that left. */
async function renameAfter(tx: DbTx, personId: string, leftName: string): Promise<void> {
  const remaining = await tx.account.findFirst({ where: { personId }, orderBy: { id: 'asc' } });
  if (!remaining) return;
  await tx.person.updateMany({ where: { id: personId, name: leftName }, data: { name: remaining.name } });
}
