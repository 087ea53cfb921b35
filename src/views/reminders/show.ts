import { bold, mention, type RichText, text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { isMessageKey } from '../../i18n/keys.ts';
import { controls } from '../controls.ts';
import { fields, heading, list, note, paragraph } from '../nodes.ts';
import { pageButtons, pageNote } from '../paging.ts';
import type { Speech } from '../speech.ts';
import { cancelButton } from './controls.ts';
import type { ReceiptFacts, ReceiptsFacts } from './facts.ts';
import { whenNodes } from './when.ts';
import { nameOf, referenceOf, showAt, showRecipient } from './words.ts';

/** A reminder, when it comes, and what became of it each time. */
export function reminderShown(speech: Speech, facts: ReceiptsFacts): View {
  const { t } = speech;
  const { reminder, receipts, total } = facts;
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
    paragraph(total > 0 ? bold(t('reminder.receipts')) : t('reminder.receipts.none')),
    list(receipts.map((receipt) => showReceipt(receipt, speech))),
    total > 0 && pageNote(speech, facts, t('reminder.receipts.count', { total })),
    note(t('reminder.author', { author: mention(reminder.author) })),
    controls(...paging, reminder.state === 'active' && cancelButton(reminder, speech)),
  );
}

function showReceipt(receipt: ReceiptFacts, speech: Speech): RichText {
  return speech.t('reminder.receipt', {
    occurrence: showAt(receipt.occurrenceAt, speech),
    recipient: showRecipient(receipt, speech),
    outcome: showOutcome(receipt, speech),
  });
}

function showOutcome({ status, at: moment, reason, heldFor, sentTo, late }: ReceiptFacts, speech: Speech): RichText {
  const { t } = speech;
  const at = showAt(moment, speech);
  switch (status) {
    case 'sent': {
      const sent = t(`reminder.outcome.sent.${sentTo ?? 'space'}`, { at });
      return late === null ? sent : t('reminder.outcome.sent-late', { sent, late: { ms: late } });
    }
    case 'waiting':
      return t(heldFor ? `reminder.outcome.waiting.${heldFor}` : 'reminder.outcome.waiting', { at });
    case 'skipped':
      return t('reminder.outcome.skipped', { why: showReason(reason, speech) });
    case 'failed':
      return t('reminder.outcome.failed', { at, why: showReason(reason, speech) });
    default:
      return status satisfies never;
  }
}

/** A code that has no words yet stands for itself: better a riddle than nothing. */
function showReason(reason: string | null, { t }: Speech): RichText {
  const key = `reminder.reason.${reason}`;
  return isMessageKey(key) ? t(key) : t('reminder.reason.other', { reason: reason ?? '?' });
}
