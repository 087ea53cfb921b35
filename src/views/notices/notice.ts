import { cut, cutRich } from '../../core/cut.ts';
import { bold, join, type Mentionable, mention, plain, type RichText, text } from '../../core/rich-text.ts';
import { type Action, type View, view } from '../../core/view.ts';
import { showMoment } from '../../i18n/moments.ts';
import { buttonIn, controls } from '../controls.ts';
import { list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';

/** Something whose time has come: what it says, in a sentence, and what can be done about it. */
export interface Notice {
  readonly says: RichText;
  readonly actions: readonly Action[];
  /** When it was due, where the sentence does not say so. */
  readonly due: Date | null;
}

/** Why it comes later than it was meant to. */
export interface Delay {
  readonly cause: 'late' | 'quietHours' | 'budget';
  readonly due: Date;
}

/** How a notice reaches whom it is for. */
export interface Circumstances {
  /** Null: everybody in the space. */
  readonly recipient: Mentionable | null;
  /** `closed`: in the space, because the recipient takes no direct messages. */
  readonly way: 'space' | 'direct' | 'closed';
  readonly delay: Delay | null;
}

/** One notice, in a space to whom it is for by name. */
export function noticeView(speech: Speech, notice: Notice, circumstances: Circumstances): View {
  const { t, locale, zone } = speech;
  const { recipient, way, delay } = circumstances;
  const named = recipient !== null && way !== 'direct';
  return view(
    paragraph(named ? join([mention(recipient), notice.says], ': ') : notice.says),
    delay !== null && note(t(`notice.${delay.cause}`, { due: showMoment(delay.due, 'moment', locale, zone) })),
    whyHere(speech, circumstances),
    controls(...notice.actions),
  );
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
      several && paragraph(bold(text(cut(coalition.name, 60)))),
      list(notices.map((notice) => toItem(speech, notice))),
    ]),
    whyHere(speech, circumstances),
    controls(...parts.map(({ coalition }) => mineButton(speech, coalition, several))),
  );
}

/** The tasks of whoever reads it, in a coalition that is named where it is one of several. */
function mineButton({ t }: Speech, { id, name }: DigestPart['coalition'], several: boolean): Action {
  const named = () => t('notice.digest.mine', { coalition: cut(name, 16) });
  return buttonIn(id, several ? named() : t('task.button.mine'), 'task.mine');
}

function toItem({ t, locale, zone }: Speech, { says, due }: Notice): RichText {
  const item = due === null ? says : t('notice.digest.item', { says, due: showMoment(due, 'moment', locale, zone) });
  return cutRich(item, (rich) => plain(rich).length <= itemLength);
}

function whyHere({ t }: Speech, { recipient, way }: Circumstances) {
  return way === 'closed' && recipient !== null && note(t('notice.closed', { recipient: recipient.name }));
}
