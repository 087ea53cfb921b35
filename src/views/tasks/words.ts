import { formatOccurrence, formatReference } from '../../core/ids.ts';
import { mention, type RichText, text } from '../../core/rich-text.ts';
import { showDay, showMoment } from '../../i18n/moments.ts';
import { showRecurrence } from '../recurrence.ts';
import type { Speech } from '../speech.ts';
import type { DueFacts, TaskFacts } from './facts.ts';

/** `T-12`: how people and buttons name the task. */
export function referenceOf(task: TaskFacts): string {
  return formatReference('task', task.number);
}

/** `T-12 · Call the food bank`. */
export function nameOf(task: TaskFacts): string {
  return `${referenceOf(task)} · ${task.title}`;
}

/** A day as the calendar has it, or a moment in each reader's own zone. */
export function showDue({ at, wall, zone }: DueFacts, { locale }: Speech): RichText {
  return wall.includes('T') ? showMoment(at, 'moment', locale, zone) : showDay(wall, locale);
}

/** By which rule it comes again; null where it is done once. */
export function showRepeats({ repeats }: TaskFacts, speech: Speech): RichText | null {
  return repeats && showRecurrence(repeats, speech);
}

/** What its button says is done: the task, and of one that comes again for which date. */
export function inputOfDone(task: TaskFacts): { readonly task: string; readonly of?: string } {
  return { task: referenceOf(task), ...(task.repeats && task.due && { of: task.due.wall }) };
}

/** Who takes care of it. */
export function showOwner({ owner }: TaskFacts, { t }: Speech): RichText {
  return owner ? mention(owner) : t('common.nobody');
}

/** Whether it should have been done by now. */
export function isOverdue({ status, due }: TaskFacts, { now }: Speech): boolean {
  return status === 'open' && due !== null && due.at < now;
}

/** Open, overdue, done by whom and when, dropped: in words, never by a colour or a sign alone. */
export function showStatus(task: TaskFacts, speech: Speech): RichText {
  const { t, locale, zone } = speech;
  const { status, finisher, finishedAt } = task;
  if (status === 'done' && finisher && finishedAt) {
    const at = showMoment(finishedAt, 'moment', locale, zone);
    return t('task.status.done-by', { finisher: mention(finisher), at });
  }
  return t(isOverdue(task, speech) ? 'task.status.overdue' : `task.status.${status}`);
}

/** The goal it serves; null where there is none. */
export function showGoal({ goal }: TaskFacts): RichText | null {
  return goal && text(`${formatReference('goal', goal.number)} · ${goal.title}`);
}

/** The conversation that it follows from; null where there is none. */
export function showConversation({ conversation }: TaskFacts): RichText | null {
  return conversation && text(`${formatOccurrence(conversation)} · ${conversation.title}`);
}
