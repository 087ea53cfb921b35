import { rankPreferences } from '../../core/preference.ts';
import type { PersonWithAccounts } from './mentionable.ts';

/** The zone (IANA) in which a member is reminded, whichever account they act with. */
export function zoneOf(person: Pick<PersonWithAccounts, 'zone' | 'accounts'>, coalition: { zone: string }): string {
  const inOrder = person.accounts.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const accounts = inOrder.map(({ zone }) => zone);
  const [preferred] = rankPreferences({ person: person.zone, accounts, coalition: coalition.zone });
  return preferred?.value ?? coalition.zone;
}
