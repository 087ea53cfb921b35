import { bold, join, type RichText, text } from '../../core/rich-text.ts';
import { type Action, type View, view } from '../../core/view.ts';
import type { ConversationPage, ListedOccurrence } from '../../domain/conversations/list.ts';
import { showMoment, showWallTime } from '../../i18n/moments.ts';
import { buttonIn, controls } from '../controls.ts';
import { heading, list, paragraph } from '../nodes.ts';
import { pageButtons, pageNote } from '../paging.ts';
import type { Speech } from '../speech.ts';
import { isComing, nameOf, referenceOf, showBegin, showSeats } from './words.ts';

/** What a list was asked for. `conversation` is the reference of one. */
export interface ConversationFilters {
  readonly what: 'coming' | 'mine' | 'past';
  readonly conversation?: string | undefined;
}

/** One page of a coalition's conversations. */
export function conversationList(
  speech: Speech,
  coalitionId: string,
  page: ConversationPage,
  filters: ConversationFilters,
): View {
  const { t } = speech;
  const { what, conversation } = filters;
  const others = what === 'coming' && !conversation ? (['mine', 'past'] as const) : (['coming'] as const);
  const ways = others.map((other) =>
    buttonIn(coalitionId, t(`conversation.list.see.${other}`), 'convene.list', { what: other }),
  );
  if (page.total === 0) {
    const call = buttonIn(coalitionId, t('conversation.button.new'), 'convene.new');
    return view(
      paragraph(t(conversation ? 'conversation.list.empty.times' : `conversation.list.empty.${what}`)),
      controls(call, ...ways),
    );
  }
  // Coming is what a list shows anyway, and a control's id has to stay short.
  const carried = { conversation, what: what === 'coming' ? undefined : what };
  return view(
    heading(conversation ? t('conversation.list.times', { conversation }) : t(`conversation.list.${what}`)),
    list(page.listed.map((listed) => showListed(listed, speech))),
    pageNote(
      speech,
      page,
      t(conversation ? 'conversation.list.times.count' : 'conversation.list.count', { total: page.total }),
    ),
    controls(...pageButtons(speech, page, coalitionId, 'convene.list', carried), ...ways),
    controls(showSelect(speech, coalitionId, page)),
  );
}

/** One in a line: reference, title, when, who comes or what came of it, and what its reader has to do with it. */
export function showListed(listed: ListedOccurrence, speech: Speech): RichText {
  const { occurrence } = listed;
  const coming = isComing(occurrence, speech);
  return join(
    [
      bold(text(referenceOf(occurrence))),
      text(occurrence.title),
      // What the clocks showed there, nobody needs to know any more.
      coming ? showBegin(occurrence, speech) : showMoment(occurrence.startsAt, 'moment', speech.locale, speech.zone),
      coming ? showComingIn(listed, speech) : showPast(listed, speech),
    ],
    ' · ',
  );
}

function showComingIn({ occurrence, answer, seat, leads }: ListedOccurrence, speech: Speech): RichText {
  const { t } = speech;
  const own = answer === 'yes' ? (seat ?? 'taken') : answer;
  return join(
    [
      t('conversation.list.coming-count', { count: occurrence.rsvps.coming }),
      showSeats(occurrence, speech) ?? [],
      own ? t(`conversation.list.own.${own}`) : [],
      leads ? t('conversation.list.own.leads') : [],
    ],
    ', ',
  );
}

function showPast({ occurrence }: ListedOccurrence, { t }: Speech): RichText {
  const { state, outcome } = occurrence;
  if (state === 'cancelled') return t('conversation.list.cancelled');
  if (!outcome) return t('conversation.list.open');
  const [first, ...more] = outcome.decisions;
  if (first === undefined) return t('conversation.list.no-decision');
  const decided = t('conversation.list.decided', { decision: first });
  return more.length > 0 ? join([decided, t('conversation.more', { count: more.length })], ' ') : decided;
}

function showSelect({ t }: Speech, coalitionId: string, { listed }: ConversationPage): Action {
  const options = listed.map(({ occurrence }) => ({ label: text(nameOf(occurrence)), value: referenceOf(occurrence) }));
  const press = { operation: 'convene.show', input: { in: coalitionId } } as const;
  return { type: 'select', label: t('conversation.button.show'), press, fills: 'conversation', options };
}

/** A wall-clock time as a suggestion has it, which shows words alone: `Thu, 4 Mar, 18:00`. */
export function suggestedTime({ locale }: Speech): (wall: string) => string {
  return (wall) => showWallTime(wall, locale);
}
