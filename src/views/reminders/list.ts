import { bold, join, type RichText, text } from '../../core/rich-text.ts';
import { type Action, type View, view } from '../../core/view.ts';
import { buttonIn, controls } from '../controls.ts';
import { heading, list, paragraph } from '../nodes.ts';
import { pageButtons, pageNote } from '../paging.ts';
import { showRecurrence } from '../recurrence.ts';
import type { Speech } from '../speech.ts';
import type { ReminderFacts, ReminderPage } from './facts.ts';
import { nameOf, referenceOf, showAt, showRecipient, showState } from './words.ts';

/** One page of the reminders to come. */
export function reminderList(speech: Speech, coalitionId: string, page: ReminderPage): View {
  const { t } = speech;
  const { reminders, total } = page;
  if (total === 0) {
    const add = buttonIn(coalitionId, t('reminder.button.add'), 'reminder.add');
    return view(paragraph(t('reminder.list.empty')), controls(add, toAll(speech, coalitionId)));
  }
  return view(
    heading(t('reminder.list')),
    list(reminders.map((reminder) => showLine(reminder, speech))),
    pageNote(speech, page, t('reminder.list.count', { total })),
    controls(...pageButtons(speech, page, coalitionId, 'reminder.list'), toAll(speech, coalitionId)),
    controls(showSelect(speech, coalitionId, reminders)),
  );
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
  const { repeats, next, snoozedUntil } = reminder;
  const first = [snoozedUntil, next[0]].filter((at) => at instanceof Date).sort((a, b) => Number(a) - Number(b))[0];
  return join(
    [
      bold(text(referenceOf(reminder))),
      text(reminder.text),
      showRecipient(reminder, speech),
      first ? showAt(first, speech) : showState(reminder, speech),
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
