import { cutRich } from '../../core/cut.ts';
import { formatReference } from '../../core/ids.ts';
import { bold, join, plain, type RichText, text } from '../../core/rich-text.ts';
import type { Node } from '../../core/view.ts';
import type { OccurrenceDetails, Outcome } from '../../domain/conversations/details.ts';
import { fields, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';

/** How much of each is shown, and how much of the notes, in characters. */
const shown = 8;
const notesLength = 800;

type Closed = Pick<OccurrenceDetails, 'outcome'>;

/** What came of it: who came, decisions, follow-ups and notes. Nothing until it is closed. */
export function outcomeNodes(speech: Speech, { outcome }: Closed): readonly (Node | false)[] {
  if (outcome === null) return [];
  const { t } = speech;
  const { notes, decisions, tasks } = outcome;
  return [
    fields([t('conversation.came'), showCame(speech, outcome)], [t('conversation.worth'), showWorth(speech, outcome)]),
    ...section(speech, t('conversation.decisions'), decisions.map(text)),
    ...section(
      speech,
      t('conversation.follow-ups'),
      tasks.map((task) => showFollowUp(speech, task)),
    ),
    notes !== null && paragraph(bold(t('conversation.notes'))),
    notes !== null && paragraph(cutRich(text(notes), (rich) => plain(rich).length <= notesLength)),
  ];
}

/** How many members came, and guests. */
export function showCame({ t }: Speech, { came, guests }: Pick<Outcome, 'came' | 'guests'>): RichText {
  const members = t('conversation.came.members', { count: came });
  return join([members, guests > 0 ? t('conversation.came.guests', { count: guests }) : []], ', ');
}

/** Of those who said so, how many found it worth coming; null where nobody did. */
export function showWorth({ t }: Speech, { worth, notWorth }: Pick<Outcome, 'worth' | 'notWorth'>): RichText | null {
  const total = worth + notWorth;
  return total === 0 ? null : t('conversation.worth.count', { count: worth, total });
}

/** `T-12 · Call the food bank · María · open`. */
function showFollowUp({ t }: Speech, { number, title, owner, done }: Outcome['tasks'][number]): RichText {
  const state = t(done ? 'conversation.follow-up.done' : 'conversation.follow-up.open');
  return join([text(formatReference('task', number)), text(title), owner ? text(owner.name) : [], state], ' · ');
}

function section({ t }: Speech, title: RichText, items: readonly RichText[]): readonly (Node | false)[] {
  if (items.length === 0) return [];
  const more = items.length - shown;
  return [
    paragraph(bold(title)),
    list(items.slice(0, shown)),
    more > 0 && note(t('conversation.more', { count: more })),
  ];
}
