import type { Account } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import type { Caller } from './acting.ts';

/**
 * The other accounts of a person, the oldest first, for what neither they nor this account say of their zone and
 * language; none are looked up where both are known.
 */
export function findOtherAccounts(db: Db, { person, account }: Pick<Caller, 'person' | 'account'>): Promise<Account[]> {
  const isKnown = (key: 'zone' | 'locale') => (person[key] ?? account[key]) !== null;
  if (isKnown('zone') && isKnown('locale')) return Promise.resolve([]);
  return db.account.findMany({ where: { personId: person.id, id: { not: account.id } }, orderBy: { id: 'asc' } });
}
