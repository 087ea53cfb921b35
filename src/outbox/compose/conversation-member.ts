import { loadSeatOfRecipient } from '../../domain/conversations/load-seat.ts';
import { loadMentioned } from '../../domain/people/load-mentioned.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import {
  askedNotice,
  lapsedNotice,
  leadingNotice,
  offeredNotice,
  seatedNotice,
} from '../../views/conversations/notices.ts';
import type { Notice } from '../../views/notices/notice.ts';
import { type ComposedNotice, skip } from './composed.ts';
import type { Occasion, ToMember } from './conversation-letters.ts';

/** What is said to one member alone: that they are asked for, or how it stands with the seat they wait for. */
export async function composeToMember(
  db: Db,
  delivery: Delivery,
  letter: ToMember,
  occasion: Occasion,
): Promise<ComposedNotice> {
  const { occurrence, speech } = occasion;
  if (occurrence.endsAt <= speech.now) return skip('no-longer-true');
  const notice = isAboutLeading(letter)
    ? await toLeadingNotice(db, delivery, letter, occasion)
    : await toSeatNotice(db, delivery, letter, occasion);
  return notice ? { type: 'notice', notice } : skip('no-longer-true');
}

type Asked = Extract<ToMember, { kind: 'conversation.asked' }>;

function isAboutLeading(letter: ToMember): letter is Asked {
  return letter.kind === 'conversation.asked' && letter.data.as === 'facilitator';
}

async function toLeadingNotice(
  db: Db,
  delivery: Delivery,
  { data }: Asked,
  { occurrence, speech }: Occasion,
): Promise<Notice | null> {
  const by = await loadMentioned(db, delivery, data.byId);
  const leads = occurrence.facilitatorId === delivery.recipientId;
  return leads && by ? leadingNotice(speech, occurrence, by) : null;
}

/** Null where they have answered meanwhile, or it stands otherwise with their seat by now. */
async function toSeatNotice(
  db: Db,
  delivery: Delivery,
  letter: ToMember,
  { occurrence, speech }: Occasion,
): Promise<Notice | null> {
  const { seat = null, offeredUntil = null } = (await loadSeatOfRecipient(db, delivery)) ?? {};
  switch (letter.kind) {
    case 'conversation.asked': {
      const by = await loadMentioned(db, delivery, letter.data.byId);
      return by && seat === 'offered' ? askedNotice(speech, occurrence, by) : null;
    }
    case 'conversation.offered': {
      const isHeld = seat === 'offered' && offeredUntil !== null && offeredUntil > speech.now;
      return isHeld ? offeredNotice(speech, occurrence, offeredUntil) : null;
    }
    case 'conversation.lapsed':
      return seat === 'waiting' ? lapsedNotice(speech, occurrence) : null;
    case 'conversation.seated':
      return seat === 'taken' ? seatedNotice(speech, occurrence) : null;
    default:
      return letter satisfies never;
  }
}
