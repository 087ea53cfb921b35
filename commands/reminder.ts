import { defineCommand } from '../src/core/define.ts';
import { addressee, hidden, reference, text, timeIn } from '../src/core/params.ts';
import { when } from '../src/core/recurrence-params.ts';
import { plain } from '../src/core/rich-text.ts';
import { findAbsenceOf } from '../src/domain/people/away.ts';
import { addReminder } from '../src/domain/reminders/add-reminder.ts';
import { cancelReminder, declineReminder, finishReminder } from '../src/domain/reminders/end-reminder.ts';
import { findHeld } from '../src/domain/reminders/find-held.ts';
import { listAllReminders, listReminders } from '../src/domain/reminders/list-reminders.ts';
import { showReminder } from '../src/domain/reminders/receipts.ts';
import { snoozeReminder } from '../src/domain/reminders/snooze-reminder.ts';
import { suggestAddressees, suggestReminders } from '../src/domain/reminders/suggest-reminders.ts';
import { findWay } from '../src/domain/reminders/way.ts';
import {
  reminderAdded,
  reminderCancelled,
  reminderDeclined,
  reminderDone,
  reminderSnoozed,
} from '../src/views/reminders/answers.ts';
import { allReminders, reminderList } from '../src/views/reminders/list.ts';
import { reminderShown } from '../src/views/reminders/show.ts';
import { type MemberContext, memberOperation } from './operations.ts';

const reminder = reference('reminder', { required: true });
const reminders = { reminder: (context: MemberContext, typed: string) => suggestReminders(context, typed) };

const addressees = (context: MemberContext, typed: string) =>
  suggestAddressees(context, typed, [{ label: plain(context.speech.t('reminder.here')), value: 'here' }]);

const add = memberOperation({
  offered: true,
  params: { text: text({ required: true, max: 500 }), when: when({ required: true }), to: addressee() },
  suggest: { to: addressees },
  run: async (context, input) => {
    const added = await addReminder(context, input);
    const away = await findAbsenceOf(context, added.recipientId);
    return reminderAdded(context.speech, added, { away, way: await findWay(context, added) });
  },
});

const list = memberOperation({
  offered: true,
  inPlace: true,
  params: { page: hidden(), all: hidden() },
  run: async (context, { page, all }) => {
    const { speech, coalition } = context;
    if (all) return allReminders(speech, coalition.id, await listAllReminders(context, Number(page)));
    const coming = await listReminders(context, Number(page));
    return reminderList(speech, coalition.id, coming, await findHeld(context));
  },
});

const show = memberOperation({
  inPlace: true,
  params: { reminder, page: hidden() },
  suggest: { reminder: (context, typed) => suggestReminders(context, typed, 'all') },
  run: async (context, input) => {
    const shown = await showReminder(context, input.reminder, Number(input.page));
    return reminderShown(context.speech, shown, await findWay(context, shown.reminder));
  },
});

const snooze = memberOperation({
  params: { reminder, until: timeIn({ dayMeans: 'morning', required: true }) },
  suggest: reminders,
  run: async (context, input) => {
    const { speech, coalition } = context;
    const snoozed = await snoozeReminder(context, input.reminder, input.until);
    const way = snoozed.own && (await findWay(context, snoozed.own));
    return reminderSnoozed(speech, { ...snoozed, way }, coalition.zone);
  },
});

const cancel = memberOperation({
  inPlace: true,
  params: { reminder },
  suggest: reminders,
  run: async (context, input) => reminderCancelled(context.speech, await cancelReminder(context, input.reminder)),
});

const done = memberOperation({
  params: { reminder },
  suggest: reminders,
  run: async (context, input) => reminderDone(context.speech, await finishReminder(context, input.reminder)),
});

const decline = memberOperation({
  params: { reminder },
  run: async (context, input) => reminderDeclined(context.speech, await declineReminder(context, input.reminder)),
});

/** What is to be said later, once or again and again, to oneself, to somebody or to everybody here. */
export const reminderCommand = defineCommand({
  name: 'reminder',
  subcommands: { add, list, show, snooze, done, cancel },
  controls: { decline },
});
