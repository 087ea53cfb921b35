import type { AnyOperation, Command } from '../../core/define.ts';
import type { Param } from '../../core/param.ts';
import { bold, code, plain, type RichText, text } from '../../core/rich-text.ts';
import { type View, view } from '../../core/view.ts';
import { button, controls } from '../controls.ts';
import { heading, list, note, paragraph } from '../nodes.ts';
import type { Speech } from '../speech.ts';
import { wordsOf } from './words.ts';

/**
 * How to use one command on either platform: what it can do, its options, whole examples. `coalitionId` is that of the
 * channel, where there is one: what is offered is meant for it.
 */
export function helpOnCommand(speech: Speech, command: Command, coalitionId?: string): View {
  const { t } = speech;
  const { name } = command;
  const operations = Object.entries(command.subcommands);
  return view(
    heading(text(`/${name}`)),
    paragraph(t(wordsOf(name, 'description'))),
    list(operations.map(([sub, operation]) => showUsage(speech, name, sub, operation))),
    paragraph(bold(t('help.examples'))),
    list(examplesOf(speech, name, operations)),
    paragraph(t('help.slack')),
    paragraph(t('help.discord', { command: name })),
    ...showNotes(speech, operations),
    controls(...offeredButtons(speech, command, coalitionId), button(t('help.back'), 'convener.help')),
  );
}

function offeredButtons({ t }: Speech, { name, subcommands }: Command, coalitionId: string | undefined) {
  return Object.entries(subcommands)
    .filter(([, { offered }]) => offered)
    .map(([sub]) => button(t(wordsOf(`${name}.${sub}`, 'title')), `${name}.${sub}`, { in: coalitionId }));
}

/** `/task add title* owner due` and what it does; what is needed comes first and is marked. */
function showUsage({ t }: Speech, command: string, sub: string, operation: AnyOperation): RichText {
  const inputs = visibleParams(operation).map(([name, { required }]) => (required ? `${name}*` : name));
  const usage = [`/${command}`, sub, ...inputs].join(' ');
  return t('help.subcommand', { usage, description: t(wordsOf(`${command}.${sub}`, 'description')) });
}

/** The examples that show an option; one without any would say what the usage says. */
function examplesOf(speech: Speech, command: string, operations: readonly (readonly [string, AnyOperation])[]) {
  return operations
    .filter(([, operation]) => visibleParams(operation).length > 0)
    .map(([sub]) => code(plain(speech.t(wordsOf(`${command}.${sub}`, 'example')))));
}

function showNotes({ t }: Speech, operations: readonly (readonly [string, AnyOperation])[]) {
  const params = operations.flatMap(([, operation]) =>
    visibleParams(operation).map(([name, param]) => ({ name, param })),
  );
  const has = (test: (entry: (typeof params)[number]) => boolean) => params.some(test);
  return [
    has(({ param }) => param.required) && note(t('help.needed')),
    has(({ param }) => param.suggests === 'here') && note(t('help.references')),
    has(({ name }) => name === 'due' || name === 'when') && note(t('help.dates')),
    has(({ name }) => name === 'repeat' || name === 'when') && note(t('help.recurrences')),
    has(({ param }) => param.control.type === 'person') && note(t('help.people')),
  ];
}

function visibleParams(operation: AnyOperation): readonly (readonly [string, Param<unknown>])[] {
  const params: Readonly<Record<string, Param<unknown>>> = operation.params;
  return Object.entries(params).filter(([, param]) => !param.hidden);
}
