import { bold, text } from '../../core/rich-text.ts';
import { type Node, type View, view } from '../../core/view.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import { showMoment } from '../../i18n/moments.ts';
import { toInstant } from '../../time/zones.ts';
import { buttonIn, controls } from '../controls.ts';
import { fields, heading, type LabelledValue, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { outcomeNodes } from './outcome.ts';
import {
  isComing,
  nameOf,
  referenceOf,
  showComing,
  showPlace,
  showSeats,
  showSeries,
  showSpan,
  showWhen,
} from './words.ts';

/** One time of a conversation with all that can be known and done about it; posted, it is kept true by edits. */
export function occurrenceCard(speech: Speech, conversation: OccurrenceDetails): View {
  const { t } = speech;
  const repeats = showSeries(conversation, speech);
  return view(
    heading(text(nameOf(conversation))),
    stateNode(speech, conversation),
    fields(
      // What the clocks show where it takes place, its rule says.
      [t('conversation.when'), repeats ? showSpan(conversation, speech) : showWhen(conversation, speech)],
      [t('conversation.where'), showPlace(conversation)],
      [t('conversation.repeats'), repeats],
      [t('conversation.leads'), text(conversation.facilitator.name)],
      ...whoComes(speech, conversation),
    ),
    conversation.purpose !== null && paragraph(text(conversation.purpose)),
    ...agendaNodes(speech, conversation),
    ...outcomeNodes(speech, conversation),
    note(t('conversation.called-by', { author: text(conversation.author.name) })),
    isComing(conversation, speech) && cardControls(speech, conversation),
  );
}

/** What is different about it, in words; nothing where it takes place as it was called. */
function stateNode(speech: Speech, conversation: OccurrenceDetails): Node | false {
  const { t, locale } = speech;
  const { state, cancelReason, movedFrom, zone } = conversation;
  if (state === 'cancelled') {
    const words = cancelReason === null ? [] : t('conversation.state.reason', { reason: cancelReason });
    return paragraph([...bold(t('conversation.state.cancelled')), ...(words.length > 0 ? text(' ') : []), ...words]);
  }
  if (!isComing(conversation, speech)) return paragraph(bold(t('conversation.state.over')));
  if (movedFrom === null) return false;
  const from = showMoment(toInstant(movedFrom, zone), 'moment', locale, speech.zone);
  return paragraph(t('conversation.state.moved', { from }));
}

function whoComes(speech: Speech, conversation: OccurrenceDetails): readonly LabelledValue[] {
  const { t } = speech;
  const { state, rsvps } = conversation;
  if (state !== 'planned') return [];
  if (!isComing(conversation, speech)) return [[t('conversation.said-yes'), showComing(conversation, speech)]];
  return [
    [t('conversation.coming'), showComing(conversation, speech)],
    [t('conversation.maybe'), rsvps.maybe > 0 ? text(String(rsvps.maybe)) : null],
    [t('conversation.seats'), showSeats(conversation, speech)],
  ];
}

/** How much of the agenda is shown where there is more to show. */
const shownItems = 5;

/** What is to be talked about: the first of it, and how much more there is. Nothing of what is over. */
export function agendaNodes(speech: Speech, conversation: OccurrenceDetails): readonly (Node | false)[] {
  const { t } = speech;
  const { agenda } = conversation;
  if (agenda.length === 0 || !isComing(conversation, speech)) return [];
  return [
    paragraph(bold(t('conversation.agenda'))),
    list(agenda.slice(0, shownItems).map((item) => text(item.text))),
    agenda.length > shownItems && note(t('conversation.agenda.more', { count: agenda.length - shownItems })),
  ];
}

function cardControls({ t }: Speech, conversation: OccurrenceDetails): Node | false {
  const { coalitionId } = conversation;
  const input = { conversation: referenceOf(conversation) };
  return controls(
    buttonIn(coalitionId, t('conversation.button.yes'), 'convene.rsvp', { ...input, answer: 'yes' }, 'primary'),
    buttonIn(coalitionId, t('conversation.button.maybe'), 'convene.rsvp', { ...input, answer: 'maybe' }),
    buttonIn(coalitionId, t('conversation.button.no'), 'convene.rsvp', { ...input, answer: 'no' }),
    buttonIn(coalitionId, t('conversation.button.propose'), 'convene.propose', input),
    buttonIn(coalitionId, t('conversation.button.calendar'), 'convene.calendar', input),
  );
}
