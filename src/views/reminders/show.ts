import { mention, text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { controls } from '../controls.ts';
import { fields, heading, note } from '../nodes.ts';
import { pageButtons } from '../paging.ts';
import type { Speech } from '../speech.ts';
import { cancelButton, dueButtons } from './controls.ts';
import type { ReceiptsFacts, WayFacts } from './facts.ts';
import { receiptNodes } from './receipts.ts';
import { wayNote } from './way.ts';
import { whenNodes } from './when.ts';
import { isPast, nameOf, referenceOf, showRecipient, showState } from './words.ts';

/** A reminder, when and where it comes or what can be done as it has come, and what became of it each time. */
export function reminderShown(speech: Speech, facts: ReceiptsFacts, way: WayFacts | null): View {
  const { t } = speech;
  const { reminder, receipts } = facts;
  const isWaiting = reminder.state === 'active' && receipts.some(({ status }) => status === 'waiting');
  const isToCome = isWaiting || !isPast(reminder);
  const hasCome = reminder.state === 'active' && !isToCome;
  const declinable = way?.own === true && reminder.authorId !== reminder.recipientId;
  const paging = pageButtons(speech, facts, reminder.coalitionId, 'reminder.show', {
    reminder: referenceOf(reminder),
  });
  return view(
    heading(text(nameOf(reminder))),
    fields([t('reminder.state'), showState(reminder, speech)], [t('reminder.for'), showRecipient(reminder, speech)]),
    ...whenNodes(speech, reminder),
    isToCome && wayNote(speech, reminder, way),
    hasCome && controls(...dueButtons(reminder, speech, { declinable })),
    ...receiptNodes(speech, facts),
    note(t('reminder.author', { author: mention(reminder.author) })),
    controls(...paging, isToCome && cancelButton(reminder, speech)),
  );
}
