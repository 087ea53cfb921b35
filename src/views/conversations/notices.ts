import { cut } from '../../core/cut.ts';
import { formatReference } from '../../core/ids.ts';
import { join, type Mentionable, type RichText, text } from '../../core/rich-text.ts';
import type { Action } from '../../core/view.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import { showMoment } from '../../i18n/moments.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { addDays, splitWall } from '../../time/days.ts';
import { toInstant, toWallClock } from '../../time/zones.ts';
import { buttonIn } from '../controls.ts';
import type { Notice } from '../notices/notice.ts';
import type { Speech } from '../speech.ts';
import { agendaNodes } from './card.ts';
import { findAddress, referenceOf, shortNameOf, showPlace, showWhen } from './words.ts';

/** To those who come, the day before and that day. What it says of the day is true whenever it comes. */
export function aheadNotice(speech: Speech, conversation: OccurrenceDetails): Notice {
  return {
    says: withPlace(speech, conversation, dayKey(speech, conversation)),
    due: null,
    details: agendaNodes(speech, conversation),
    actions: confirming(speech, conversation),
    asks: true,
  };
}

/** By the clocks of where it takes place. */
function dayKey({ now }: Speech, { wall, zone }: OccurrenceDetails): MessageKey {
  const today = toWallClock(now, zone).toPlainDate().toString();
  const { date } = splitWall(wall);
  if (date === today) return 'notice.conversation.today';
  return date === addDays(today, 1) ? 'notice.conversation.tomorrow' : 'notice.conversation.ahead';
}

/** To those who come, shortly before it begins. */
export function soonNotice(speech: Speech, conversation: OccurrenceDetails): Notice {
  const { t, now } = speech;
  const url = conversation.place === null ? null : findAddress(conversation.place);
  const link: Action[] = url ? [{ type: 'link', label: t('conversation.button.join'), url: url.href }] : [];
  return {
    says: withPlace(
      speech,
      conversation,
      conversation.startsAt > now ? 'notice.conversation.soon' : 'notice.conversation.begun',
    ),
    due: null,
    details: agendaNodes(speech, conversation),
    actions: [...link, rsvpButton(speech, conversation, 'no', 'conversation.button.cannot-come')],
  };
}

/** Who changed something about it. They are named, not notified. */
type By = Pick<Mentionable, 'name'>;

/** To all who said yes or maybe: it takes place at another time than at `from`, a wall-clock time of its zone. */
export function movedNotice(speech: Speech, conversation: OccurrenceDetails, from: string, by: By): Notice {
  const { locale, zone } = speech;
  const before = showMoment(toInstant(from, conversation.zone), 'moment', locale, zone);
  return {
    says: withPlace(speech, conversation, 'notice.conversation.moved', { by: text(by.name), from: before }),
    due: null,
    actions: confirming(speech, conversation),
    asks: true,
  };
}

/** To all who said yes or maybe: it does not take place. */
export function cancelledNotice(speech: Speech, conversation: OccurrenceDetails, by: By): Notice {
  const { t } = speech;
  const says = t('notice.conversation.cancelled', {
    conversation: shortNameOf(conversation),
    by: text(by.name),
    when: showWhen(conversation, speech),
  });
  return { says: join([says, showReason(speech, conversation)], ' '), due: null, actions: [] };
}

/** To all who said yes or maybe to any of them: none of the times of a series that were to come takes place. */
export function seriesCancelledNotice(speech: Speech, next: OccurrenceDetails, by: By): Notice {
  const { t } = speech;
  const conversation = shortNameOf({ ...next, occurrence: null });
  const when = showWhen(next, speech);
  const says = t('notice.conversation.series-cancelled', { conversation, by: text(by.name), when });
  return { says: join([says, showReason(speech, next)], ' '), due: null, actions: [] };
}

function showReason({ t }: Speech, { cancelReason }: OccurrenceDetails): RichText {
  return cancelReason === null ? [] : t('conversation.state.reason', { reason: cut(cancelReason, 300) });
}

/** To one member: `by` wants to talk with them alone. */
export function askedNotice(speech: Speech, conversation: OccurrenceDetails, by: By): Notice {
  return {
    says: withPlace(speech, conversation, 'notice.conversation.asked', { by: text(by.name) }),
    due: null,
    actions: [
      rsvpButton(speech, conversation, 'yes', 'conversation.button.yes'),
      rsvpButton(speech, conversation, 'no', 'conversation.button.no'),
    ],
    asks: true,
  };
}

/** To one member: `by` has them lead it. */
export function leadingNotice(speech: Speech, conversation: OccurrenceDetails, by: By): Notice {
  return {
    says: withPlace(speech, conversation, 'notice.conversation.leading', { by: text(by.name) }),
    due: null,
    actions: [],
  };
}

