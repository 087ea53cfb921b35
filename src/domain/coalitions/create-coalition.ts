import type { Coalition, Member, Space } from '../../store/generated/sqlite/client.ts';
import type { ScopedTx } from '../../store/scope.ts';
import { audit } from '../audit.ts';
import { firstCounters } from '../numbers.ts';
import type { Caller } from '../people/acting.ts';
import { setUsualDigest } from './digest.ts';
import { linkingHere } from './linkable.ts';
import { toSpaceColumns } from './places.ts';

/** A coalition to be made. `zone` is IANA, `locale` a language that the bot speaks. */
export interface NewCoalition {
  readonly name: string;
  readonly zone: string;
  readonly locale: string;
}

/** What a new link leaves behind. */
export interface Linked {
  readonly coalition: Coalition;
  readonly space: Space;
  readonly member: Member;
}

/**
 * Makes a coalition of which this channel is the first space and the caller the first organizer; it hears of its tasks
 * once a week. Throws
 * `coalition.direct-message`, `coalition.already-linked-here`.
 */
export function createCoalition(caller: Caller, { name, zone, locale }: NewCoalition): Promise<Linked> {
  const { db, person, now } = caller;
  return linkingHere(caller, () =>
    db.$transaction(async (tx) => {
      const coalition = await tx.coalition.create({
        data: { name, zone, locale, createdAt: now, counters: { create: firstCounters() } },
      });
      const coalitionId = coalition.id;
      const space = await tx.space.create({ data: { coalitionId, ...toSpaceColumns(caller) } });
      const member = await tx.member.create({
        data: { coalitionId, personId: person.id, role: 'organizer', joinedAt: now },
      });
      await setUsualDigest(tx, coalition, now);
      // Everything written here is of the coalition that this transaction makes.
      await audit(tx as ScopedTx, { coalition, member, now }, 'coalition.created', coalitionId);
      return { coalition, space, member };
    }),
  );
}
