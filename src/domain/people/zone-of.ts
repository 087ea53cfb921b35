import { rankPreferences } from '../../core/preference.ts';
import type { PersonWithAccounts } from './mentionable.ts';

/** The zone (IANA) in which a member is reminded, whichever account they act with. */
export function zoneOf(person: Pick<PersonWithAccounts, 'zone' | 'accounts'>, coalition: { zone: string }): string {
  const accounts = person.accounts.map(({ zone }) => zone);
  const [preferred] = rankPreferences({ person: person.zone, accounts, coalition: coalition.zone });
  return preferred?.value ?? coalition.zone;
}
