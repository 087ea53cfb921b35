import { cut } from '../../core/cut.ts';
import { formatOccurrence } from '../../core/ids.ts';
import { join, link, type RichText, text } from '../../core/rich-text.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import { showList } from '../../i18n/lists.ts';
import { showClock, showMoment, showZone } from '../../i18n/moments.ts';
import { toWallClock } from '../../time/zones.ts';
import { showRecurrence } from '../recurrence.ts';
import type { Speech } from '../speech.ts';

type Named = Pick<OccurrenceDetails, 'number' | 'occurrence' | 'title'>;
type Timed = Pick<OccurrenceDetails, 'startsAt' | 'endsAt' | 'zone'>;

/** `C-3`, of a series `C-3.2`: how people and buttons name this time of the conversation. */
export function referenceOf({ number, occurrence }: Pick<Named, 'number' | 'occurrence'>): string {
  return formatOccurrence({ number, occurrence });
}

/** `C-3.2 · Listening circle`. */
export function nameOf(conversation: Named): string {
  return `${referenceOf(conversation)} · ${conversation.title}`;
}

/** How long a title may be in a sentence that has more to say, in characters. */
const titleInSentence = 90;

/** The same within a sentence: a very long title must not push out what the sentence says. */
export function shortNameOf(conversation: Named): string {
  return nameOf({ ...conversation, title: cut(conversation.title, titleInSentence) });
}

/** From this length on, in milliseconds, the end is told with its day. */
const longTime = 12 * 60 * 60_000;

/** From when to when, in each reader's own zone. */
export function showSpan({ startsAt, endsAt }: Omit<Timed, 'zone'>, { t, locale, zone }: Speech): RichText {
  const end = showMoment(endsAt, endsAt.getTime() - startsAt.getTime() < longTime ? 'time' : 'moment', locale, zone);
  return t('conversation.when.span', { begin: showMoment(startsAt, 'moment', locale, zone), end });
}

/** The same, and for one reader what the clocks show where it takes place, where those are others than theirs. */
export function showWhen(conversation: Timed, speech: Speech): RichText {
  return withClockThere(showSpan(conversation, speech), conversation, speech);
}

/** The same of its beginning alone. */
export function showBegin(conversation: Timed, speech: Speech): RichText {
  const { locale, zone } = speech;
  return withClockThere(showMoment(conversation.startsAt, 'moment', locale, zone), conversation, speech);
}

/** Platforms show each reader their own hour. Where it is not known whose that is, a second one may well be the same. */
function withClockThere(when: RichText, { startsAt, zone: there }: Timed, speech: Speech): RichText {
  const { t, locale, zone, from } = speech;
  const isKnown = from?.zone === 'person' || from?.zone === 'account';
  const [here, shown] = [toWallClock(startsAt, zone), toWallClock(startsAt, there)];
  if (!isKnown || shown.equals(here)) return when;
  const clock = showClock(startsAt, locale, there, { day: shown.day !== here.day });
  return t('conversation.when.there', { when, clock, zone: showZone(startsAt, locale, there) });
}

/** Where: a link by the name of its site, or words; null where nobody said. */
export function showPlace({ place }: Pick<OccurrenceDetails, 'place'>): RichText | null {
  if (place === null) return null;
  const url = findAddress(place);
  return url ? link(url.host.replace(/^www\./, ''), url.href) : text(place);
}

/** The address to follow, where the place is one. */
export function findAddress(place: string): URL | null {
  const url = /^https?:\/\/\S+$/i.test(place) ? URL.parse(place) : null;
  return url && url.username === '' && url.password === '' ? url : null;
}

/** By which rule it takes place again, and how far that is planned; null where it is the only time. */
export function showSeries({ series, zone }: Pick<OccurrenceDetails, 'series' | 'zone'>, speech: Speech) {
  if (series === null || series.state === 'cancelled') return null;
  const { wall, rule, plannedUntil } = series;
  const recurrence = showRecurrence({ wall, rule, zone }, speech);
  if (plannedUntil === null || /(?:^|;)(?:UNTIL|COUNT)=/i.test(rule)) return recurrence;
  return speech.t('conversation.repeats.planned', { recurrence, until: { day: plannedUntil } });
}

/** The names of those who come, the first ones by name. Nobody is notified by that. */
export function showComing({ rsvps }: Pick<OccurrenceDetails, 'rsvps'>, { t, locale }: Speech): RichText {
  const { coming, firstComing } = rsvps;
  if (coming === 0) return t('common.nobody');
  const more = coming - firstComing.length;
  const names = firstComing.map(({ name }) => text(name));
  return showList([...names, ...(more > 0 ? [t('conversation.coming.more', { count: more })] : [])], locale);
}

/** How many seats are free, held and waited for; null where as many can come as want to, and where two talk alone. */
export function showSeats(
  { rsvps, format }: Pick<OccurrenceDetails, 'rsvps' | 'format'>,
  { t }: Speech,
): RichText | null {
  const { capacity, coming, offered, waiting } = rsvps;
  if (capacity === null || format === 'one-to-one') return null;
  const free = capacity - coming - offered;
  return join(
    [
      free > 0 ? t('conversation.seats.free', { free, capacity }) : t('conversation.seats.full'),
      offered > 0 ? t('conversation.seats.offered', { count: offered }) : [],
      waiting > 0 ? t('conversation.seats.waiting', { count: waiting }) : [],
    ],
    ', ',
  );
}

/** Whether it can still be answered, prepared and gone to. */
export function isComing({ state, endsAt }: Pick<OccurrenceDetails, 'state' | 'endsAt'>, { now }: Speech): boolean {
  return state === 'planned' && endsAt > now;
}
