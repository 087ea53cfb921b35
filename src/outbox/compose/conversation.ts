import { loadOccurrenceForLetter } from '../../domain/conversations/get-occurrence.ts';
import { loadFeedback } from '../../domain/conversations/load-feedback.ts';
import { isStillPlanned } from '../../domain/schedules/still-planned.ts';
import type { Delivery } from '../../store/generated/sqlite/client.ts';
import type { Db } from '../../store/scope.ts';
import { calendarEntry } from '../../views/conversations/calendar-entry.ts';
import { occurrenceCard } from '../../views/conversations/card.ts';
import { occurrenceSummary } from '../../views/conversations/summary.ts';
import type { Speech } from '../../views/speech.ts';
import { type Composed, skip } from './composed.ts';
import { composeToAudience } from './conversation-audience.ts';
import { isOfSeries, isToMember, type Occasion, type OfConversation, type OfSeries } from './conversation-letters.ts';
import { composeToMember } from './conversation-member.ts';
import { composeOfSeries } from './conversation-series.ts';

/** What is to be said of a conversation. */
export async function composeConversation(
  db: Db,
  delivery: Delivery,
  letter: OfConversation,
  speech: Speech,
): Promise<Composed> {
  if (isOfSeries(letter)) return composeOfSeries(db, delivery, letter, speech);
  const occurrence = await loadOccurrenceForLetter(db, delivery);
  if (!occurrence) return skip('subject-gone');
  const occasion = { occurrence, speech };
  if (letter.kind === 'conversation.card.edit') return toCard('card.edit', occasion);
  if (letter.kind === 'conversation.mirror') return toMirror(occasion);
  const isCancelled = occurrence.state === 'cancelled';
  if (isCancelled && letter.kind !== 'conversation.cancelled') return skip('conversation-cancelled');
  if (!(await isStillPlanned(db, delivery))) return skip('no-longer-true');
  return composeOfOne(db, delivery, letter, occasion);
}

type OfOne = Exclude<OfConversation, OfSeries | { kind: 'conversation.card.edit' | 'conversation.mirror' }>;

async function composeOfOne(db: Db, delivery: Delivery, letter: OfOne, occasion: Occasion): Promise<Composed> {
  const { occurrence, speech } = occasion;
  switch (letter.kind) {
    case 'conversation.card.post':
      return occurrence.endsAt > speech.now ? toCard('card.post', occasion) : skip('no-longer-true');
    case 'conversation.summary': {
      const feedback = occurrence.outcome === null ? await loadFeedback(db, delivery) : null;
      if (occurrence.outcome === null && feedback === null) return skip('nothing-to-say');
      return { type: 'post', view: occurrenceSummary(speech, occurrence, feedback) };
    }
    default:
      if (isToMember(letter)) return composeToMember(db, delivery, letter, occasion);
      return composeToAudience(db, delivery, letter, occasion);
  }
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
