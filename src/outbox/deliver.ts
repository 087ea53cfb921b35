import { PlatformError } from '../core/errors.ts';
import type { Log, Platform } from '../core/ports.ts';
import { findCard, markCardGone } from '../domain/deliveries/cards.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import { retryLater, settleFailed, settleSent, settleSkipped } from '../domain/deliveries/settle.ts';
import { markSpaceLost } from '../domain/deliveries/spaces.ts';
import type { Catalogue } from '../i18n/catalogue.ts';
import type { Store } from '../store/open.ts';
import type { Clock } from '../time/clock.ts';
import { type Composed, compose } from './compose.ts';
import type { Pace } from './pace.ts';
import { nextAttempt } from './retry.ts';

/** What the outbox is made of; the composition root hands it over. */
export interface OutboxParts {
  readonly store: Store;
  readonly platforms: readonly Platform[];
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly pace: Pace;
  /** A name that no other process bears. */
  readonly worker: string;
  readonly log: Log;
}

/** What came of a try: where it stands, or why it was not to be sent. */
type Outcome = { readonly messageId: string; readonly version?: number } | { readonly skip: string };

/** Says one delivery and notes what came of it. Never rejects: what goes wrong is on record, and in the log. */
export async function deliver(parts: OutboxParts, delivery: ClaimedDelivery): Promise<void> {
  const { store, clock, log } = parts;
  const facts = { delivery: delivery.id, letter: delivery.letter, platform: delivery.space.platform };
  try {
    const outcome = await say(parts, delivery);
    const now = clock.now();
    if ('skip' in outcome) await settleSkipped(store.db, delivery, outcome.skip, now);
    else await settleSent(store.db, delivery, { ...outcome, now });
    log.debug({ ...facts, outcome }, 'delivery settled');
  } catch (error) {
    await settleError(parts, delivery, error).catch((err: unknown) => log.error({ ...facts, err }, 'not on record'));
    log.warn({ ...facts, err: error, attempts: delivery.attempts }, 'delivery failed');
  }
}

async function say(parts: OutboxParts, delivery: ClaimedDelivery): Promise<Outcome> {
  const { store, catalogue, clock, pace, platforms } = parts;
  const { space } = delivery;
  if (space.unlinkedAt) return { skip: 'space-unlinked' };
  if (space.lostAt) return { skip: 'space-lost' };
  const platform = platforms.find(({ name }) => name === space.platform);
  if (!platform) throw new PlatformError('later', `${space.platform} is off`);
  const composed = await compose(store.db, catalogue, delivery, clock.now());
  if (composed.type === 'skip') return { skip: composed.reason };
  pace.note(space, Date.now());
  return composed.type === 'card.edit' ? edit(parts, platform, delivery, composed) : post(platform, delivery, composed);
}

/** Posts, unless an earlier try of which nobody knows the end turns out to have been seen. */
async function post(platform: Platform, delivery: ClaimedDelivery, composed: Exclude<Composed, { type: 'skip' }>) {
  const { space, inDoubt } = delivery;
  const earlier = inDoubt ? await platform.findPosted(space, delivery.id) : null;
  const { messageId } = earlier ?? (await platform.post(space, composed.view, delivery.id));
  // What an earlier try showed is not known: version 0 has the card edited once more.
  return { messageId, ...('version' in composed && { version: earlier ? 0 : composed.version }) };
}

async function edit(
  { store, clock }: OutboxParts,
  platform: Platform,
  delivery: ClaimedDelivery,
  { view, version }: Extract<Composed, { version: number }>,
): Promise<Outcome> {
  const card = await findCard(store.db, delivery);
  if (!card) return { skip: 'card-gone' };
  const { messageId } = card;
  try {
    await platform.edit({ ...delivery.space, messageId }, view);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.failure !== 'gone') throw error;
    await markCardGone(store.db, card, clock.now());
    return { skip: 'card-gone' };
  }
  return { messageId, version };
}

async function settleError({ store: { db }, clock }: OutboxParts, delivery: ClaimedDelivery, error: unknown) {
  const now = clock.now();
  const { failure, retryAfter } = error instanceof PlatformError ? error : { failure: 'later', retryAfter: 0 };
  if (failure === 'unreachable') await markSpaceLost(db, delivery.spaceId, now);
  const at = failure === 'later' ? nextAttempt(now, delivery.attempts, retryAfter) : null;
  if (!at) return settleFailed(db, delivery, failure, now);
  // A refusal for haste says that nothing was posted; after any other failure it may have been.
  return retryLater(db, delivery, { at, reason: failure, inDoubt: retryAfter === undefined || retryAfter === 0 });
}
