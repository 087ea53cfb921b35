import type { Mentionable } from '../../core/rich-text.ts';
import { bold, join, mention, plain, type RichText, text } from '../../core/rich-text.ts';
import { type Action, type Node, type View, view } from '../../core/view.ts';
import type { AttendanceList } from '../../domain/conversations/attendance-list.ts';
import type { Closed } from '../../domain/conversations/close.ts';
import type { ListWords } from '../../domain/conversations/close-form.ts';
import type { OccurrenceDetails } from '../../domain/conversations/details.ts';
import { showList } from '../../i18n/lists.ts';
import { showMoment } from '../../i18n/moments.ts';
import { buttonIn, controls } from '../controls.ts';
import { fields, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { nameOf as nameOfTask, showDue } from '../tasks/words.ts';
import { occurrenceCard } from './card.ts';
import { showCame } from './outcome.ts';
import { referenceOf, shortNameOf } from './words.ts';

/** How many people are named, and how many decisions and tasks are shown. */
const shown = { names: 10, things: 10 };

/** The words of a list of names that are no names, as `readPresent` reads them. */
export function listWords({ t }: Speech): ListWords {
  return {
    everybody: plain(t('conversation.close.everybody')),
    without: (name) => plain(t('conversation.close.without', { name })),
  };
}

/** After an occurrence was closed: what is on record now. */
export function conversationClosed(speech: Speech, closed: Closed): View {
  const { t, locale, zone } = speech;
  const { occurrence, how, summaryAt, tasks, absent, guestNames } = closed;
  const { outcome } = occurrence;
  const when = summaryAt && showMoment(summaryAt, 'moment', locale, zone);
  const news = when ? t('conversation.closed.summary', { when }) : [];
  return view(
    paragraph(join([t(`conversation.closed.${how}`, { conversation: shortNameOf(occurrence) }), news], ' ')),
    outcome !== null &&
      fields(
        [t('conversation.came'), showCame(speech, outcome)],
        [t('conversation.absent'), showNames(speech, absent)],
        [t('conversation.counted-as-guests'), showNames(speech, guestNames.map(toNameless))],
        [t('conversation.notes'), outcome.notes === null ? null : t('conversation.closed.kept')],
      ),
    ...section(speech, t('conversation.decisions'), (outcome?.decisions ?? []).map(text)),
    ...section(
      speech,
      t('conversation.closed.tasks'),
      tasks.map((task) => showTask(speech, task)),
    ),
    controls(...closedButtons(speech, occurrence)),
  );
}

function toNameless(name: string): Mentionable {
  return { name, accounts: [] };
}

function closedButtons({ t }: Speech, occurrence: OccurrenceDetails): readonly Action[] {
  const input = { conversation: referenceOf(occurrence) };
  return [
    buttonIn(occurrence.coalitionId, t('conversation.button.follow-up'), 'task.add', input),
    buttonIn(occurrence.coalitionId, t('conversation.button.correct'), 'convene.close', input),
  ];
}

function showTask(speech: Speech, task: Closed['tasks'][number]): RichText {
  const due = task.due ? showDue(task.due, speech) : [];
  return join([text(nameOfTask(task)), task.owner ? mention(task.owner) : [], due], ' · ');
}

/** The first of several people, and how many more there are; null where there is nobody. */
function showNames({ t, locale }: Speech, people: readonly Mentionable[]): RichText | null {
  if (people.length === 0) return null;
  const more = people.length - shown.names;
  const names = people.slice(0, shown.names).map(({ name }) => text(name));
  return showList([...names, ...(more > 0 ? [t('conversation.coming.more', { count: more })] : [])], locale);
}

function section({ t }: Speech, title: RichText, items: readonly RichText[]): readonly (Node | false)[] {
  if (items.length === 0) return [];
  const more = items.length - shown.things;
  return [
    paragraph(bold(title)),
    list(items.slice(0, shown.things)),
    more > 0 && note(t('conversation.more', { count: more })),
  ];
}

/** An occurrence with all there is to know; for whoever leads it also who came and who did not, and how to correct it. */
export function conversationShown(
  speech: Speech,
  occurrence: OccurrenceDetails,
  attendance: AttendanceList | null,
): View {
  const { nodes } = occurrenceCard(speech, occurrence);
  if (attendance === null) return { nodes };
  const { t } = speech;
  const names = fields(
    [t('conversation.came.names'), showNames(speech, attendance.came)],
    [t('conversation.absent'), showNames(speech, attendance.absent)],
  );
  return view(...nodes, names, controls(...closedButtons(speech, occurrence)));
}
