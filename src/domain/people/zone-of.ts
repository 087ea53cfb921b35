import type { PersonWithAccounts } from './mentionable.ts';

/**
 * The zone (IANA) in which a person is reminded: the one they chose, else the first guess of their accounts, else that
 * of the coalition.
 */
export function zoneOf({ zone, accounts }: Pick<PersonWithAccounts, 'zone' | 'accounts'>, coalition: { zone: string }) {
  return zone ?? guessedZone(accounts) ?? coalition.zone;
}

/** What the platforms say of a person's accounts, the oldest account first; null where none says anything. */
function guessedZone(accounts: PersonWithAccounts['accounts']): string | null {
  return accounts.find((account) => account.zone !== null)?.zone ?? null;
}
