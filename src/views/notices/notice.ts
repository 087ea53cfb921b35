import { cut, cutRich } from '../../core/cut.ts';
import { encodePress } from '../../core/press.ts';
import {
  bold,
  join,
  type Mentionable,
  mention,
  type PlatformName,
  plain,
  type RichText,
  text,
} from '../../core/rich-text.ts';
import { type Action, type Node, type View, view } from '../../core/view.ts';
import { showList } from '../../i18n/lists.ts';
import { showMoment } from '../../i18n/moments.ts';
import { buttonIn, controls } from '../controls.ts';
import { list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { type Delay, delayNote } from './delay.ts';

/** Something whose time has come: what it says, in a sentence, and what can be done about it. */
export interface Notice {
  readonly says: RichText;
  readonly actions: readonly Action[];
  /** What it is about: a conversation, unless it says otherwise. */
  readonly about?: 'task' | 'reminder';
  /** `M-7`: how people name it, where the sentence does not. */
  readonly reference?: string;
  /** When it was due, where the sentence does not say so. */
  readonly due: Date | null;
  /** What else there is to know, where it is said by itself. */
  readonly details?: readonly (Node | false)[];
  /** It wants an answer: its controls are shown in a digest, too. */
  readonly asks?: true;
  /** Those in the space whom it is for, where they are told together. */
  readonly listeners?: readonly Mentionable[];
}

/** How a notice reaches whom it is for. */
export interface Circumstances {
  /** Null: everybody in the space. */
  readonly recipient: Mentionable | null;
  /** `closed`: in the space, because the recipient takes no direct messages. */
  readonly way: 'space' | 'direct' | 'closed';
  /** Where that has been found out just now: then they hear what they can do about it. */
  readonly closedOn?: PlatformName | null;
  readonly delay: Delay | null;
}

/** One notice, in a space to whom it is for by name. */
export function noticeView(speech: Speech, notice: Notice, circumstances: Circumstances): View {
  const { recipient, way, delay } = circumstances;
  const named = recipient !== null && way !== 'direct';
  return view(
    paragraph(named ? join([mention(recipient), notice.says], ': ') : notice.says),
    ...(notice.details ?? []),
    forWhom(speech, notice),
    delay !== null && delayNote(speech, delay, notice.about === 'reminder' ? 'due' : 'meant'),
    ...whyHere(speech, circumstances),
    controls(...notice.actions),
  );
}

/** Below what it is about: a notification begins with that, and there may be many names. */
function forWhom({ t, locale }: Speech, { listeners = [] }: Notice): Node | false {
  const names = () => showList(listeners.map(mention), locale);
  return listeners.length > 0 && paragraph(t('notice.listeners', { listeners: names() }));
}

/** How much of each a digest says, in characters. */
const itemLength = 160;

/** What waited for somebody in one coalition. */
export interface DigestPart {
  readonly coalition: { readonly id: string; readonly name: string };
  readonly notices: readonly Notice[];
}

/** What waited for somebody, in one post; by coalition, where it is of several. */
export function digestView(speech: Speech, parts: readonly DigestPart[], circumstances: Circumstances): View {
  const { t } = speech;
  const { recipient, way } = circumstances;
  const named = recipient !== null && way !== 'direct';
  const several = parts.length > 1;
  return view(
    paragraph(named ? t('notice.digest.to', { recipient: mention(recipient) }) : t('notice.digest')),
    ...parts.flatMap(({ coalition, notices }) => [
      several && paragraph(bold(text(coalition.name))),
      list(distinct(notices.filter(({ asks }) => !asks).map((notice) => toItem(speech, notice)))),
      ...toQuestions(notices.filter(({ asks }) => asks)),
    ]),
    ...whyHere(speech, circumstances),
    controls(...parts.flatMap((part) => listButtons(speech, part, several))),
  );
}

/** Where a reader gets to what each kind of thing is about. Of the reminders, those that have come are in no other list. */
const lists = {
  task: { operation: 'task.mine', input: {} },
  reminder: { operation: 'reminder.list', input: { all: 'yes' } },
  conversation: { operation: 'convener.next', input: {} },
} as const;

/** The ways on from what is told of a coalition, and no others; it is named where it is one of several. */
function listButtons({ t }: Speech, { coalition, notices }: DigestPart, several: boolean): readonly Action[] {
  const { id, name } = coalition;
  const present = new Set(notices.map(({ about = 'conversation' }) => about));
  return (['task', 'reminder', 'conversation'] as const).flatMap((kind) => {
    const { operation, input } = lists[kind];
    const named = () => t(`notice.digest.${kind}.in`, { coalition: cut(name, 13) });
    return present.has(kind) ? [buttonIn(id, several ? named() : t(`notice.digest.${kind}`), operation, input)] : [];
  });
}

function toItem({ t, locale, zone }: Speech, { reference, says, due }: Notice): RichText {
  const named = reference === undefined ? says : join([bold(text(reference)), says], ' · ');
  const item =
    due === null ? named : t('notice.digest.item', { says: named, due: showMoment(due, 'moment', locale, zone) });
  return cutRich(item, (rich) => plain(rich).length <= itemLength);
}

/** What waited since it was due and since it is overdue says the same by now. */
function distinct(items: readonly RichText[]): readonly RichText[] {
  return [...new Map(items.map((item) => [plain(item), item])).values()];
}

/** Each with its own controls; one that stands there twice is offered once. */
function toQuestions(notices: readonly Notice[]): readonly (Node | false)[] {
  const offered = new Set<string>();
  return notices.flatMap(({ says, actions }) => {
    const fresh = actions.filter((action) => action.type === 'button' && !offered.has(encodePress(action.press)));
    for (const action of fresh) if (action.type === 'button') offered.add(encodePress(action.press));
    const about = says.filter(({ type }) => type === 'bold');
    return [paragraph(says), fresh.length > 0 && ({ type: 'actions', actions: fresh, about } as const)];
  });
}

/** What to do about it is said once, and not below everything that is said here until then. */
function whyHere({ t }: Speech, { recipient, way, closedOn = null }: Circumstances): readonly (Node | false)[] {
  if (way !== 'closed' || recipient === null) return [];
  const named = { recipient: recipient.name };
  const remedy = closedOn !== null && note(t('notice.closed.remedy', { ...named, platform: closedOn }));
  return [note(t('notice.closed', named)), remedy];
}
