import { formatReference } from '../../core/ids.ts';
import { mention, type RichText } from '../../core/rich-text.ts';
import { showMoment } from '../../i18n/moments.ts';
import { showSpace } from '../space.ts';
import type { Speech } from '../speech.ts';
import type { ReceiptFacts, ReminderFacts } from './facts.ts';

/** `M-7`: how people and buttons name the reminder. */
export function referenceOf({ number }: Pick<ReminderFacts, 'number'>): string {
  return formatReference('reminder', number);
}

/** `M-7 · Call the food bank`. */
export function nameOf(reminder: Pick<ReminderFacts, 'number' | 'text'>): string {
  return `${referenceOf(reminder)} · ${reminder.text}`;
}

/** The member, or everybody in the space. */
export function showRecipient(
  { recipient, space }: Pick<ReceiptFacts, 'recipient' | 'space'>,
  speech: Speech,
): RichText {
  return recipient ? mention(recipient) : speech.t('reminder.for.space', { space: showSpace(space, speech) });
}

/** Whether nothing of it is to come any more. */
export function isPast({ next, snoozedUntil }: Pick<ReminderFacts, 'next' | 'snoozedUntil'>): boolean {
  return next.length === 0 && snoozedUntil === null;
}

/** How it stands with it. */
export function showState(reminder: ReminderFacts, { t }: Speech): RichText {
  const { state, unheard } = reminder;
  if (state !== 'active') return t(`reminder.state.${state}`);
  return t(`reminder.state.${isPast(reminder) ? 'come' : unheard ? 'unheard' : 'active'}`);
}

/** A moment in each reader's own zone. */
export function showAt(at: Date, { locale, zone }: Speech): RichText {
  return showMoment(at, 'moment', locale, zone);
}
