import { setTimeout as passing } from 'node:timers/promises';
import { PlatformError } from '../core/errors.ts';
import type { PlatformName } from '../core/rich-text.ts';
import type { View } from '../core/view.ts';
import { findOtherSpace } from '../domain/audiences/closed-spaces.ts';
import type { ClaimedDelivery } from '../domain/deliveries/claim.ts';
import { gatherDigest, keepToCoalition } from '../domain/deliveries/digest.ts';
import type { SkipReason } from '../domain/deliveries/reasons.ts';
import { noteAddress } from '../domain/deliveries/settle.ts';
import { markDirectClosed } from '../domain/people/direct.ts';
import type { MemberWithPerson } from '../domain/people/mentionable.ts';
import { findHold } from '../domain/recipients/hold.ts';
import { loadRecipient } from '../domain/recipients/load-recipient.ts';
import type { Delivery } from '../store/generated/sqlite/client.ts';
import { chooseSpeech } from '../views/choose-speech.ts';
import type { Speech } from '../views/speech.ts';
import { type Address, addressesOf } from './address.ts';
import { compose } from './compose/compose.ts';
import type { Composed } from './compose/composed.ts';
import { findEarlier } from './earlier.ts';
import { editCard } from './edit-card.ts';
import { mirror } from './mirror.ts';
import { toNoticeView, toPostView, whyNot } from './notify.ts';
import type { Outcome } from './outcome.ts';
import type { Pace, PacedSpace } from './pace.ts';
import { getPlatform, type OutboxParts } from './parts.ts';

/** A delivery with what is known of it before it is put into words. */
interface Saying {
  readonly parts: OutboxParts;
  readonly delivery: ClaimedDelivery;
  readonly recipient: MemberWithPerson | null;
  /** Deliveries that are said in the same post. */
  readonly digested: readonly Delivery[];
  /** Where their direct conversation turned out to be closed, on the way to this address. */
  readonly closedOn: PlatformName | null;
}

/** Says a delivery where it belongs, if it is the time for it. Throws `PlatformError`. */
export async function say(parts: OutboxParts, delivery: ClaimedDelivery): Promise<Outcome> {
  const { db } = parts.store;
  const now = parts.clock.now();
  const recipient = await loadRecipient(db, delivery);
  const closed = recipient?.person.reminders === 'dm' ? null : closedSpace(delivery);
  // First: it may be there although its space was unlinked since.
  const earlier = delivery.inDoubt ? await findEarlier(parts, delivery, recipient) : null;
  if (earlier) return earlier;
  if (closed) return leave(parts, delivery, closed);
  const reason = whyNot(delivery, recipient, now);
  if (reason) return skipped(reason);
  const hold = recipient && (await findHold(db, delivery, recipient, now));
  if (hold) return { type: 'held', hold, recipient };
  const digested = await gatherDigest(db, delivery, now);
  return sayAtBest({ parts, delivery, recipient, digested, closedOn: null }, now);
}

/** A direct conversation that turns out to be closed is remembered, and the next address is taken. */
async function sayAtBest(given: Saying, now: Date): Promise<Outcome> {
  const { parts, delivery, recipient } = given;
  let saying = given;
  for (const address of addressesOf(parts.platforms, delivery, recipient, now)) {
    try {
      return await sayAt(saying, address, now);
    } catch (error) {
      if (address.to === 'space' || !(error instanceof PlatformError) || error.failure !== 'closed') throw error;
      await markDirectClosed(parts.store.db, address.account, now);
      // As it stands on record by now: where it goes instead is to be noted, too.
      saying = { ...given, delivery: { ...delivery, sentTo: 'direct' }, closedOn: address.account.platform };
    }
  }
  throw new Error('the space is always the last address');
}

