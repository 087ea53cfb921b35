import type { Command } from '../../core/define.ts';
import { bold, text } from '../../core/rich-text.ts';
import { type Node, type View, view } from '../../core/view.ts';
import type { CoalitionFacts } from '../coalitions/facts.ts';
import { controls } from '../controls.ts';
import { heading, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { TaskPage } from '../tasks/facts.ts';
import { showLine } from '../tasks/list.ts';
import { topicButtons } from './overview.ts';

/** What a person's own page shows: the first page of their open tasks in their coalition. */
export interface HomeFacts {
  readonly coalition: CoalitionFacts;
  readonly tasks: TaskPage;
}

/** A page of one's own: what is next for this person, and the way to everything else. */
export function homeView(speech: Speech, facts: HomeFacts, commands: readonly Command[]): View {
  const { t } = speech;
  return view(
    heading(t('home.heading')),
    ...showTasks(speech, facts),
    { type: 'divider' },
    paragraph(t('help.intro')),
    controls(...topicButtons(commands)),
  );
}

function showTasks(speech: Speech, { coalition, tasks: { tasks, total } }: HomeFacts): readonly (Node | false)[] {
  const { t } = speech;
  const more = total - tasks.length;
  return [
    paragraph(bold(text(coalition.name))),
    tasks.length === 0 && paragraph(t('home.empty')),
    list(tasks.map((task) => showLine({ ...task, owner: null }, speech, false))),
    more > 0 && note(t('home.more', { count: more })),
  ];
}
