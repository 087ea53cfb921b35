import type { Action } from '../../core/view.ts';
import { buttonIn } from '../controls.ts';
import type { Speech } from '../speech.ts';
import type { TaskFacts } from './facts.ts';
import { inputOfDone, referenceOf } from './words.ts';

/** What can be done with a task as it stands. */
export function taskButtons(task: TaskFacts, { t }: Speech): readonly Action[] {
  const { coalitionId, status } = task;
  const input = { task: referenceOf(task) };
  if (status !== 'open') return [buttonIn(coalitionId, t('task.button.reopen'), 'task.reopen', input)];
  return [
    buttonIn(coalitionId, t('task.button.done'), 'task.done', inputOfDone(task), 'primary'),
    buttonIn(coalitionId, t('task.button.take'), 'task.assign', { ...input, owner: 'me' }),
    buttonIn(coalitionId, t('task.button.due'), 'task.due', input),
    buttonIn(coalitionId, t('task.button.drop'), 'task.ask-drop', input),
  ];
}
