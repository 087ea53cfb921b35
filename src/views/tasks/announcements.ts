import { join, type Mentionable, mention } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { buttonIn, controls } from '../controls.ts';
import { paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { TaskFacts } from './facts.ts';
import { nameOf, referenceOf, showDue, showOwner } from './words.ts';

/** To every space: somebody finished it. */
export function taskFinishedAnnouncement(speech: Speech, task: TaskFacts): View {
  const { t } = speech;
  const finisher = task.finisher ?? task.author;
  return view(paragraph(t('task.announced.finished', { finisher: mention(finisher), task: nameOf(task) })));
}

/** To every space: it has a new owner. `by` is who gave it to them; null where they took it themselves. */
export function taskAssignedAnnouncement(speech: Speech, task: TaskFacts, by: Mentionable | null): View {
  const { t } = speech;
  const params = { owner: showOwner(task, speech), task: nameOf(task) };
  const news = by ? t('task.announced.assigned', { ...params, by: mention(by) }) : t('task.announced.taken', params);
  const due = task.due ? t('task.announced.due', { due: showDue(task.due, speech) }) : [];
  return view(
    paragraph(join([news, due], ' ')),
    controls(buttonIn(task.coalitionId, t('task.button.done'), 'task.done', { task: referenceOf(task) })),
  );
}
