import { mention, text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { controls } from '../controls.ts';
import { fields, heading, note } from '../nodes.ts';
import { pageButtons } from '../paging.ts';
import type { Speech } from '../speech.ts';
import { cancelButton } from './controls.ts';
import type { ReceiptsFacts } from './facts.ts';
import { receiptNodes } from './receipts.ts';
import { whenNodes } from './when.ts';
import { nameOf, referenceOf, showRecipient } from './words.ts';

/** A reminder, when it comes, and what became of it each time. */
export function reminderShown(speech: Speech, facts: ReceiptsFacts): View {
  const { t } = speech;
  const { reminder } = facts;
  const paging = pageButtons(speech, facts, reminder.coalitionId, 'reminder.show', {
    reminder: referenceOf(reminder),
  });
  return view(
    heading(text(nameOf(reminder))),
    fields(
      [t('reminder.state'), t(`reminder.state.${reminder.state}`)],
      [t('reminder.for'), showRecipient(reminder, speech)],
    ),
    ...whenNodes(speech, reminder),
    ...receiptNodes(speech, facts),
    note(t('reminder.author', { author: mention(reminder.author) })),
    controls(...paging, reminder.state === 'active' && cancelButton(reminder, speech)),
  );
}
