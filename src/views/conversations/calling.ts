import { bold, mention, type RichText, text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import type { CalledConversation } from '../../domain/conversations/call.ts';
import type { Cancelled } from '../../domain/conversations/cancel.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import type { RenewedSeries } from '../../domain/conversations/renew.ts';
import type { Rescheduled } from '../../domain/conversations/reschedule.ts';
import { showDuration } from '../../i18n/durations.ts';
import { showMoment } from '../../i18n/moments.ts';
import { buttonIn, controls } from '../controls.ts';
import { fields, list, note, paragraph } from '../nodes.ts';
import { showRecurrence } from '../recurrence.ts';
import type { Speech } from '../speech.ts';
import { isComing, referenceOf, shortNameOf, showBegin, showPlace, showSeats, showWhen } from './words.ts';

/** After `/convene new`: its reference, what was understood, and of a series its next times. */
export function conversationCalled(speech: Speech, called: CalledConversation): View {
  const { t } = speech;
  const { first, partner } = called;
  const named = { conversation: shortNameOf({ ...first, occurrence: null }) };
  const said = partner ? t('conversation.called.with', { ...named, partner: mention(partner) }) : null;
  return view(
    paragraph(said ?? t(first.format === 'one-to-one' ? 'conversation.called.here' : 'conversation.called', named)),
    fields(
      [t('conversation.when'), first.series ? null : showWhen(first, speech)],
      [t('conversation.repeats'), showRule(first, speech)],
      ...facts(first, speech),
    ),
    ...nextNodes(speech, called),
    controls(...buttons(speech, first)),
  );
}

/** By which rule it takes place, without how far that is planned: that is said besides. */
function showRule({ series, zone }: OccurrenceDetails, speech: Speech): RichText | null {
  return series && showRecurrence({ wall: series.wall, rule: series.rule, zone }, speech);
}

function facts(conversation: OccurrenceDetails, speech: Speech) {
  const { t } = speech;
  const { facilitator, agenda, minutes, series } = conversation;
  const duration = text(showDuration({ ms: minutes * 60_000 }, speech.locale));
  return [
    // Of a single time it stands in when it is.
    [t('conversation.duration'), series ? duration : null],
    [t('conversation.where'), showPlace(conversation)],
    [t('conversation.leads'), text(facilitator.name)],
    [t('conversation.seats'), showSeats(conversation, speech)],
    [t('conversation.agenda'), agenda.length > 0 ? t('conversation.agenda.count', { total: agenda.length }) : null],
  ] as const;
}

function nextNodes({ t, locale, zone }: Speech, { first, next, planned, askedAgain }: CalledConversation) {
  if (!first.series) return [];
  return [
    paragraph(bold(t('conversation.next'))),
    list(next.map((at) => showMoment(at, 'moment', locale, zone))),
    note(
      askedAgain === null
        ? t('conversation.planned', { planned })
        : t('conversation.planned.until', { planned, until: { day: askedAgain } }),
    ),
  ];
}

function buttons({ t }: Speech, conversation: OccurrenceDetails) {
  const { coalitionId } = conversation;
  const input = { conversation: referenceOf({ ...conversation, occurrence: null }) };
  return [
    buttonIn(coalitionId, t('conversation.button.edit'), 'convene.edit', input),
    buttonIn(coalitionId, t('conversation.button.propose'), 'convene.propose', input),
    buttonIn(coalitionId, t('conversation.button.cancel'), 'convene.ask-cancel', input),
  ];
}

/** After `/convene reschedule`: which time of it was moved, and to when. */
export function conversationMoved(speech: Speech, { occurrence, from }: Rescheduled): View {
  const { t, locale, zone } = speech;
  const conversation = shortNameOf(occurrence);
  const begin = showBegin(occurrence, speech);
  if (from.getTime() === occurrence.startsAt.getTime()) {
    return view(paragraph(t('conversation.moved.same', { conversation, begin })));
  }
  const before = showMoment(from, 'moment', locale, zone);
  return view(
    paragraph(t('conversation.moved', { conversation, begin, from: before })),
    note(t(occurrence.series ? 'conversation.moved.one' : 'conversation.moved.told')),
  );
}

/** Before it is called off: of a series, this time alone or all that are to come. `reason` travels along. */
export function cancelQuestion({ t }: Speech, occurrence: OccurrenceDetails, reason?: string): View {
  const { coalitionId, series } = occurrence;
  const whole = { ...occurrence, occurrence: null };
  const one = { conversation: referenceOf(occurrence), reason, dates: 'this' };
  const all = { conversation: referenceOf(whole), reason, dates: 'all' };
  const keep = buttonIn(coalitionId, t('conversation.cancel.no'), 'convene.keep', { conversation: one.conversation });
  if (!series) {
    return view(
      paragraph(t('conversation.cancel.question', { conversation: shortNameOf(occurrence) })),
      controls(buttonIn(coalitionId, t('conversation.cancel.yes'), 'convene.cancel', one, 'danger'), keep),
    );
  }
  const params = { conversation: shortNameOf(whole), next: referenceOf(occurrence) };
  return view(
    paragraph(t('conversation.cancel.question.series', params)),
    controls(
      buttonIn(coalitionId, t('conversation.cancel.one', { next: params.next }), 'convene.cancel', one, 'danger'),
      buttonIn(coalitionId, t('conversation.cancel.all'), 'convene.cancel', all, 'danger'),
      keep,
    ),
  );
}

/** After it was called off. */
export function conversationCancelled({ t }: Speech, { occurrence, count }: Cancelled): View {
  const { conversation, isWhole } = nameOfCancelled(occurrence);
  return view(
    paragraph(
      isWhole && occurrence.series
        ? t('conversation.cancelled.all', { conversation, count })
        : t('conversation.cancelled', { conversation }),
    ),
    note(t('conversation.told')),
  );
}

function nameOfCancelled(occurrence: OccurrenceDetails) {
  const isWhole = occurrence.series === null || occurrence.series.state === 'cancelled';
  return { isWhole, conversation: shortNameOf(isWhole ? { ...occurrence, occurrence: null } : occurrence) };
}

/** After the question was answered with no. */
export function conversationKept({ t }: Speech, occurrence: OccurrenceDetails): View {
  return view(paragraph(t('conversation.kept', { conversation: shortNameOf(occurrence) })));
}

/** After `/convene edit`: how it is by now. */
export function conversationEdited(speech: Speech, occurrence: OccurrenceDetails): View {
  const { t } = speech;
  const conversation = shortNameOf({ ...occurrence, occurrence: null });
  return view(
    paragraph(t('conversation.edited', { conversation })),
    fields([t('conversation.when'), showWhen(occurrence, speech)], ...facts(occurrence, speech)),
    occurrence.purpose !== null && paragraph(text(occurrence.purpose)),
    occurrence.series !== null && note(t('conversation.edited.all')),
    controls(...buttons(speech, occurrence)),
  );
}

/** After a series was renewed, or was found renewed. */
export function seriesRenewed({ t }: Speech, { occurrence, planned, until }: RenewedSeries): View {
  const params = { conversation: shortNameOf({ ...occurrence, occurrence: null }), planned, until: { day: until } };
  return view(paragraph(t(planned > 0 ? 'conversation.renewed' : 'conversation.renewed.before', params)));
}

/** After somebody let a series end. */
export function seriesEnded(speech: Speech, { occurrence, until }: RenewedSeries): View {
  const { t } = speech;
  const params = { conversation: shortNameOf({ ...occurrence, occurrence: null }), until: { day: until } };
  return view(paragraph(t(isComing(occurrence, speech) ? 'conversation.ended' : 'conversation.ended.over', params)));
}
