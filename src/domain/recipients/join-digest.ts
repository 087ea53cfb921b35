import type { Delivery, Space } from '../../store/generated/sqlite/client.ts';
import type { DbTx } from '../../store/scope.ts';
import { mostInDigest } from '../deliveries/digest.ts';
import { isDirectClosed } from '../people/direct.ts';
import type { MemberWithPerson, PersonWithAccounts } from '../people/mentionable.ts';

/** A post says no more coalitions than this, so that their names and buttons find room beside what it says. */
const mostCoalitions = 5;

/** In which digest something is said, and in which space where it cannot be said directly. */
interface Joined {
  readonly digestId: string;
  readonly spaceId: string;
}

/** Whether a person hears directly what waited for them: there all of their coalitions can be said in one post. */
export function hearsDirectly({ reminders, accounts }: PersonWithAccounts, now: Date): boolean {
  return reminders === 'dm' && accounts.some((account) => !isDirectClosed(account, now));
}

/**
 * Has a delivery that is held back said in the post of another that waits for the same person until the same moment, of
 * whichever coalition, where both would be said in the same platform. Two that are held back at once wait for each
 * other, so that the second finds the first. Null where there is none.
 */
export async function joinDigest(
  tx: DbTx,
  delivery: Delivery,
  { person }: MemberWithPerson,
  until: Date,
  spaces: readonly Space[],
): Promise<Joined | null> {
  await tx.person.updateMany({ where: { id: person.id }, data: { id: person.id } });
  // What others are said with stays what it is.
  if ((await tx.delivery.count({ where: { digestId: delivery.id } })) > 0) return null;
  const members = await tx.member.findMany({ where: { personId: person.id, leftAt: null }, select: { id: true } });
  if (members.length < 2) return null;
  const heads = await tx.delivery.findMany({
    where: {
      ...{ recipientId: { in: members.map(({ id }) => id) }, status: 'pending', dueAt: until },
      ...{ heldFor: { not: null }, digestId: null, id: { not: delivery.id } },
    },
    include: { space: { select: { platform: true } } },
    orderBy: { id: 'asc' },
  });
  for (const head of heads) {
    const near = spaces.find(({ platform }) => platform === head.space.platform);
    if (near && (await hasRoom(tx, head, delivery)) && (await keepWaiting(tx, head))) {
      return { digestId: head.id, spaceId: near.id };
    }
  }
  return null;
}

async function hasRoom(tx: DbTx, head: Delivery, { coalitionId }: Delivery): Promise<boolean> {
  const joined = await tx.delivery.findMany({ where: { digestId: head.id }, select: { coalitionId: true } });
  const coalitions = new Set([head, ...joined].map((each) => each.coalitionId)).add(coalitionId);
  return joined.length + 1 < mostInDigest && coalitions.size <= mostCoalitions;
}

/** Holds on to it until the end of the transaction: whoever takes it after that finds what has joined it. */
async function keepWaiting(tx: DbTx, { id }: Delivery): Promise<boolean> {
  const { count } = await tx.delivery.updateMany({ where: { id, status: 'pending', digestId: null }, data: { id } });
  return count === 1;
}
