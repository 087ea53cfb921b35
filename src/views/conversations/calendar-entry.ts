import type { CalendarEntry } from '../../core/ports.ts';
import { plain } from '../../core/rich-text.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import type { Speech } from '../speech.ts';
import { referenceOf } from './words.ts';

/** What a platform's own calendar shows of an occurrence. Who comes is said in the channels, so it leads there. */
export function calendarEntry({ t }: Speech, conversation: OccurrenceDetails): CalendarEntry {
  const { title, purpose, place, startsAt, endsAt } = conversation;
  return {
    name: title,
    description: purpose ?? '',
    location: place ?? plain(t('conversation.mirror.place')),
    startsAt,
    endsAt,
    mark: plain(t('conversation.mirror.mark', { reference: referenceOf(conversation) })),
  };
}
