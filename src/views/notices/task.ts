import { buttonIn } from '../controls.ts';
import type { Speech } from '../speech.ts';
import type { TaskFacts } from '../tasks/facts.ts';
import { inputOfDone, isOverdue, nameOf, referenceOf, showDue } from '../tasks/words.ts';
import type { Notice } from './notice.ts';

/** To its owner: a task is due soon, is due, or was; what is said late says it as it is by now. */
export function taskNotice(speech: Speech, task: TaskFacts, when: 'soon' | 'due' | 'overdue'): Notice {
  const { t } = speech;
  const { coalitionId, due } = task;
  const by = isOverdue(task, speech) ? 'overdue' : when;
  return {
    says: t(`notice.task.${by}`, { task: nameOf(task), due: due ? showDue(due, speech) : t('task.due.none') }),
    about: 'task',
    due: null,
    actions: [
      buttonIn(coalitionId, t('task.button.done'), 'task.done', inputOfDone(task)),
      buttonIn(coalitionId, t('task.button.due'), 'task.due', { task: referenceOf(task) }),
    ],
  };
}
