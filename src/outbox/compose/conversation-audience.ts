import type { Mentionable } from '../../core/rich-text.ts';
import { isListener } from '../../domain/audiences/listeners.ts';
import type { SkipReason } from '../../domain/deliveries/reasons.ts';
import { loadMentioned } from '../../domain/people/load-mentioned.ts';
import { toMentionable } from '../../domain/people/mentionable.ts';
import { loadHearers } from '../../domain/recipients/silence.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import {
  aheadNotice,
  cancelledNotice,
  closingNotice,
  feedbackNotice,
  movedNotice,
  soonNotice,
} from '../../views/conversations/notices.ts';
import type { Notice } from '../../views/notices/notice.ts';
import { type ComposedNotice, skip } from './composed.ts';
import type { Occasion, ToAudience } from './conversation-letters.ts';

/** What is said to those who come, or to whoever leads it: to one of them, or to all of a space together. */
export async function composeToAudience(
  db: Db,
  delivery: Delivery,
  letter: ToAudience,
  occasion: Occasion,
): Promise<ComposedNotice> {
  const reason = whyNot(letter, occasion);
  if (reason) return skip(reason);
  return toListeners(db, delivery, await toNotice(db, delivery, letter, occasion), occasion.speech.now);
}

/** Where things have moved on since. */
function whyNot(letter: ToAudience, { occurrence, speech: { now } }: Occasion): SkipReason | null {
  const { state, startsAt, endsAt, wall } = occurrence;
  const moved = () => {
    switch (letter.kind) {
      case 'conversation.tomorrow':
      case 'conversation.today':
        return startsAt <= now;
      case 'conversation.soon':
        return endsAt <= now;
      case 'conversation.moved':
        return endsAt <= now || letter.data.from === wall;
      case 'conversation.cancelled':
        return state !== 'cancelled';
      case 'conversation.closing':
        return state === 'closed';
      case 'conversation.feedback':
        return false;
      default:
        return letter satisfies never;
    }
  };
  return moved() ? 'no-longer-true' : null;
}

async function toNotice(
  db: Db,
  delivery: Delivery,
  letter: ToAudience,
  { occurrence, speech }: Occasion,
): Promise<Notice | null> {
  switch (letter.kind) {
    case 'conversation.tomorrow':
    case 'conversation.today':
      return aheadNotice(speech, occurrence);
    case 'conversation.soon':
      return soonNotice(speech, occurrence);
    case 'conversation.moved': {
      const by = await loadMentioned(db, delivery, letter.data.byId);
      return by && movedNotice(speech, occurrence, letter.data.from, by);
    }
    case 'conversation.cancelled': {
      const by = await loadMentioned(db, delivery, letter.data.byId);
      return by && cancelledNotice(speech, occurrence, by);
    }
    case 'conversation.closing':
      return closingNotice(speech, occurrence);
    case 'conversation.feedback':
      return feedbackNotice(speech, occurrence);
    default:
      return letter satisfies never;
  }
}

/** Says it to its recipient, if it is still for them, or to those in the space whom it is for by now. */
export async function toListeners(
  db: Db,
  delivery: Delivery,
  notice: Notice | null,
  now: Date,
): Promise<ComposedNotice> {
  if (!notice) return skip('no-longer-true');
  const { recipientId } = delivery;
  if (recipientId === null) return toAll(notice, (await loadHearers(db, delivery, now)).map(toNamed));
  return (await isListener(db, delivery, recipientId)) ? { type: 'notice', notice } : skip('not-coming');
}

function toNamed({ person }: Awaited<ReturnType<typeof loadHearers>>[number]): Mentionable {
  return toMentionable(person);
}

function toAll(notice: Notice, listeners: readonly Mentionable[]): ComposedNotice {
  return listeners.length > 0 ? { type: 'notice', notice: { ...notice, listeners } } : skip('nobody-to-tell');
}
