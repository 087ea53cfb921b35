import type { PlatformName } from '../../core/rich-text.ts';
import type { Account, Person } from '../../store/generated/sqlite/client.ts';
import type { Db, DbTx } from '../../store/scope.ts';
import type { PersonWithAccounts } from './mentionable.ts';

/** For how long an account that took no direct message is not tried again, in milliseconds: seven days. */
const closedFor = 7 * 24 * 60 * 60_000;

/** Whether an account took no direct message lately. */
export function isDirectClosed({ directClosedAt }: Pick<Account, 'directClosedAt'>, now: Date): boolean {
  return directClosedAt !== null && now.getTime() - directClosedAt.getTime() < closedFor;
}

/** An account that took no direct message, and when that was. */
export interface ClosedDirect {
  readonly platform: PlatformName;
  readonly at: Date;
}

/** The accounts on which a person wants direct messages and took none lately. */
export function findClosedDirect({ reminders, accounts }: PersonWithAccounts, now: Date): readonly ClosedDirect[] {
  if (reminders !== 'dm') return [];
  return accounts.flatMap((account) => {
    const { platform, directClosedAt: at } = account;
    return at !== null && isDirectClosed(account, now) ? [{ platform, at }] : [];
  });
}

/** Notes that an account takes no direct messages of ours. */
export async function markDirectClosed(db: Db, { id }: Pick<Account, 'id'>, now: Date): Promise<void> {
  await db.account.updateMany({ where: { id }, data: { directClosedAt: now } });
}

/** Who acts in their own conversation with the bot takes messages there. */
export async function reopenDirect(db: Db, { id, directClosedAt }: Account): Promise<void> {
  if (directClosedAt) await db.account.updateMany({ where: { id }, data: { directClosedAt: null } });
}

/** All accounts of a person are tried directly again. */
export async function reopenAllDirect(tx: DbTx, { id: personId }: Pick<Person, 'id'>): Promise<void> {
  await tx.account.updateMany({ where: { personId, directClosedAt: { not: null } }, data: { directClosedAt: null } });
}
