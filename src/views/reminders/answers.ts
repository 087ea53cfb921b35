import { mention, type RichText } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { controls } from '../controls.ts';
import { paragraph } from '../nodes.ts';
import { awayNote } from '../profile/away.ts';
import type { AwayFacts } from '../profile/facts.ts';
import type { Speech } from '../speech.ts';
import { cancelButton } from './controls.ts';
import type { ReminderFacts } from './facts.ts';
import { whenNodes } from './when.ts';
import { nameOf, showAt, showSpace } from './words.ts';

/** After `/reminder add`: what was understood, with the next occurrences; `away` is until when its recipient is away. */
export function reminderAdded(speech: Speech, reminder: ReminderFacts, away: AwayFacts | null): View {
  return view(
    paragraph(showAdded(speech, reminder)),
    ...whenNodes(speech, reminder),
    awayNote(speech, reminder.recipient, away),
    controls(cancelButton(reminder, speech)),
  );
}

function showAdded({ t }: Speech, reminder: ReminderFacts): RichText {
  const { recipient, recipientId, authorId, space } = reminder;
  const named = { reminder: nameOf(reminder) };
  if (!recipient) return t('reminder.added.space', { ...named, space: showSpace(space) });
  if (recipientId === authorId) return t('reminder.added.me', named);
  return t('reminder.added.member', { ...named, recipient: mention(recipient) });
}

/** After it was put off. */
export function reminderSnoozed(speech: Speech, reminder: ReminderFacts): View {
  const until = reminder.snoozedUntil ?? reminder.next[0];
  const { t } = speech;
  if (!until) return view(paragraph(t('reminder.next.none')));
  return view(paragraph(t('reminder.snoozed', { reminder: nameOf(reminder), until: showAt(until, speech) })));
}

/** After it was done: for good, or for this time. */
export function reminderDone(speech: Speech, reminder: ReminderFacts): View {
  const { t } = speech;
  const [next] = reminder.next;
  const named = { reminder: nameOf(reminder) };
  if (!next) return view(paragraph(t('reminder.done', named)));
  return view(paragraph(t('reminder.done.again', { ...named, next: showAt(next, speech) })));
}

/** After it was called off. */
export function reminderCancelled({ t }: Speech, reminder: ReminderFacts): View {
  return view(paragraph(t('reminder.cancelled', { reminder: nameOf(reminder) })));
}

/** After the one it was for refused it. */
export function reminderDeclined({ t }: Speech, reminder: ReminderFacts): View {
  return view(paragraph(t('reminder.declined', { reminder: nameOf(reminder) })));
}
