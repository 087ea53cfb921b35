import { buttonIn } from '../controls.ts';
import type { Speech } from '../speech.ts';
import type { TaskFacts } from '../tasks/facts.ts';
import { inputOfDone, nameOf, referenceOf, showDue } from '../tasks/words.ts';
import type { Notice } from './notice.ts';

/** To its owner: a task is due soon, is due, or was. */
export function taskNotice(speech: Speech, task: TaskFacts, when: 'soon' | 'due' | 'overdue'): Notice {
  const { t } = speech;
  const { coalitionId, due } = task;
  return {
    says: t(`notice.task.${when}`, { task: nameOf(task), due: due ? showDue(due, speech) : t('task.due.none') }),
    due: null,
    actions: [
      buttonIn(coalitionId, t('task.button.done'), 'task.done', inputOfDone(task)),
      buttonIn(coalitionId, t('task.button.due'), 'task.due', { task: referenceOf(task) }),
    ],
  };
}
