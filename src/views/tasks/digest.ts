import { type View, view } from '../../core/view.ts';
import { buttonIn, controls } from '../controls.ts';
import { heading, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { TaskFacts } from './facts.ts';
import { showLine } from './list.ts';

/** The first tasks of a kind, and how many there are in all. */
export interface SomeTasks {
  readonly tasks: readonly TaskFacts[];
  readonly total: number;
}

/** The open tasks of a coalition at a glance. */
export interface TaskDigestFacts {
  readonly overdue: SomeTasks;
  readonly open: SomeTasks;
}

/** To every space, now and then: what should have been done by now, and what is to be done. */
export function taskDigest(speech: Speech, coalitionId: string, { overdue, open }: TaskDigestFacts): View {
  const { t } = speech;
  const lines = ({ tasks }: SomeTasks) => list(tasks.map((task) => showLine(task, speech, false)));
  const unnamed = overdue.total + open.total - overdue.tasks.length - open.tasks.length;
  return view(
    heading(t('task.digest.heading')),
    overdue.total > 0 && paragraph(t('task.digest.overdue', { count: overdue.total })),
    lines(overdue),
    open.total > 0 && paragraph(t('task.digest.open', { count: open.total })),
    lines(open),
    unnamed > 0 && note(t('task.digest.more', { count: unnamed })),
    controls(
      buttonIn(coalitionId, t('task.list.open'), 'task.list'),
      buttonIn(coalitionId, t('task.button.add'), 'task.add'),
    ),
  );
}
