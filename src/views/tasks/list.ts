import { bold, join, mention, type RichText, text } from '../../core/rich-text.ts';
import { type Action, type View, view } from '../../core/view.ts';
import { buttonIn, controls } from '../controls.ts';
import { heading, list, paragraph } from '../nodes.ts';
import { pageButtons, pageNote } from '../paging.ts';
import type { Speech } from '../speech.ts';
import type { TaskFacts, TaskPage } from './facts.ts';
import { isOverdue, nameOf, referenceOf, showDue } from './words.ts';

/** What a list was asked for. `owner` and `goal` are as they were written: the pages carry them on. */
export interface TaskFilters {
  readonly status: 'open' | 'done' | 'all';
  readonly owner?: string | undefined;
  readonly goal?: string | undefined;
}

/** One page of a coalition's tasks. */
export function taskList(speech: Speech, coalitionId: string, tasks: TaskPage, filters: TaskFilters): View {
  const { t } = speech;
  const { status } = filters;
  if (tasks.total === 0) return emptyList(speech, coalitionId, t(`task.list.empty.${status}`));
  // Open is what a list shows anyway, and a control's id has to stay short.
  const carried = { ...filters, status: status === 'open' ? undefined : status };
  return view(
    heading(t(`task.list.${status}`)),
    list(tasks.tasks.map((task) => showLine(task, speech, status === 'all'))),
    pageNote(speech, tasks, t('task.list.count', { total: tasks.total })),
    controls(...pageButtons(speech, tasks, coalitionId, 'task.list', carried)),
    controls(showSelect(speech, coalitionId, tasks)),
  );
}

/** One page of the reader's own open tasks in a coalition. */
export function myTasks(speech: Speech, coalitionId: string, tasks: TaskPage): View {
  const { t } = speech;
  if (tasks.total === 0) return emptyList(speech, coalitionId, t('task.list.empty.mine'));
  return view(
    heading(t('task.list.mine')),
    list(tasks.tasks.map((task) => showLine({ ...task, owner: null }, speech, false))),
    pageNote(speech, tasks, t('task.list.count', { total: tasks.total })),
    controls(...pageButtons(speech, tasks, coalitionId, 'task.mine')),
    controls(showSelect(speech, coalitionId, tasks)),
  );
}

/** A task in one line: reference, title, where it stands, owner, due date. */
export function showLine(task: TaskFacts, speech: Speech, withStatus: boolean): RichText {
  const { t } = speech;
  return join(
    [
      bold(text(referenceOf(task))),
      text(task.title),
      withStatus ? t(`task.list.status.${task.status}`) : [],
      task.owner ? mention(task.owner) : [],
      showLineDue(task, speech),
    ],
    ' · ',
  );
}

function showLineDue(task: TaskFacts, speech: Speech): RichText {
  if (!task.due || task.status !== 'open') return [];
  const due = showDue(task.due, speech);
  return speech.t(isOverdue(task, speech) ? 'task.list.overdue' : 'task.list.due', { due });
}

function emptyList({ t }: Speech, coalitionId: string, words: RichText): View {
  return view(paragraph(words), controls(buttonIn(coalitionId, t('task.button.add'), 'task.add')));
}

function showSelect({ t }: Speech, coalitionId: string, { tasks }: TaskPage): Action {
  const options = tasks.map((task) => {
    return { label: text(nameOf(task)), value: referenceOf(task) };
  });
  const press = { operation: 'task.show', input: { in: coalitionId } } as const;
  return { type: 'select', label: t('task.button.show'), press, fills: 'task', options };
}
