import { PlatformError } from '../core/errors.ts';
import { findCardSubject, isCardEdit } from '../domain/deliveries/cards.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import type { MemberWithPerson } from '../domain/people/mentionable.ts';
import { directAddresses } from './address.ts';
import type { Outcome } from './outcome.ts';
import type { Pace, PacedSpace } from './pace.ts';
import { getPlatform, type OutboxParts } from './parts.ts';

/**
 * The post of an earlier try of which nobody knows the end, if it turns out to be there. Throws `PlatformError` where that
 * cannot be known now.
 */
export async function findEarlier(
  parts: OutboxParts,
  delivery: ClaimedDelivery,
  recipient: MemberWithPerson | null,
): Promise<Outcome | null> {
  const { id, space, sentTo } = delivery;
  if (isCardEdit(delivery)) return null;
  const direct = sentTo === 'direct' ? recipient : null;
  // A platform shows nothing of a channel that is closed to the bot.
  if (!direct && space.lostAt) return null;
  takeLook(parts.pace, space);
  if (direct) return findEarlierDirect(parts, delivery, direct);
  const found = await getPlatform(parts, delivery).findPosted(space, id).catch(unlessLeft(space));
  // What an earlier try showed is not known: version 0 has a card edited once more.
  const version = findCardSubject(delivery) && { version: 0 };
  return found && { type: 'sent', sentTo: 'space', messageId: found.messageId, ...version };
}

/** After a crash there may be more to look for than the platform answers at once. */
function takeLook(pace: Pace, space: PacedSpace): void {
  const now = Date.now();
  const retryAfter = pace.freeAt(space, 'look') - now;
  if (pace.room(space, 'look', now) < 1) throw new PlatformError('later', 'too many looks', { retryAfter });
  pace.note(space, 'look', now);
}

async function findEarlierDirect(
  { platforms }: OutboxParts,
  { id, space }: ClaimedDelivery,
  recipient: MemberWithPerson,
): Promise<Outcome | null> {
  for (const { platform, account } of directAddresses(platforms, space, recipient)) {
    const found = await platform.findPostedDirect(account, id).catch(unlessClosed);
    if (found) return { type: 'sent', sentTo: 'direct', messageId: found.messageId };
  }
  return null;
}

/** Where nothing can be sent, nothing was. */
function unlessClosed(error: unknown): null {
  if (error instanceof PlatformError && error.failure === 'closed') return null;
  throw error;
}

/** Whoever unlinks a channel may close it to the bot as well: then it can never be known. */
function unlessLeft({ unlinkedAt }: ClaimedDelivery['space']): (error: unknown) => null {
  return (error) => {
    if (unlinkedAt && error instanceof PlatformError && error.failure === 'unreachable') return null;
    throw error;
  };
}
