import type { HourRange } from '../../core/params.ts';
import type { ReminderChoice } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import type { Caller } from './acting.ts';
import type { PersonWithAccounts } from './mentionable.ts';

/** A person with all their accounts. */
export function getProfile({ db, person }: Pick<Caller, 'db' | 'person'>): Promise<PersonWithAccounts> {
  return loadProfile(db, person.id);
}

/** What a person chooses; what is left out stays. `zone` is IANA, `locale` a language that the bot speaks. */
export interface ProfileChoices {
  readonly zone?: string | undefined;
  readonly locale?: string | undefined;
  readonly reminders?: ReminderChoice | undefined;
  /** Local hours without reminders; `off` for none. */
  readonly quiet?: HourRange | 'off' | undefined;
}

/** Notes a person's choices and returns their profile as it is then. */
export async function changeProfile(caller: Caller, choices: ProfileChoices): Promise<PersonWithAccounts> {
  const { db, person } = caller;
  const { zone, locale, reminders, quiet } = choices;
  await db.person.update({
    where: { id: person.id },
    data: {
      ...(zone !== undefined && { zone }),
      ...(locale !== undefined && { locale }),
      ...(reminders !== undefined && { reminders }),
      ...(quiet !== undefined && toQuietColumns(quiet)),
    },
  });
  return loadProfile(db, person.id);
}

function toQuietColumns(quiet: HourRange | 'off') {
  return quiet === 'off' ? { quietFrom: null, quietTo: null } : { quietFrom: quiet.from, quietTo: quiet.to };
}

function loadProfile(db: Db, id: string): Promise<PersonWithAccounts> {
  return db.person.findUniqueOrThrow({ where: { id }, include: { accounts: { orderBy: { id: 'asc' } } } });
}
