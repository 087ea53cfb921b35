import { mention } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { showMoment } from '../../i18n/moments.ts';
import type { MessageKey } from '../../i18n/translate.ts';
import { buttonIn, controls } from '../controls.ts';
import { fields, paragraph } from '../nodes.ts';
import { awayNote } from '../profile/away.ts';
import type { AwayFacts } from '../profile/facts.ts';
import { questionView } from '../question.ts';
import type { Speech } from '../speech.ts';
import { taskButtons } from './controls.ts';
import type { TaskFacts } from './facts.ts';
import {
  inputOfDone,
  nameOf,
  referenceOf,
  showConversation,
  showDue,
  showGoal,
  showOwner,
  showRepeats,
} from './words.ts';

/** After `/task add`: its reference, and what was understood of the rest; `away` is until when its owner is away. */
export function taskAdded(speech: Speech, task: TaskFacts, away: AwayFacts | null): View {
  const { t } = speech;
  return view(
    paragraph(t('task.added', { task: nameOf(task) })),
    fields(
      [t('task.owner'), showOwner(task, speech)],
      [t('task.due'), task.due ? showDue(task.due, speech) : t('task.due.none')],
      [t('task.repeats'), showRepeats(task, speech)],
      [t('task.goal'), showGoal(task)],
      [t('task.conversation'), showConversation(task)],
    ),
    awayNote(speech, task.owner, away),
    controls(...taskButtons(task, speech)),
  );
}

/** After `/task done`; what comes again is open again by then. */
export function taskDone(speech: Speech, task: TaskFacts): View {
  if (task.status === 'done' || !task.due) return answer(speech, task, 'task.done');
  const due = showDue(task.due, speech);
  return view(paragraph(speech.t('task.done.again', { due, task: nameOf(task) })));
}

/** Before its next date is finished as well by whoever may mean the one that is done already. */
export function taskAheadQuestion(speech: Speech, task: TaskFacts): View {
  const { t, locale, zone } = speech;
  const { coalitionId, finisher, finishedAt, due } = task;
  return questionView(
    t('task.done.ahead', {
      task: nameOf(task),
      finisher: finisher ? mention(finisher) : t('common.nobody'),
      at: finishedAt ? showMoment(finishedAt, 'moment', locale, zone) : t('task.due.none'),
      due: due ? showDue(due, speech) : t('task.due.none'),
    }),
    buttonIn(coalitionId, t('task.done.ahead.yes'), 'task.done', inputOfDone(task)),
    buttonIn(coalitionId, t('task.done.ahead.no'), 'task.keep', { task: referenceOf(task) }),
  );
}

/** After `/task reopen`. */
export function taskReopened(speech: Speech, task: TaskFacts): View {
  return answer(speech, task, 'task.reopened');
}

/** After `/task drop`. */
export function taskDropped(speech: Speech, task: TaskFacts): View {
  return answer(speech, task, 'task.dropped');
}

/** After `/task assign`, or taking it by its button; `away` is until when its owner is away. */
export function taskAssigned(speech: Speech, task: TaskFacts, away: AwayFacts | null): View {
  const owner = showOwner(task, speech);
  return view(
    paragraph(speech.t('task.assigned', { owner, task: nameOf(task) })),
    awayNote(speech, task.owner, away),
    controls(...taskButtons(task, speech)),
  );
}

/** After `/task due`: the date as it was understood. */
export function taskDueChanged(speech: Speech, task: TaskFacts): View {
  const due = task.due ? showDue(task.due, speech) : speech.t('task.due.none');
  return view(
    paragraph(speech.t('task.due-changed', { due, task: nameOf(task) })),
    controls(...taskButtons(task, speech)),
  );
}

/** Before it is dropped by its button. */
export function taskDropQuestion(speech: Speech, task: TaskFacts): View {
  const { t } = speech;
  const input = { task: referenceOf(task) };
  return questionView(
    t('task.drop.question', { task: nameOf(task) }),
    buttonIn(task.coalitionId, t('task.drop.yes'), 'task.drop', input, 'danger'),
    buttonIn(task.coalitionId, t('task.drop.no'), 'task.keep', input),
  );
}

/** After the question was answered with no. */
export function taskKept(speech: Speech, task: TaskFacts): View {
  return view(paragraph(speech.t('task.kept', { task: nameOf(task) })));
}

function answer(speech: Speech, task: TaskFacts, key: MessageKey): View {
  return view(paragraph(speech.t(key, { task: nameOf(task) })), controls(...taskButtons(task, speech)));
}