async function sayAt(saying: Saying, address: Address, now: Date): Promise<Outcome> {
  const { parts, delivery } = saying;
  const { db } = parts.store;
  const closed = address.to === 'space' ? closedSpace(delivery) : null;
  if (closed) return leave(parts, delivery, closed);
  const speech = speechAt(saying, address, now);
  const composed = await compose(db, delivery, speech);
  if (composed.type === 'skip') return skipped(composed.reason);
  if (composed.type === 'mirror') return mirror(parts, getPlatform(parts, delivery), delivery, composed);
  if (composed.type === 'card.edit') return editCard(parts, getPlatform(parts, delivery), delivery, composed);
  const digested = address.to === 'space' ? await keepToCoalition(db, delivery, saying.digested) : saying.digested;
  const view = await toView({ ...saying, digested }, address, composed, speech);
  const messageId = await post(parts, delivery, address, view);
  return { type: 'sent', sentTo: address.to, messageId, ...('version' in composed && { version: composed.version }) };
}

/** How to speak there: to one person as they like it, to a space as its coalition does. */
function speechAt({ parts, delivery, recipient }: Saying, address: Address, now: Date): Speech {
  const { coalition } = delivery;
  if (address.to === 'space' || !recipient) return chooseSpeech(parts.catalogue, coalition, now, { coalition });
  const { person } = recipient;
  const known = { person, account: address.account, others: person.accounts, coalition };
  return chooseSpeech(parts.catalogue, coalition, now, known);
}

type Sayable = Exclude<Composed, { type: 'skip' | 'card.edit' | 'mirror' }>;

async function toView(saying: Saying, address: Address, composed: Sayable, speech: Speech): Promise<View> {
  if (composed.type === 'post') return toPostView(speech, saying.delivery, composed.view);
  if (composed.type !== 'notice') return composed.view;
  const way = address.to === 'space' && address.instead ? 'closed' : address.to;
  return toNoticeView(saying.parts.store.db, speech, { ...saying, notice: composed.notice, way });
}

async function post(parts: OutboxParts, delivery: ClaimedDelivery, address: Address, view: View): Promise<string> {
  const { id, space, sentTo } = delivery;
  // Whoever finds it in doubt looks in the space where nothing else was noted.
  if (address.to !== (sentTo ?? 'space') && !(await noteAddress(parts.store.db, delivery, address.to))) {
    throw new PlatformError('later', 'it is in the hands of another process');
  }
  if (address.to === 'direct') {
    const { account, platform } = address;
    await untilFree(parts.pace, account);
    return (await paced(parts.pace, account, () => platform.postDirect(account, view, id))).messageId;
  }
  const platform = getPlatform(parts, delivery);
  return (await paced(parts.pace, space, () => platform.post(space, view, id))).messageId;
}

async function paced<T>(pace: Pace, space: PacedSpace, post: () => Promise<T>): Promise<T> {
  const begun = Date.now();
  pace.note(space, 'post', begun);
  try {
    return await post();
  } finally {
    pace.answered(space, 'post', begun, Date.now());
  }
}

/** Somebody may hear of several spaces at once, so their own conversation is waited for in place. */
async function untilFree(pace: Pace, account: PacedSpace): Promise<void> {
  while (pace.room(account, 'post', Date.now()) < 1) await passing(pace.freeAt(account, 'post') - Date.now() + 1);
}

function closedSpace({ space }: ClaimedDelivery): SkipReason | null {
  if (space.unlinkedAt) return 'space-unlinked';
  return space.lostAt ? 'space-lost' : null;
}

/** What may have been said there already is not said elsewhere as well. */
async function leave({ store }: OutboxParts, delivery: ClaimedDelivery, reason: SkipReason): Promise<Outcome> {
  const spaceId = delivery.inDoubt ? null : await findOtherSpace(store.db, delivery);
  return spaceId === null ? skipped(reason) : { type: 'moved', reason, spaceId };
}

function skipped(reason: SkipReason): Outcome {
  return { type: 'skipped', reason };
}
