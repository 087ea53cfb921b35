import type { Command } from '../../core/define.ts';
import type { Param } from '../../core/param.ts';
import { join, type PlatformName, type RichText, text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { button, controls } from '../controls.ts';
import { heading, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { showExample } from './command.ts';
import { markNeeded, type NamedParam, visibleParams } from './usage.ts';
import { wordsOf } from './words.ts';

/** All that can be said of one subcommand, and how on that platform. */
export function helpOnSubcommand(speech: Speech, command: Command, sub: string, platform: PlatformName): View {
  const { t } = speech;
  const { name, subcommands } = command;
  const operation = subcommands[sub];
  if (!operation) throw new Error(`there is no /${name} ${sub}`);
  const key = `${name}.${sub}`;
  const params = visibleParams(operation);
  return view(
    heading(text(`/${name} ${sub}`)),
    paragraph(t(wordsOf(key, 'description'))),
    ...(params.length > 0 ? showParams(speech, key, params, platform) : []),
    controls(button(text(`/${name}`), 'convener.help', { topic: name }), button(t('help.back'), 'convener.help')),
  );
}

function showParams(speech: Speech, operation: string, params: readonly NamedParam[], platform: PlatformName) {
  const { t } = speech;
  const [command = ''] = operation.split('.');
  return [
    showExample(speech, operation),
    list(params.map((param) => showParam(speech, operation, param))),
    paragraph(platform === 'slack' ? t('help.slack') : t('help.discord', { command })),
    ...showNotes(speech, params),
  ];
}

/** `answer*`, what it is for, and what can be chosen. */
function showParam({ t }: Speech, operation: string, param: NamedParam): RichText {
  const [name, { control }] = param;
  const about = t(wordsOf(operation, `${name}.description`));
  const choices = control.type === 'choice' ? control.values : [];
  const labels = choices.map((value) => t(wordsOf(operation, `${name}.${value}`)));
  const description = labels.length > 0 ? [...about, ...text(' ('), ...join(labels, ', '), ...text(')')] : about;
  return t('help.subcommand', { usage: markNeeded(param), description });
}

function showNotes({ t }: Speech, params: readonly NamedParam[]) {
  const has = (test: (name: string, param: Param<unknown>) => boolean) => params.some((entry) => test(...entry));
  return [
    has((_, param) => param.required) && note(t('help.needed')),
    has((_, param) => param.suggests === 'here') && note(t('help.references')),
    has((name) => name === 'due' || name === 'when') && note(t('help.dates')),
    has((name) => name === 'repeat' || name === 'when') && note(t('help.recurrences')),
    has((_, param) => param.control.type === 'person') && note(t('help.people')),
  ];
}