/** To one who waits: a seat is free, and held for them until then. */
export function offeredNotice(speech: Speech, conversation: OccurrenceDetails, until: Date): Notice {
  const { t, locale, zone } = speech;
  const { coalitionId } = conversation;
  const input = { conversation: referenceOf(conversation) };
  return {
    says: t('notice.conversation.offered', {
      conversation: shortNameOf(conversation),
      when: showWhen(conversation, speech),
      until: showMoment(until, 'moment', locale, zone),
    }),
    due: null,
    actions: [
      buttonIn(coalitionId, t('conversation.button.take'), 'convene.take', input, 'primary'),
      buttonIn(coalitionId, t('conversation.button.pass'), 'convene.pass', input),
    ],
    asks: true,
  };
}

/** To one who waited: the seat that was held for them is so no more. Saying yes again, they have it or are asked again. */
export function lapsedNotice(speech: Speech, conversation: OccurrenceDetails): Notice {
  return {
    says: withPlace(speech, { ...conversation, place: null }, 'notice.conversation.lapsed'),
    due: null,
    actions: [
      rsvpButton(speech, conversation, 'yes', 'conversation.button.still-come'),
      rsvpButton(speech, conversation, 'no', 'conversation.button.no-longer'),
    ],
  };
}

/** To one who waited: they have a seat. */
export function seatedNotice(speech: Speech, conversation: OccurrenceDetails): Notice {
  return {
    says: withPlace(speech, conversation, 'notice.conversation.seated'),
    due: null,
    actions: [rsvpButton(speech, conversation, 'no', 'conversation.button.cannot-come')],
  };
}

/** To whoever leads it, when it is over: what came of it? */
export function closingNotice({ t }: Speech, conversation: OccurrenceDetails): Notice {
  const { coalitionId } = conversation;
  const input = { conversation: referenceOf(conversation) };
  return {
    says: t('notice.conversation.closing', { conversation: shortNameOf(conversation) }),
    due: null,
    actions: [buttonIn(coalitionId, t('conversation.button.close'), 'convene.close', input, 'primary')],
    asks: true,
  };
}

/** To those who had a seat, after it: were you there, and was it worth it? */
export function feedbackNotice({ t }: Speech, conversation: OccurrenceDetails): Notice {
  const { coalitionId } = conversation;
  const answer = (key: MessageKey, input: { came: 'yes' | 'no'; worth?: 'yes' | 'no' }) =>
    buttonIn(coalitionId, t(key), 'convene.feedback', { conversation: referenceOf(conversation), ...input });
  return {
    says: t('notice.conversation.feedback', { conversation: shortNameOf(conversation) }),
    due: null,
    actions: [
      answer('conversation.button.worth', { came: 'yes', worth: 'yes' }),
      answer('conversation.button.not-worth', { came: 'yes', worth: 'no' }),
      answer('conversation.button.not-there', { came: 'no' }),
    ],
    asks: true,
  };
}

/** To whoever leads a series, before its last planned time: shall there be more? */
export function renewalNotice(speech: Speech, last: OccurrenceDetails): Notice {
  const { t, now } = speech;
  const { coalitionId, number } = last;
  const input = { conversation: formatReference('conversation', number) };
  const says = t(last.endsAt > now ? 'notice.conversation.renewal' : 'notice.conversation.renewal-over', {
    conversation: shortNameOf({ ...last, occurrence: null }),
    when: showWhen(last, speech),
  });
  return {
    says,
    due: null,
    actions: [
      buttonIn(coalitionId, t('conversation.button.renew'), 'convene.renew', input, 'primary'),
      buttonIn(coalitionId, t('conversation.button.end'), 'convene.end', input),
    ],
    asks: true,
  };
}

/** What there is to say of it, with when and where. */
function withPlace(
  speech: Speech,
  conversation: OccurrenceDetails,
  key: MessageKey,
  params: Readonly<Record<string, RichText>> = {},
): RichText {
  const { t } = speech;
  const when = showWhen(conversation, speech);
  const says = t(key, { conversation: shortNameOf(conversation), when, ...params });
  const place = showPlace(conversation);
  return join([says, place ? t('notice.conversation.where', { place }) : []], ' ');
}

/** Who said yes confirms it, or takes it back. */
function confirming(speech: Speech, conversation: OccurrenceDetails): readonly Action[] {
  return [
    rsvpButton(speech, conversation, 'yes', 'conversation.button.will-come'),
    rsvpButton(speech, conversation, 'no', 'conversation.button.cannot-come'),
  ];
}

function rsvpButton({ t }: Speech, conversation: OccurrenceDetails, answer: 'yes' | 'no', label: MessageKey): Action {
  const input = { conversation: referenceOf(conversation), answer };
  return buttonIn(conversation.coalitionId, t(label), 'convene.rsvp', input);
}
