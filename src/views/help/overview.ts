import type { Command } from '../../core/define.ts';
import { text } from '../../core/rich-text.ts';
import { type Action, type View, view } from '../../core/view.ts';
import { button, controls } from '../controls.ts';
import { heading, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { wordsOf } from './words.ts';

/** Everything that can be said, a line a command, with a button to each. */
export function helpOverview(speech: Speech, commands: readonly Command[]): View {
  const { t } = speech;
  return view(
    heading(t('help.heading')),
    paragraph(t('help.intro')),
    list(
      commands.map(({ name }) =>
        t('help.command', { command: `/${name}`, description: t(wordsOf(name, 'description')) }),
      ),
    ),
    note(t('help.more')),
    controls(...topicButtons(commands)),
  );
}

/** A button to the help of each command. */
export function topicButtons(commands: readonly Command[]): readonly Action[] {
  return commands.map(({ name }) => button(text(`/${name}`), 'convener.help', { topic: name }));
}
