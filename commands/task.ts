import { defineCommand } from '../src/core/define.ts';
import { formatReference, parseOccurrence, parseReference } from '../src/core/ids.ts';
import type { RawInput } from '../src/core/invocation.ts';
import { choice, hidden, person, reference, text, time } from '../src/core/params.ts';
import { writePerson } from '../src/core/person-input.ts';
import { recurrence } from '../src/core/recurrence-params.ts';
import type { RichText } from '../src/core/rich-text.ts';
import { getOccurrenceRow } from '../src/domain/conversations/get-occurrence.ts';
import { findAbsenceOf } from '../src/domain/people/away.ts';
import { addTask } from '../src/domain/tasks/add-task.ts';
import { assignTask } from '../src/domain/tasks/assign-task.ts';
import { dropTask, getDroppable } from '../src/domain/tasks/drop-task.ts';
import { finishTask, getFinishable, reopenTask } from '../src/domain/tasks/finish-task.ts';
import { getTask } from '../src/domain/tasks/get-task.ts';
import { listTasks, taskFilters } from '../src/domain/tasks/list-tasks.ts';
import { showTaskReceipts } from '../src/domain/tasks/receipts.ts';
import { scheduleTask } from '../src/domain/tasks/schedule-task.ts';
import { suggestGoals, suggestTasks } from '../src/domain/tasks/suggest-tasks.ts';
import {
  taskAdded,
  taskAheadQuestion,
  taskAssigned,
  taskDone,
  taskDropped,
  taskDropQuestion,
  taskDueChanged,
  taskKept,
  taskReopened,
} from '../src/views/tasks/answers.ts';
import { myTasks, taskList } from '../src/views/tasks/list.ts';
import { taskReceipts, taskShown } from '../src/views/tasks/receipts.ts';
import { showDue } from '../src/views/tasks/words.ts';
import { type MemberContext, memberOperation } from './operations.ts';

const task = reference('task', { required: true });
const openTasks = { task: (context: MemberContext, typed: string) => suggestTasks(context, typed, ['open']) };
const closedTasks = {
  task: (context: MemberContext, typed: string) => suggestTasks(context, typed, ['done', 'dropped']),
};
const allTasks = {
  task: (context: MemberContext, typed: string) => suggestTasks(context, typed, ['open', 'done', 'dropped']),
};

const add = memberOperation({
  offered: true,
  params: {
    title: text({ required: true, max: 200 }),
    owner: person(),
    due: time({ dayMeans: 'end' }),
    repeat: recurrence(),
    notes: text({ max: 2000, long: true }),
    goal: reference('goal'),
    conversation: hidden(),
  },
  suggest: { goal: suggestGoals },
  run: async (context, { conversation, ...input }) => {
    const occurrenceId = conversation && (await findOccurrenceId(context, conversation));
    const task = await addTask(context, { ...input, occurrenceId });
    return taskAdded(context.speech, task, await findAbsenceOf(context, task.ownerId));
  },
});

/** The time of a conversation that a control names. */
async function findOccurrenceId(context: MemberContext, reference: string): Promise<string | undefined> {
  const named = parseOccurrence(reference);
  return named ? (await getOccurrenceRow(context.db, named, context.now)).id : undefined;
}

const list = memberOperation({
  offered: true,
  inPlace: true,
  params: { status: choice(taskFilters), owner: person(), goal: reference('goal'), page: hidden() },
  suggest: { goal: suggestGoals },
  run: async (context, { status = 'open', owner, goal, page }) => {
    const tasks = await listTasks(context, { status, owner, goal, page: Number(page) });
    return taskList(context.speech, context.coalition.id, tasks, {
      status,
      owner: owner && writePerson(owner),
      goal: goal === undefined ? undefined : formatReference('goal', goal),
    });
  },
});

const mine = memberOperation({
  offered: true,
  inPlace: true,
  params: { page: hidden() },
  run: async (context, { page }) => {
    const tasks = await listTasks(context, { owner: { type: 'me' }, page: Number(page) });
    return myTasks(context.speech, context.coalition.id, tasks);
  },
});

const show = memberOperation({
  params: { task },
  suggest: allTasks,
  run: async (context, input) => taskShown(context.speech, await getTask(context, input.task)),
});

const told = memberOperation({
  inPlace: true,
  params: { task, page: hidden() },
  run: async (context, input) =>
    taskReceipts(context.speech, await showTaskReceipts(context, input.task, Number(input.page))),
});

/**
 * A control says for which date of a task that comes again, so that a second press does not finish the next one. Who
 * says it in words means the date that stands there now, and is asked where that may be another than they think.
 */
const done = memberOperation({
  inPlace: true,
  params: { task, of: hidden() },
  suggest: openTasks,
  run: async (context, { task: number, of }) => {
    if (of !== undefined) return taskDone(context.speech, await finishTask(context, number, of));
    const { task, isAhead } = await getFinishable(context, number);
    if (isAhead) return taskAheadQuestion(context.speech, task);
    return taskDone(context.speech, await finishTask(context, number, task.due?.wall));
  },
});

const reopen = memberOperation({
  inPlace: true,
  params: { task },
  suggest: closedTasks,
  run: async (context, input) => taskReopened(context.speech, await reopenTask(context, input.task)),
});

const drop = memberOperation({
  inPlace: true,
  params: { task },
  suggest: openTasks,
  run: async (context, input) => taskDropped(context.speech, await dropTask(context, input.task)),
});

const askDrop = memberOperation({
  params: { task },
  run: async (context, input) => taskDropQuestion(context.speech, await getDroppable(context, input.task)),
});

const keep = memberOperation({
  inPlace: true,
  params: { task },
  run: async (context, input) => taskKept(context.speech, await getTask(context, input.task)),
});

const assign = memberOperation({
  inPlace: true,
  params: { task, owner: person({ required: true }) },
  suggest: openTasks,
  run: async (context, input) => {
    const given = await assignTask(context, input.task, input.owner);
    return taskAssigned(context.speech, given, await findAbsenceOf(context, given.ownerId));
  },
});

const due = memberOperation({
  params: { task, due: time({ dayMeans: 'end', required: true }) },
  suggest: openTasks,
  present: { due: presentDue },
  run: async (context, input) => taskDueChanged(context.speech, await scheduleTask(context, input.task, input.due)),
});

async function presentDue(context: MemberContext, given: RawInput): Promise<RichText | null> {
  const number = parseReference('task', given.task ?? '');
  if (number === null) return null;
  const { due } = await getTask(context, number);
  return due ? showDue(due, context.speech) : context.speech.t('task.due.none');
}

/** What is to be done, by whom and until when. */
export const taskCommand = defineCommand({
  name: 'task',
  subcommands: { add, list, mine, show, done, reopen, drop, assign, due },
  controls: { 'ask-drop': askDrop, keep, told },
});
