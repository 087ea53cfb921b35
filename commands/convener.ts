import { type Command, defineCommand } from '../src/core/define.ts';
import { choice, hidden } from '../src/core/params.ts';
import { listConversations } from '../src/domain/conversations/list.ts';
import { listTasks } from '../src/domain/tasks/list-tasks.ts';
import { aboutView } from '../src/views/help/about.ts';
import { helpOnCommand } from '../src/views/help/command.ts';
import { homeView } from '../src/views/help/home.ts';
import { helpOverview } from '../src/views/help/overview.ts';
import { helpOnSubcommand } from '../src/views/help/subcommand.ts';
import { memberOperation, personOperation } from './operations.ts';

/** The bot itself: what can be said to it, these `others` and itself. */
export function createConvenerCommand(others: readonly Command[]): Command {
  const name = 'convener';
  const topics = [...others.map((command) => command.name), name];

  const help = personOperation({
    inPlace: true,
    params: { topic: choice(topics), subcommand: hidden() },
    run: async ({ speech, space, account }, { topic, subcommand = '' }) => {
      const command = all().find((candidate) => candidate.name === topic);
      if (!command) return helpOverview(speech, all());
      const isOfIt = Object.hasOwn(command.subcommands, subcommand);
      if (isOfIt) return helpOnSubcommand(speech, command, subcommand, account.platform);
      return helpOnCommand(speech, command, space?.coalitionId);
    },
  });

  const about = personOperation({
    params: {},
    run: async ({ speech }) => aboutView(speech),
  });

  /** A member's own page, as Slack's App Home shows it. Said in a channel it is an answer, and leads nowhere else. */
  const next = memberOperation({
    offered: true,
    params: {},
    run: async (context) => {
      const conversations = await listConversations(context, { what: 'mine' });
      const tasks = await listTasks(context, { owner: { type: 'me' } });
      const ways = context.direct ? all() : [];
      return homeView(context.speech, { coalition: context.coalition, conversations, tasks }, ways);
    },
  });

  const convener = defineCommand({ name, subcommands: { next, help, about } });
  const all = () => [...others, convener];
  return convener;
}
