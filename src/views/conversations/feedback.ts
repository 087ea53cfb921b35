import { type View, view } from '../../core/view.ts';
import type { OccurrenceHeadline } from '../../domain/conversations/details.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { buttonIn, controls } from '../controls.ts';
import { paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { referenceOf, shortNameOf } from './words.ts';

/** What a member said of an occurrence. */
export interface FeedbackFacts {
  readonly came: boolean;
  readonly worth: boolean | null;
}

const answers = [
  { label: 'conversation.button.worth', came: true, worth: true },
  { label: 'conversation.button.not-worth', came: true, worth: false },
  { label: 'conversation.button.not-there', came: false, worth: null },
] as const satisfies readonly (FeedbackFacts & { label: MessageKey })[];

/** After somebody said whether they came and whether it was worth it: thanks, and the way to say otherwise. */
export function feedbackGiven({ t }: Speech, occurrence: OccurrenceHeadline, said: FeedbackFacts): View {
  const conversation = shortNameOf(occurrence);
  const others = answers.filter(({ came, worth }) => came !== said.came || worth !== said.worth);
  return view(
    paragraph(t(`conversation.feedback.${toKey(said)}`, { conversation })),
    controls(
      ...others.map(({ label, came, worth }) =>
        buttonIn(occurrence.coalitionId, t(label), 'convene.feedback', {
          conversation: referenceOf(occurrence),
          came: came ? 'yes' : 'no',
          worth: worth === null ? undefined : worth ? 'yes' : 'no',
        }),
      ),
    ),
  );
}

function toKey({ came, worth }: FeedbackFacts) {
  if (!came) return 'missed';
  return worth === null ? 'came' : worth ? 'worth' : 'not-worth';
}
