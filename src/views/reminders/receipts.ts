import { bold, type RichText } from '../../core/rich-text.ts';
import type { Node } from '../../core/view.ts';
import { isMessageKey } from '../../i18n/keys.ts';
import { list, paragraph } from '../nodes.ts';
import { pageNote } from '../paging.ts';
import type { Speech } from '../speech.ts';
import type { ReceiptFacts, ReceiptPageFacts } from './facts.ts';
import { showAt, showRecipient } from './words.ts';

/** One page of what became of something, each time. */
export function receiptNodes(speech: Speech, facts: ReceiptPageFacts): readonly (Node | false)[] {
  const { t } = speech;
  const { receipts, total } = facts;
  return [
    paragraph(total > 0 ? bold(t('reminder.receipts')) : t('reminder.receipts.none')),
    list(receipts.map((receipt) => showReceipt(receipt, speech))),
    total > 0 && pageNote(speech, facts, t('reminder.receipts.count', { total })),
  ];
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
