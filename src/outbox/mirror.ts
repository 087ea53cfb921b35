import { PlatformError } from '../core/errors.ts';
import type { CalendarEntry, Platform, PlatformCalendar } from '../core/ports.ts';
import { findCard, markCardGone } from '../domain/deliveries/cards.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import type { Composed } from './compose/composed.ts';
import type { Outcome } from './outcome.ts';
import type { OutboxParts } from './parts.ts';

type Mirrored = Extract<Composed, { type: 'mirror' }>;

/**
 * Has the platform's own calendar show an occurrence as it is by now. What somebody deleted there is not made again, and
 * where the bot may not write nothing else suffers.
 */
export async function mirror(
  { store, clock }: OutboxParts,
  { calendar }: Platform,
  delivery: ClaimedDelivery,
  { entry, cancelled, version }: Mirrored,
): Promise<Outcome> {
  if (!calendar) return { type: 'skipped', reason: 'nothing-to-say' };
  const card = await findCard(store.db, delivery);
  try {
    const known = card?.messageId ?? (delivery.inDoubt ? await calendar.find(delivery.space, entry) : null);
    if (known === null && cancelled) return { type: 'skipped', reason: 'conversation-cancelled' };
    const messageId = await enter(calendar, delivery, known, entry, cancelled);
    return { type: 'sent', sentTo: 'space', messageId, version };
  } catch (error) {
    const failure = error instanceof PlatformError ? error.failure : null;
    if (failure === 'unreachable' || failure === 'refused') return { type: 'skipped', reason: 'calendar-closed' };
    if (failure !== 'gone' || !card) throw error;
    await markCardGone(store.db, card, clock.now());
    return { type: 'skipped', reason: 'card-gone' };
  }
}

async function enter(
  calendar: PlatformCalendar,
  { space }: ClaimedDelivery,
  known: string | null,
  entry: CalendarEntry,
  cancelled: boolean,
): Promise<string> {
  if (known === null) return calendar.add(space, entry);
  if (cancelled) await calendar.cancel(space, known);
  else await calendar.change(space, known, entry);
  return known;
}
