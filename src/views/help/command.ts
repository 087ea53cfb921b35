import type { AnyOperation, Command } from '../../core/define.ts';
import { plain, type RichText, text } from '../../core/rich-text.ts';
import { type Action, type View, view } from '../../core/view.ts';
import { button, controls } from '../controls.ts';
import { heading, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { visibleParams } from './usage.ts';
import { wordsOf } from './words.ts';

/**
 * What one command can do, to be taken in at a glance: an example of what is wanted most, a line for each subcommand, and
 * the way to all that can be said of one. `coalitionId` is that of the channel, where there is one: what is offered is
 * meant for it.
 */
export function helpOnCommand(speech: Speech, command: Command, coalitionId?: string): View {
  const { t } = speech;
  const { name } = command;
  const operations = Object.entries(command.subcommands);
  return view(
    heading(text(`/${name}`)),
    paragraph(t(wordsOf(name, 'description'))),
    ...operations
      .filter(hasParams)
      .slice(0, 1)
      .map(([sub]) => showExample(speech, `${name}.${sub}`)),
    list(operations.map(([sub]) => showSubcommand(speech, name, sub))),
    note(t('help.takes')),
    controls(chooseOne(speech, command)),
    controls(...offeredButtons(speech, command, coalitionId), button(t('help.back'), 'convener.help')),
  );
}

/** One without any would be an example of nothing that the usage does not show. */
function hasParams([, operation]: readonly [string, AnyOperation]): boolean {
  return visibleParams(operation).length > 0;
}

/** A whole line as somebody would say it. */
export function showExample({ t }: Speech, operation: string) {
  return paragraph(t('help.example', { example: plain(t(wordsOf(operation, 'example'))) }));
}

/** `/task add` and what it is for: what it takes, its own help says. */
function showSubcommand({ t }: Speech, command: string, sub: string): RichText {
  const description = t(wordsOf(`${command}.${sub}`, 'description'));
  return t('help.subcommand', { usage: `/${command} ${sub}`, description });
}

function chooseOne({ t }: Speech, { name, subcommands }: Command): Action {
  const options = Object.keys(subcommands).map((sub) => ({ label: text(`/${name} ${sub}`), value: sub }));
  const press = { operation: 'convener.help', input: { topic: name } } as const;
  return { type: 'select', label: t('help.choose'), press, fills: 'subcommand', options };
}

function offeredButtons({ t }: Speech, { name, subcommands }: Command, coalitionId: string | undefined) {
  return Object.entries(subcommands)
    .filter(([, { offered }]) => offered)
    .map(([sub]) => button(t(wordsOf(`${name}.${sub}`, 'title')), `${name}.${sub}`, { in: coalitionId }));
}
