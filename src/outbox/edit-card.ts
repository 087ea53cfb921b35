import { PlatformError } from '../core/errors.ts';
import type { Platform } from '../core/ports.ts';
import { findCard, markCardGone } from '../domain/deliveries/cards.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import type { Composed } from './compose/composed.ts';
import type { Outcome } from './outcome.ts';
import type { OutboxParts } from './parts.ts';

/** Has a card show its subject as it is by now. One that was deleted on the platform is not edited any more. */
export async function editCard(
  { store, clock }: OutboxParts,
  platform: Platform,
  delivery: ClaimedDelivery,
  { view, version }: Extract<Composed, { type: 'card.edit' | 'card.post' }>,
): Promise<Outcome> {
  const card = await findCard(store.db, delivery);
  if (!card) return { type: 'skipped', reason: 'card-gone' };
  const { messageId } = card;
  try {
    await platform.edit({ ...delivery.space, messageId }, view);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.failure !== 'gone') throw error;
    await markCardGone(store.db, card, clock.now());
    return { type: 'skipped', reason: 'card-gone' };
  }
  return { type: 'sent', sentTo: 'space', messageId, version };
}
