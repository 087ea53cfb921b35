import type { Place } from '../../core/invocation.ts';
import type { Account, Person } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { isDuplicate } from '../duplicate.ts';
import { moveSchedules } from '../schedules/move-zone.ts';

/**
 * An account as a platform names it; the name is empty where the platform did not say. `zone` is IANA, `locale`
 * BCP 47; both are first guesses.
 */
export interface Who {
  readonly place: Pick<Place, 'platform' | 'workspaceId'>;
  readonly accountId: string;
  readonly name: string;
  /** What somebody is called who has no name otherwise: Slack's old user name. */
  readonly nickname?: string;
  readonly locale?: string;
  readonly zone?: string;
}

type Known = Account & { readonly person: Person };

/**
 * The person behind an account, made when they are seen for the first time; two first actions at once make one. What
 * the platform says of the account (name, language, zone) is kept up to date; the person's own choices stay.
 */
export async function identify(db: Db, who: Who, now: Date): Promise<{ person: Person; account: Account }> {
  const known = (await findAccount(db, who)) ?? (await makeAccount(db, who, now));
  const { person, ...account } = await keepUpToDate(db, known, who, now);
  return { person, account };
}

/**
 * The same for somebody who was only mentioned: nothing that is known of them is overwritten by the name they were
 * mentioned with.
 */
export async function identifyMentioned(db: Db, who: Who, now: Date): Promise<Person> {
  const known = (await findAccount(db, who)) ?? (await makeAccount(db, who, now));
  return known.person;
}

/** The account of that name on that platform, with its person; null where it was never seen. */
export function findAccount(db: Db, who: Pick<Who, 'place' | 'accountId'>): Promise<Known | null> {
  return db.account.findUnique({
    where: { platform_workspaceId_accountId: toAddress(who) },
    include: { person: true },
  });
}

/** Discord's user ids count everywhere, so their workspace is empty; Slack's count within their workspace. */
function toAddress({ place, accountId }: Pick<Who, 'place' | 'accountId'>) {
  const { platform, workspaceId } = place;
  return { platform, workspaceId: platform === 'discord' ? '' : workspaceId, accountId };
}

async function makeAccount(db: Db, who: Who, now: Date): Promise<Known> {
  const name = who.name || who.nickname || who.accountId;
  try {
    return await db.account.create({
      data: {
        ...toAddress(who),
        ...guesses(who),
        name,
        createdAt: now,
        person: { create: { name, createdAt: now } },
      },
      include: { person: true },
    });
  } catch (error) {
    const meanwhile = isDuplicate(error) ? await findAccount(db, who) : null;
    if (!meanwhile) throw error;
    return meanwhile;
  }
}

async function keepUpToDate(db: Db, known: Known, who: Who, now: Date): Promise<Known> {
  const seen = { ...(who.name !== '' && { name: who.name }), ...guesses(who) };
  const news = Object.entries(seen).some(([key, value]) => known[key as keyof Account] !== value);
  if (!news) return known;
  // A person goes by the name of the account they were first seen with, until that account is renamed.
  const person = seen.name && known.person.name === known.name ? { person: { update: { name: seen.name } } } : {};
  const { zone } = seen;
  // Before the account: what fails between the two is done again the next time.
  if (zone !== undefined && zone !== known.zone && known.person.zone === null) {
    await db.$transaction((tx) => moveSchedules(tx, { type: 'person', ids: [known.personId] }, zone, now));
  }
  return db.account.update({ where: { id: known.id }, data: { ...seen, ...person }, include: { person: true } });
}

function guesses({ zone, locale }: Who) {
  return { ...(zone !== undefined && { zone }), ...(locale !== undefined && { locale }) };
}
