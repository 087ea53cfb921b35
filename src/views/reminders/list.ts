import { bold, join, type RichText, text } from '../../core/rich-text.ts';
import { type Action, type View, view } from '../../core/view.ts';
import { buttonIn, controls } from '../controls.ts';
import { heading, list, paragraph } from '../nodes.ts';
import { pageButtons, pageNote } from '../paging.ts';
import { showRecurrence } from '../recurrence.ts';
import type { Speech } from '../speech.ts';
import type { HeldFacts, ReminderFacts, ReminderPage } from './facts.ts';
import { nameOf, referenceOf, showAt, showRecipient, showState } from './words.ts';

/** One page of the reminders to come, and on the first of them what waits to be said to whoever reads it. */
export function reminderList(
  speech: Speech,
  coalitionId: string,
  page: ReminderPage,
  held: readonly HeldFacts[] = [],
): View {
  const { t } = speech;
  const { reminders, total } = page;
  const waiting = page.page === 1 ? held : [];
  const waitingNodes = [
    waiting.length > 0 && paragraph(bold(t('reminder.list.waiting'))),
    list(waiting.map((each) => showHeld(each, speech))),
  ];
  if (total === 0) {
    const add = buttonIn(coalitionId, t('reminder.button.add'), 'reminder.add');
    const nothing = t(waiting.length > 0 ? 'reminder.list.nothing-else' : 'reminder.list.empty');
    return view(...waitingNodes, paragraph(nothing), controls(add, toAll(speech, coalitionId)));
  }
  return view(
    ...waitingNodes,
    heading(t('reminder.list')),
    list(reminders.map((reminder) => showLine(reminder, speech))),
    pageNote(speech, page, t('reminder.list.count', { total })),
    controls(...pageButtons(speech, page, coalitionId, 'reminder.list'), toAll(speech, coalitionId)),
    controls(showSelect(speech, coalitionId, reminders)),
  );
}

/** Reference, text, until when it waits and for what. */
function showHeld({ heldFor, until, ...reminder }: HeldFacts, speech: Speech): RichText {
  const waits = speech.t(`reminder.outcome.waiting.${heldFor}`, { at: showAt(until, speech) });
  return join([bold(text(referenceOf(reminder))), text(reminder.text), waits], ' · ');
}

function toAll({ t }: Speech, coalitionId: string): Action {
  return buttonIn(coalitionId, t('reminder.button.all'), 'reminder.list', all);
}

const all = { all: 'yes' };

/** One page of all reminders, also of what is over, from where one gets to what became of each. */
export function allReminders(speech: Speech, coalitionId: string, page: ReminderPage): View {
  const { t } = speech;
  const { reminders, total } = page;
  return view(
    heading(t('reminder.list.all')),
    list(reminders.map((reminder) => showLine(reminder, speech))),
    pageNote(speech, page, t('reminder.list.count', { total })),
    controls(
      ...pageButtons(speech, page, coalitionId, 'reminder.list', all),
      buttonIn(coalitionId, t('reminder.button.coming'), 'reminder.list'),
    ),
    total > 0 && controls(showSelect(speech, coalitionId, reminders)),
  );
}

/** A reminder in one line: reference, text, for whom, when it comes next or why not, by which rule. */
function showLine(reminder: ReminderFacts, speech: Speech): RichText {
  const { repeats, next, snoozedUntil, unheard } = reminder;
  const first = [snoozedUntil, next[0]].filter((at) => at instanceof Date).sort((a, b) => Number(a) - Number(b))[0];
  return join(
    [
      bold(text(referenceOf(reminder))),
      text(reminder.text),
      showRecipient(reminder, speech),
      first && !unheard ? showAt(first, speech) : showState(reminder, speech),
      repeats ? showRecurrence(repeats, speech) : [],
    ],
    ' · ',
  );
}

function showSelect({ t }: Speech, coalitionId: string, reminders: readonly ReminderFacts[]): Action {
  const options = reminders.map((reminder) => ({ label: text(nameOf(reminder)), value: referenceOf(reminder) }));
  const press = { operation: 'reminder.show', input: { in: coalitionId } } as const;
  return { type: 'select', label: t('reminder.button.show'), press, fills: 'reminder', options };
}
