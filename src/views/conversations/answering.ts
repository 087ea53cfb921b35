import { type Action, type View, view } from '../../core/view.ts';
import type { Answered } from '../../domain/conversations/answer.ts';
import { buttonIn, controls } from '../controls.ts';
import { fields, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { referenceOf, shortNameOf, showPlace, showWhen } from './words.ts';

/** After somebody said whether they come: what that came to, and the way back. */
export function answered(speech: Speech, said: Answered): View {
  return view(paragraph(sayAnswered(speech, said)), ...circumstances(speech, said));
}

/** After the seat that was offered was asked for: it may have gone to somebody else. */
export function offerTaken(speech: Speech, said: Answered): View {
  const { t } = speech;
  return view(
    said.seat === 'waiting' && paragraph(t('conversation.answered.too-late')),
    paragraph(sayAnswered(speech, said)),
    ...circumstances(speech, said),
  );
}

/** After the seat that was offered was let go. */
export function offerPassed(speech: Speech, said: Answered): View {
  const conversation = shortNameOf(said.occurrence);
  return view(paragraph(speech.t('conversation.answered.passed', { conversation })), ...circumstances(speech, said));
}

function sayAnswered({ t }: Speech, { occurrence, answer, seat, place, all }: Answered) {
  if (all) {
    const named = { conversation: shortNameOf({ ...occurrence, occurrence: null }) };
    const { dates: count, waiting } = all;
    if (answer === 'maybe') return t('conversation.answered.maybe.all', named);
    if (answer === 'no') return t('conversation.answered.no.all', named);
    if (waiting === 0) return t('conversation.answered.yes.all', { ...named, count });
    return t('conversation.answered.waiting.all', { ...named, count, waiting });
  }
  const named = { conversation: shortNameOf(occurrence) };
  if (answer === 'yes' && seat === 'waiting') {
    return t('conversation.answered.waiting', { ...named, place: place ?? 1 });
  }
  return t(`conversation.answered.${answer}`, named);
}

function circumstances(speech: Speech, said: Answered) {
  const { occurrence, answer } = said;
  return [
    answer !== 'no' &&
      fields(
        [speech.t('conversation.when'), showWhen(occurrence, speech)],
        [speech.t('conversation.where'), showPlace(occurrence)],
      ),
    controls(...buttons(speech, said)),
  ];
}

function buttons({ t }: Speech, said: Answered): readonly (Action | false)[] {
  const { occurrence, answer, seat, all } = said;
  const { coalitionId } = occurrence;
  const input = { conversation: referenceOf(occurrence) };
  const to = (key: 'yes' | 'come' | 'no' | 'back-out' | 'leave-line' | 'all', change: Partial<Said>) =>
    buttonIn(coalitionId, t(`conversation.button.${key}`), 'convene.rsvp', { ...input, ...change });
  const same = all ? ({ dates: 'all' } as const) : {};
  return [
    answer === 'no' && to('come', { answer: 'yes', ...same }),
    answer === 'maybe' && to('yes', { answer: 'yes', ...same }),
    answer === 'maybe' && to('no', { answer: 'no', ...same }),
    answer === 'yes' && to(seat === 'waiting' ? 'leave-line' : 'back-out', { answer: 'no', ...same }),
    occurrence.series !== null && !all && to('all', { answer, dates: 'all' }),
    answer !== 'no' && buttonIn(coalitionId, t('conversation.button.calendar'), 'convene.calendar', input),
  ];
}

interface Said {
  readonly answer: Answered['answer'];
  readonly dates: 'this' | 'all';
}
