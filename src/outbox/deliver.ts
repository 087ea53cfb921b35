import { PlatformError } from '../core/errors.ts';
import type { Counters } from '../core/ports.ts';
import { findOtherSpace, markSpaceLost, settleMoved, settleUnheard } from '../domain/audiences/closed-spaces.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import { type Fate, settleDigest } from '../domain/deliveries/digest.ts';
import type { SkipReason } from '../domain/deliveries/reasons.ts';
import { retryLater, settleFailed, settleSkipped } from '../domain/deliveries/settle.ts';
import { settleSent } from '../domain/deliveries/settle-sent.ts';
import { settleHeld } from '../domain/recipients/hold.ts';
import type { Store } from '../store/open.ts';
import { callKindOf } from './call-kind.ts';
import type { Outcome } from './outcome.ts';
import type { OutboxParts } from './parts.ts';
import { nextAttempt } from './retry.ts';
import { say } from './say.ts';

/**
 * Says one delivery and notes what came of it. Returns whether it was said and settled, so that the next one of its
 * space can follow. Never rejects: what goes wrong is on record, and in the log.
 */
export async function deliver(parts: OutboxParts, delivery: ClaimedDelivery): Promise<boolean> {
  const { store, clock, log } = parts;
  const facts = { delivery: delivery.id, letter: delivery.letter, platform: delivery.space.platform };
  try {
    const outcome = await say(parts, delivery);
    const now = clock.now();
    const settled = await settle(store, delivery, outcome, now);
    if (settled) count(parts, delivery, { outcome: outcome.type, ...measure(delivery, outcome, now) });
    log.debug({ ...facts, outcome: outcome.type }, 'delivery settled');
    return settled;
  } catch (error) {
    await settleError(parts, delivery, error).catch((err: unknown) => log.error({ ...facts, err }, 'not on record'));
    log.warn({ ...facts, err: error, attempts: delivery.attempts }, 'delivery failed');
    return false;
  }
}

type Counted = Omit<Parameters<Counters['delivery']>[0], 'platform' | 'letter'>;

function count({ counters }: OutboxParts, { space, letter }: ClaimedDelivery, counted: Counted): void {
  counters?.delivery({ platform: space.platform, letter, ...counted });
}

/** Why, or how late: what was held back was due when that ended. */
function measure({ dueAt }: ClaimedDelivery, outcome: Outcome, now: Date): Omit<Counted, 'outcome'> {
  if (outcome.type === 'sent') return { lateMs: now.getTime() - dueAt.getTime() };
  return { reason: outcome.type === 'held' ? outcome.hold.heldFor : outcome.reason };
}

/** What had been held back is settled with all that its post said as well. */
async function settle({ db }: Store, delivery: ClaimedDelivery, outcome: Outcome, now: Date): Promise<boolean> {
  const nothing = { reason: null, messageId: null, sentTo: null, settledAt: now };
  const together = delivery.heldFor !== null;
  switch (outcome.type) {
    case 'held':
      return settleHeld(db, delivery, outcome.recipient, outcome.hold, now);
    case 'moved':
      return settleMoved(db, delivery, outcome.spaceId);
    case 'skipped': {
      const { reason } = outcome;
      if (together) return settleDigest(db, delivery, { ...nothing, status: 'skipped', reason });
      if (isClosing(reason)) return settleUnheard(db, delivery, { status: 'skipped', reason, settledAt: now });
      return settleSkipped(db, delivery, reason, now);
    }
    case 'sent': {
      const { type, ...sent } = outcome;
      if (together) return settleDigest(db, delivery, { ...nothing, ...sent, status: 'sent' });
      return settleSent(db, delivery, { ...sent, now });
    }
    default:
      return outcome satisfies never;
  }
}

function isClosing(reason: SkipReason): boolean {
  return reason === 'space-lost' || reason === 'space-unlinked';
}

async function settleError(parts: OutboxParts, delivery: ClaimedDelivery, error: unknown) {
  const { db } = parts.store;
  const now = parts.clock.now();
  const { failure, retryAfter = 0 } = error instanceof PlatformError ? error : { failure: 'later' };
  // Such a refusal says that nothing was posted now; what was in doubt may not even have been looked for.
  const forHaste = failure === 'later' && retryAfter > 0;
  if (forHaste && !delivery.inDoubt) parts.pace.refused(delivery.space, callKindOf(delivery), Date.now() + retryAfter);
  if (failure === 'unreachable') return settleUnreachable(parts, delivery, now);
  const at = failure === 'later' ? nextAttempt(now, delivery.attempts, retryAfter) : null;
  if (!at) return settleFailure(parts, delivery, failure, now);
  count(parts, delivery, { outcome: 'retried', reason: failure });
  return retryLater(db, delivery, { at, reason: failure, inDoubt: delivery.inDoubt || !forHaste, counts: !forHaste });
}

/** What was refused was not said, and what is for one member may be said elsewhere; unless an earlier try is in doubt. */
async function settleUnreachable(parts: OutboxParts, delivery: ClaimedDelivery, now: Date): Promise<boolean> {
  const { db } = parts.store;
  await markSpaceLost(db, delivery.space, now);
  const spaceId = delivery.inDoubt ? null : await findOtherSpace(db, delivery);
  if (spaceId === null) return settleFailure(parts, delivery, 'unreachable', now);
  count(parts, delivery, { outcome: 'moved', reason: 'unreachable' });
  return settleMoved(db, delivery, spaceId);
}

function settleFailure(parts: OutboxParts, delivery: ClaimedDelivery, reason: string, now: Date): Promise<boolean> {
  const { db } = parts.store;
  count(parts, delivery, { outcome: 'failed', reason });
  if (delivery.heldFor !== null) return settleDigest(db, delivery, toFailed(reason, now));
  if (reason !== 'unreachable') return settleFailed(db, delivery, reason, now);
  return settleUnheard(db, delivery, { status: 'failed', reason, settledAt: now });
}

function toFailed(reason: string, settledAt: Date): Fate {
  return { status: 'failed', reason, messageId: null, sentTo: null, settledAt };
}
