import type { HourRange, NamedTime } from '../../core/param.ts';
import type { ReminderChoice } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { moveSchedules } from '../schedules/move-zone.ts';
import type { Caller } from './acting.ts';
import { setAway } from './away.ts';
import { reopenAllDirect } from './direct.ts';
import type { PersonWithAccounts } from './mentionable.ts';

/** A person with all their accounts, the one they act with first, and what applies where they have chosen nothing. */
export type Profile = PersonWithAccounts & { readonly dailyBudget: number };

/** Who somebody is and what they chose. */
export function getProfile({ db, person, account }: Pick<Caller, 'db' | 'person' | 'account'>): Promise<Profile> {
  return loadProfile(db, person.id, account.id);
}

/** What a person chooses; what is left out stays. `zone` is IANA, `locale` a language that the bot speaks. */
export interface ProfileChoices {
  readonly zone?: string | undefined;
  readonly locale?: string | undefined;
  readonly reminders?: ReminderChoice | undefined;
  /** Local hours without reminders; `off` for none. */
  readonly quiet?: HourRange | 'off' | undefined;
  /** How much a day may be said to them that is not urgent. */
  readonly budget?: number | undefined;
  /** Until when they are away; `off` for not at all. */
  readonly away?: NamedTime | 'off' | undefined;
}

/** How much a day may be said to a person that is not urgent, unless they choose otherwise. */
export const usualBudget = 10;

/** Notes a person's choices, moves what was meant in their time to a new zone, and returns their profile as it is then. */
export async function changeProfile(caller: Caller, choices: ProfileChoices): Promise<Profile> {
  const { db, person, now } = caller;
  const { zone, locale, reminders, quiet, budget, away } = choices;
  await db.$transaction(async (tx) => {
    // First: it was said by the clock that they leave where they change their zone as well.
    if (away !== undefined) await setAway(tx, person.id, away);
    await tx.person.update({
      where: { id: person.id },
      data: {
        ...(zone !== undefined && { zone }),
        ...(locale !== undefined && { locale }),
        ...(reminders !== undefined && { reminders }),
        ...(quiet !== undefined && toQuietColumns(quiet)),
        ...(budget !== undefined && { dailyBudget: budget }),
      },
    });
    // Who asks for direct messages has opened up to them.
    if (reminders === 'dm') await reopenAllDirect(tx, person);
    if (zone !== undefined) await moveSchedules(tx, { type: 'person', ids: [person.id] }, zone, now);
  });
  return loadProfile(db, person.id, caller.account.id);
}

function toQuietColumns(quiet: HourRange | 'off') {
  return quiet === 'off' ? { quietFrom: null, quietTo: null } : { quietFrom: quiet.from, quietTo: quiet.to };
}

async function loadProfile(db: Db, id: string, actingId: string): Promise<Profile> {
  const person = await db.person.findUniqueOrThrow({
    where: { id },
    include: { accounts: { orderBy: { id: 'asc' } } },
  });
  const accounts = person.accounts.toSorted(
    (one, other) => Number(other.id === actingId) - Number(one.id === actingId),
  );
  return { ...person, accounts, dailyBudget: person.dailyBudget ?? usualBudget };
}
