import { type CalendarFile, type CalendarRequest, calendarAddress } from '../../core/calendar.ts';
import { formatOccurrence } from '../../core/ids.ts';
import { code, link, plain, type RichText, text } from '../../core/rich-text.ts';
import type { Site } from '../../core/site.ts';
import { type Action, type Node, type View, view } from '../../core/view.ts';
import type { OpenedCalendar } from '../../domain/calendars/addresses.ts';
import type { FoundCalendar } from '../../domain/calendars/find-calendar.ts';
import type { CalendarConversation } from '../../domain/calendars/load-conversations.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import { buttonIn, controls } from '../controls.ts';
import { fields, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { googleLink } from './google-link.ts';
import { findAddress, isComing, shortNameOf, showWhen } from './words.ts';

/** Where a calendar can be read, and to whose coalition the answer belongs. */
export interface CalendarPlace {
  readonly site: Site;
  readonly coalition: { readonly id: string; readonly name: string };
}

/** How conversations get into somebody's own calendar: the one that they asked for, and all together. */
export function calendarOpened(speech: Speech, opened: OpenedCalendar, { site, coalition }: CalendarPlace): View {
  const { t } = speech;
  const { of, token, renewable, renewed, only } = opened;
  return view(
    ...(only ? onlyNodes(speech, only, site) : []),
    renewed && paragraph(t('conversation.calendar.renewed')),
    paragraph(t(`conversation.calendar.feed.${of}`, { coalition: coalition.name })),
    fields([t('conversation.calendar.address'), code(calendarAddress(site, { token, only: null }))]),
    note(t(renewable ? 'conversation.calendar.secret' : 'conversation.calendar.secret.shared')),
    !site.isPublic && note(t('conversation.calendar.unreachable')),
    controls(renewable && buttonIn(coalition.id, t('conversation.button.new-address'), 'convene.new-address', { of })),
  );
}

function onlyNodes(
  speech: Speech,
  { occurrence, token }: NonNullable<OpenedCalendar['only']>,
  site: Site,
): readonly (Node | false)[] {
  const { t } = speech;
  const google: Action = { type: 'link', label: t('conversation.calendar.google'), url: googleLink(occurrence) };
  const files = filesOf(speech, occurrence).map(({ label, conversation }) => {
    const only: CalendarRequest['only'] = { coalitionId: occurrence.coalitionId, conversation };
    return { label, name: `${formatOccurrence(conversation)}.ics`, url: calendarAddress(site, { token, only }) };
  });
  return [
    paragraph(t('conversation.calendar.one', { conversation: shortNameOf(occurrence) })),
    fields(
      [t('conversation.when'), showWhen(occurrence, speech)],
      // A platform may refuse a button to an address that nobody else can reach.
      ...(site.isPublic ? [] : files.map(({ label, name, url }) => [label, link(name, url)] as const)),
    ),
    controls(
      isComing(occurrence, speech) && google,
      ...(site.isPublic ? files.map(({ label, url }): Action => ({ type: 'link', label, url })) : []),
    ),
  ];
}

function filesOf({ t }: Speech, { number, occurrence }: OccurrenceDetails) {
  const whole = { number, occurrence: null };
  if (occurrence === null) return [{ label: t('conversation.calendar.file'), conversation: whole }];
  return [
    { label: t('conversation.calendar.file.one'), conversation: { number, occurrence } },
    { label: t('conversation.calendar.file.all'), conversation: whole },
  ];
}

/** A calendar in the words of whoever reads it. */
export function calendarFile({ t }: Speech, { reader, conversations }: FoundCalendar): CalendarFile {
  const name = reader.type === 'coalition' ? text(reader.coalition.name) : t('calendar.mine');
  const entries = conversations.map((conversation) => {
    const { slot, title, place } = conversation;
    const url = place === null ? null : (findAddress(place)?.href ?? null);
    return { ...slot, title, place, url, description: describe(t, conversation) };
  });
  return { name: plain(name), entries };
}

function describe(t: Speech['t'], conversation: CalendarConversation): string {
  const { purpose, agenda, cancelReason, coalitionName: coalition, number } = conversation;
  const reference = formatOccurrence({ number, occurrence: null });
  const parts: readonly (RichText | string | null)[] = [
    cancelReason === null ? null : t('conversation.state.reason', { reason: cancelReason }),
    purpose,
    agenda.length === 0 ? null : [plain(t('conversation.agenda')), ...agenda.map((item) => `- ${item}`)].join('\n'),
    t('calendar.entry.about', { reference, coalition }),
  ];
  return parts
    .filter((part) => part !== null)
    .map((part) => (typeof part === 'string' ? part : plain(part)))
    .join('\n\n');
}
