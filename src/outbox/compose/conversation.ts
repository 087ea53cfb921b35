import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import { loadOccurrenceForLetter } from '../../domain/conversations/get-occurrence.ts';
import { loadFeedback } from '../../domain/conversations/load-feedback.ts';
import type { SkipReason } from '../../domain/deliveries/reasons.ts';
import { isStillPlanned } from '../../domain/schedules/still-planned.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { calendarEntry } from '../../views/conversations/calendar-entry.ts';
import { occurrenceCard } from '../../views/conversations/card.ts';
import { occurrenceSummary } from '../../views/conversations/summary.ts';
import type { Speech } from '../../views/speech.ts';
import { type Composed, type ComposedNotice, skip } from './composed.ts';
import { composeToAudience } from './conversation-audience.ts';
import {
  type ConversationNotice,
  type ConversationPost,
  isOfSeries,
  isToMember,
  type Occasion,
} from './conversation-letters.ts';
import { composeToMember } from './conversation-member.ts';
import { composeOfSeries } from './conversation-series.ts';

/** What is to be said of one time of a conversation in a space. */
export async function composeConversation(
  db: Db,
  delivery: Delivery,
  letter: ConversationPost,
  speech: Speech,
): Promise<Composed> {
  const occurrence = await loadOccurrenceForLetter(db, delivery);
  if (!occurrence) return skip('subject-gone');
  const occasion = { occurrence, speech };
  switch (letter.kind) {
    case 'conversation.card.edit':
      return toCard('card.edit', occasion);
    case 'conversation.mirror':
      return toMirror(occasion);
    case 'conversation.card.post':
    case 'conversation.summary': {
      const reason = await whyNot(db, delivery, letter, occurrence);
      if (reason) return skip(reason);
      return letter.kind === 'conversation.summary' ? toSummary(db, delivery, occasion) : toFirstCard(occasion);
    }
    default:
      return letter satisfies never;
  }
}

/** What is to be said of a conversation to those whom it concerns. */
export async function composeConversationNotice(
  db: Db,
  delivery: Delivery,
  letter: ConversationNotice,
  speech: Speech,
): Promise<ComposedNotice> {
  if (isOfSeries(letter)) return composeOfSeries(db, delivery, letter, speech);
  const occurrence = await loadOccurrenceForLetter(db, delivery);
  if (!occurrence) return skip('subject-gone');
  const reason = await whyNot(db, delivery, letter, occurrence);
  if (reason) return skip(reason);
  const occasion = { occurrence, speech };
  if (isToMember(letter)) return composeToMember(db, delivery, letter, occasion);
  return composeToAudience(db, delivery, letter, occasion);
}

/** Where it is called off, or planned for another time by now. */
async function whyNot(
  db: Db,
  delivery: Delivery,
  { kind }: ConversationPost | ConversationNotice,
  { state }: OccurrenceDetails,
): Promise<SkipReason | null> {
  if (state === 'cancelled' && kind !== 'conversation.cancelled') return 'conversation-cancelled';
  return (await isStillPlanned(db, delivery)) ? null : 'no-longer-true';
}

function toFirstCard(occasion: Occasion): Composed {
  return occasion.occurrence.endsAt > occasion.speech.now ? toCard('card.post', occasion) : skip('no-longer-true');
}

async function toSummary(db: Db, delivery: Delivery, { occurrence, speech }: Occasion): Promise<Composed> {
  const feedback = occurrence.outcome === null ? await loadFeedback(db, delivery) : null;
  if (occurrence.outcome === null && feedback === null) return skip('nothing-to-say');
  return { type: 'post', view: occurrenceSummary(speech, occurrence, feedback) };
}

function toCard(type: 'card.post' | 'card.edit', { occurrence, speech }: Occasion): Composed {
  return { type, view: occurrenceCard(speech, occurrence), version: occurrence.version };
}

/** A platform's calendar takes what is to come, and strikes what was to come. */
function toMirror({ occurrence, speech }: Occasion): Composed {
  const { startsAt, state, sequence } = occurrence;
  if (startsAt <= speech.now) return skip('no-longer-true');
  const cancelled = state === 'cancelled';
  return { type: 'mirror', entry: calendarEntry(speech, occurrence), cancelled, version: sequence };
}
