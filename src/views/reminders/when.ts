import { bold } from '../../core/rich-text.ts';
import type { Node } from '../../core/view.ts';
import { fields, list, paragraph } from '../nodes.ts';
import { showRecurrence } from '../recurrence.ts';
import type { Speech } from '../speech.ts';
import type { ReminderFacts } from './facts.ts';
import { showAt } from './words.ts';

/** When it comes: the rule in words, the next occurrences, and until when it was put off. */
export function whenNodes(
  speech: Speech,
  { repeats, next, snoozedUntil, unheard }: ReminderFacts,
): readonly (Node | false)[] {
  const { t } = speech;
  const times = unheard ? [] : next;
  return [
    fields(
      [t('reminder.repeats'), repeats && showRecurrence(repeats, speech)],
      [t('reminder.snoozed.until'), snoozedUntil && showAt(snoozedUntil, speech)],
    ),
    times.length > 0 && paragraph(bold(t('reminder.next'))),
    list(times.map((at) => showAt(at, speech))),
  ];
}
