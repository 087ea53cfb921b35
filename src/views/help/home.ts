import type { Command } from '../../core/define.ts';
import { bold } from '../../core/rich-text.ts';
import { type Node, type View, view } from '../../core/view.ts';
import type { ConversationPage } from '../../domain/conversations/list.ts';
import type { CoalitionFacts } from '../coalitions/facts.ts';
import { controls } from '../controls.ts';
import { showListed } from '../conversations/list.ts';
import { heading, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import type { TaskPage } from '../tasks/facts.ts';
import { showLine } from '../tasks/list.ts';
import { topicButtons } from './overview.ts';

/** What is next for a person in their coalition: the first page of their conversations and of their open tasks. */
export interface HomeFacts {
  readonly coalition: CoalitionFacts;
  readonly conversations: ConversationPage;
  readonly tasks: TaskPage;
}

/** A page of one's own: what is next for this person, and the way to everything else, where these commands are given. */
export function homeView(speech: Speech, facts: HomeFacts, commands: readonly Command[]): View {
  const { t } = speech;
  return view(
    heading(t('home.heading')),
    paragraph(t('home.coalition', { coalition: facts.coalition.name })),
    ...showConversations(speech, facts),
    ...showTasks(speech, facts),
    ...(commands.length > 0 ? wayToTheRest(speech, commands) : []),
  );
}

function wayToTheRest({ t }: Speech, commands: readonly Command[]): readonly (Node | false)[] {
  return [{ type: 'divider' }, paragraph(t('help.intro')), controls(...topicButtons(commands))];
}

function showConversations(speech: Speech, { conversations: { listed, total } }: HomeFacts): readonly (Node | false)[] {
  const { t } = speech;
  if (total === 0) return [paragraph(t('home.conversations.empty'))];
  const more = total - listed.length;
  return [
    paragraph(bold(t('home.conversations'))),
    list(listed.map((each) => showListed(each, speech))),
    more > 0 && note(t('home.conversations.more', { count: more })),
  ];
}

function showTasks(speech: Speech, { tasks: { tasks, total } }: HomeFacts): readonly (Node | false)[] {
  const { t } = speech;
  if (total === 0) return [paragraph(t('home.empty'))];
  const more = total - tasks.length;
  return [
    paragraph(bold(t('home.tasks'))),
    list(tasks.map((task) => showLine({ ...task, owner: null }, speech, false))),
    more > 0 && note(t('home.more', { count: more })),
  ];
}
