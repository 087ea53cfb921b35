import { mention, text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { controls } from '../controls.ts';
import { fields, heading, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { taskButtons } from './controls.ts';
import type { TaskFacts } from './facts.ts';
import { nameOf, showConversation, showDue, showGoal, showOwner, showRepeats, showStatus } from './words.ts';

/** A task with all there is to know and to do about it; posted, it is kept true by edits. */
export function taskCard(speech: Speech, task: TaskFacts): View {
  const { t } = speech;
  return view(
    heading(text(nameOf(task))),
    fields(
      [t('task.status'), showStatus(task, speech)],
      [t('task.owner'), showOwner(task, speech)],
      [t('task.due'), task.due ? showDue(task.due, speech) : t('task.due.none')],
      [t('task.repeats'), showRepeats(task, speech)],
      [t('task.goal'), showGoal(task)],
      [t('task.conversation'), showConversation(task)],
    ),
    task.notes !== null && paragraph(text(task.notes)),
    note(t('task.author', { author: mention(task.author) })),
    controls(...taskButtons(task, speech)),
  );
}
