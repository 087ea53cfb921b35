import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import { findOtherWorkers, findSaidByOthers } from '../domain/deliveries/others.ts';
import { callKindOf } from './call-kind.ts';
import type { OutboxParts } from './parts.ts';

/** The other processes on the same store, as far as the pace must know of them. */
export interface Others {
  /** Has the pace know what others said lately where something is in hand now. Never rejects. */
  readonly learn: (taken: readonly ClaimedDelivery[]) => Promise<void>;
}

/** How often others are looked for, and how long they count after they were seen, in milliseconds. */
const lookEvery = 1_000;
const remembered = 60_000;

/** For how long what was said counts in a channel, at the most, in milliseconds. */
const counting = 10_000;

/**
 * A space is in one process's hands at a time, but it changes hands: who takes it goes on at the pace of who had it. A
 * process that begins may follow one that has just ended.
 */
export function createOthers({ store: { db }, clock, pace, worker, log }: OutboxParts): Others {
  /** By name, when they were last seen with something in hand. */
  const seen = new Map<string, number>();
  /** By space, the latest that is known of what others said there. */
  const known = new Map<string, number>();
  /** Where it is known what was said before this process began. */
  const askedOf = new Set<string>();
  const begun = performance.now();
  let lookedAt = Number.NEGATIVE_INFINITY;

  const look = async (now: number) => {
    if (now - lookedAt < lookEvery) return;
    lookedAt = now;
    for (const name of await findOtherWorkers(db, worker)) seen.set(name, now);
    for (const [name, at] of seen) if (now - at > remembered) seen.delete(name);
    pace.shareAmong(seen.size + 1);
  };

  /** Alone, what others said is known once it was asked for, and counts no more after a while. */
  const isInDoubt = ({ spaceId }: ClaimedDelivery, now: number) =>
    seen.size > 0 || (now - begun < counting && !askedOf.has(spaceId));

  const learnOf = async (taken: readonly ClaimedDelivery[]) => {
    if (taken.length === 0) return;
    const now = clock.now().getTime();
    const behind = Date.now() - now;
    for (const [spaceId, at] of known) if (at < now - counting) known.delete(spaceId);
    const spaces = new Map(taken.map(({ space }) => [space.id, space]));
    const said = await findSaidByOthers(db, { worker, spaceIds: [...spaces.keys()], since: new Date(now - counting) });
    const unknown = said.filter(({ spaceId, settledAt }) => settledAt.getTime() > (known.get(spaceId) ?? 0));
    for (const { spaceId, letter, settledAt } of unknown) {
      const space = spaces.get(spaceId);
      known.set(spaceId, settledAt.getTime());
      if (space) pace.note(space, callKindOf({ letter }), settledAt.getTime() + behind);
    }
    if (seen.size === 0) for (const spaceId of spaces.keys()) askedOf.add(spaceId);
  };

  return {
    learn: async (taken) => {
      if (taken.length === 0) return;
      try {
        const now = performance.now();
        await look(now);
        await learnOf(taken.filter((delivery) => isInDoubt(delivery, now)));
      } catch (err) {
        log.warn({ err }, 'the pace of other processes is not known');
      }
    },
  };
}
