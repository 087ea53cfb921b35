import { join, type Mentionable, mention } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { buttonIn, controls } from '../controls.ts';
import { paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { TaskFacts } from './facts.ts';
import { inputOfDone, nameOf, showDue } from './words.ts';

/** To every space: `by` finished it. */
export function taskFinishedAnnouncement({ t }: Speech, task: TaskFacts, by: Mentionable): View {
  return view(paragraph(t('task.announced.finished', { finisher: mention(by), task: nameOf(task) })));
}

/** To every space: `by` finished it, and it comes again. */
export function taskRepeatedAnnouncement(speech: Speech, task: TaskFacts, by: Mentionable): View {
  const { t } = speech;
  const next = task.due ? t('task.announced.again', { due: showDue(task.due, speech) }) : [];
  const news = t('task.announced.finished', { finisher: mention(by), task: nameOf(task) });
  return view(paragraph(join([news, next], ' ')));
}

/** Who has it now, and who gave it to them; `by` is null where they took it themselves. */
export interface Assignment {
  readonly owner: Mentionable;
  readonly by: Mentionable | null;
}

/** To every space: it has a new owner. */
export function taskAssignedAnnouncement(speech: Speech, task: TaskFacts, { owner, by }: Assignment): View {
  const { t } = speech;
  const params = { owner: mention(owner), task: nameOf(task) };
  const news = by ? t('task.announced.assigned', { ...params, by: mention(by) }) : t('task.announced.taken', params);
  const due = task.due ? t('task.announced.due', { due: showDue(task.due, speech) }) : [];
  return view(
    paragraph(join([news, due], ' ')),
    controls(buttonIn(task.coalitionId, t('task.button.done'), 'task.done', inputOfDone(task))),
  );
}
