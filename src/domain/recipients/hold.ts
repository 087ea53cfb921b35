import type { Coalition, Delivery, HeldFor, Space } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { endOfQuiet, nextMorning } from '../../time/day-times.ts';
import { isPost } from '../deliveries/letters.ts';
import { settle } from '../deliveries/settle.ts';
import type { MemberWithPerson, PersonWithAccounts } from '../people/mentionable.ts';
import { zoneOf } from '../people/zone-of.ts';
import { isBudgetUsed } from './budget.ts';
import { hearsDirectly, joinDigest } from './join-digest.ts';

/** Why a delivery waits although it is due, and until when. */
export interface Hold {
  readonly heldFor: HeldFor;
  readonly until: Date;
}

/** A delivery for one member, with what its waiting depends on. */
type OfRecipient = Pick<Delivery, 'letter' | 'urgent'> & { readonly coalition: Pick<Coalition, 'zone'> };

/**
 * Whether it is not the time for this: the quiet hours of whom it is for, in their zone, or a day on which they have
 * heard enough. Null for what is urgent or a post of its own, and where it can be said.
 */
export async function findHold(
  db: Db,
  { letter, urgent, coalition }: OfRecipient,
  { person }: MemberWithPerson,
  now: Date,
): Promise<Hold | null> {
  if (urgent || isPost(letter)) return null;
  const zone = zoneOf(person, coalition);
  const quietUntil = endOfQuietOf(person, zone, now);
  if (quietUntil) return { heldFor: 'quietHours', until: quietUntil };
  if (!(await isBudgetUsed(db, person, zone, now))) return null;
  const morning = nextMorning(now, zone);
  return { heldFor: 'budget', until: endOfQuietOf(person, zone, morning) ?? morning };
}

function endOfQuietOf({ quietFrom, quietTo }: PersonWithAccounts, zone: string, now: Date): Date | null {
  return quietFrom !== null && quietTo !== null ? endOfQuiet(now, { from: quietFrom, to: quietTo }, zone) : null;
}

/**
 * Puts off what is in hand; whoever holds it must still be the one. It goes where all goes that is held back for the
 * same member, so that it can be said together; and with what is held back for them in other coalitions, where they are
 * told directly. Returns whether it was this worker's.
 */
export async function settleHeld(
  db: Db,
  delivery: Delivery,
  recipient: MemberWithPerson,
  { heldFor, until }: Hold,
  now: Date,
): Promise<boolean> {
  const spaces = await findDigestSpaces(db, delivery, recipient);
  const waiting = { status: 'pending', attempts: 0, leasedUntil: null, reason: null, sentTo: null } as const;
  const held = { ...waiting, dueAt: until, heldFor, spaceId: spaces[0]?.id ?? delivery.spaceId };
  if (!hearsDirectly(recipient.person, now)) return settle(db, delivery, held);
  return db.$transaction(async (tx) => {
    const joined = await joinDigest(tx, delivery, recipient, until, spaces);
    return settle(tx, delivery, { ...held, ...joined });
  });
}

/** The open spaces of the coalition where the member has an account, the same first one for all that is held for them. */
async function findDigestSpaces(
  db: Db,
  { coalitionId }: Delivery,
  { person: { accounts } }: MemberWithPerson,
): Promise<Space[]> {
  return db.space.findMany({
    where: {
      ...{ coalitionId, unlinkedAt: null, lostAt: null },
      OR: accounts.map(({ platform, workspaceId }) =>
        platform === 'discord' ? { platform } : { platform, workspaceId },
      ),
    },
    orderBy: { id: 'asc' },
  });
}
