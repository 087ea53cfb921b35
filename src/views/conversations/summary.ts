import { text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import { fields, heading, note } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { outcomeNodes } from './outcome.ts';
import { nameOf, showWhen } from './words.ts';

/** To every space, two days after it: what came of it. */
export function occurrenceSummary(speech: Speech, conversation: OccurrenceDetails): View {
  const { t } = speech;
  return view(
    heading(text(nameOf(conversation))),
    fields([t('conversation.took-place'), showWhen(conversation, speech)]),
    ...outcomeNodes(speech, conversation),
    note(t('conversation.led-by', { facilitator: text(conversation.facilitator.name) })),
  );
}
