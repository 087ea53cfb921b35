import { text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import type { FeedbackCounts } from '../../domain/conversations/load-feedback.ts';
import { fields, heading, note } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { outcomeNodes, showCame, showWorth } from './outcome.ts';
import { nameOf, showWhen } from './words.ts';

/** To every space, two days after it: what came of it or, where nobody wrote that down, what those say who came. */
export function occurrenceSummary(
  speech: Speech,
  conversation: OccurrenceDetails,
  feedback: FeedbackCounts | null = null,
): View {
  const { t } = speech;
  const said = conversation.outcome === null ? feedback : null;
  return view(
    heading(text(nameOf(conversation))),
    fields(
      [t('conversation.took-place'), showWhen(conversation, speech)],
      [t('conversation.say-they-came'), said && showCame(speech, { came: said.came, guests: 0 })],
      [t('conversation.worth'), said && showWorth(speech, said)],
    ),
    ...outcomeNodes(speech, conversation),
    note(t('conversation.led-by', { facilitator: text(conversation.facilitator.name) })),
  );
}
