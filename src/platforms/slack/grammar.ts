import type { Command } from '../../core/define.ts';
import type { Invocation, OperationName, RawInput } from '../../core/invocation.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { findClosest } from './closest.ts';
import { readInOrder } from './positional.ts';
import { nameMentions, readSlackText } from './slack-text.ts';
import { type KeyedValue, type Tokens, tokenise } from './tokenise.ts';
import { type CommandWords, fold, type OperationWords, toVocabulary } from './vocabulary.ts';

/** What a typed command means. */
type Reading = Pick<Invocation, 'operation' | 'input' | 'problem'>;

/** Reads what stands after a slash command. */
export interface Grammar {
  /** `command` without its slash, `text` as Slack sends it. Never throws: what cannot be read is a `problem`. */
  readonly read: (command: string, text: string) => Reading;
}

type Problem = NonNullable<Reading['problem']>;

const help: OperationName = 'convener.help';

/**
 * The grammar of all commands: `/<command> <subcommand> <first option> key:value key:value`, where a reference, a person
 * or a choice that stands first may be followed by the next option (`/task due T-12 friday`), or left out before one
 * that cannot be taken for it (`/task list @sam`). Names, keys and choices are
 * understood in every language of the catalogue; the contract's own always win.
 */
export function createGrammar(commands: readonly Command[], catalogue: Catalogue): Grammar {
  const vocabulary = toVocabulary(commands, catalogue);
  const helpNames = new Set(
    [...(vocabulary.get('convener')?.subcommands ?? [])].filter(([, name]) => name === 'help').map(([word]) => word),
  );
  return {
    read: (command, text) => {
      const words = vocabulary.get(fold(command));
      if (!words)
        return { operation: help, input: {}, problem: { code: 'command.unknown', params: { given: command } } };
      const [given = '', rest = ''] = splitFirstWord(readSlackText(text));
      const subcommand = words.subcommands.get(fold(given));
      const operation = subcommand === undefined ? undefined : words.operations.get(subcommand);
      if (operation) return readOptions(operation, rest);
      if (given === '' || given === '?' || helpNames.has(fold(given))) return toHelp(words, rest);
      return toUnknownSubcommand(words, given);
    },
  };
}

function splitFirstWord(text: string): readonly string[] {
  return /^\s*(\S*)\s*(.*)$/su.exec(text)?.slice(1) ?? [];
}

/** On the command, or where one of its subcommands follows on that: `/task help add`. */
function toHelp({ command, subcommands }: CommandWords, rest: string): Reading {
  const subcommand = subcommands.get(fold(rest));
  if (command === 'convener') return { operation: help, input: {} };
  return { operation: help, input: { topic: command, ...(subcommand !== undefined && { subcommand }) } };
}

/** The operation is the one most likely meant, so that the answer shows an example of it; a problem is never run. */
function toUnknownSubcommand({ command, subcommands, operations }: CommandWords, given: string): Reading {
  const closest = findClosest(given, subcommands.keys());
  const meant = subcommands.get(closest ?? '') ?? [...operations.keys()][0] ?? 'help';
  const params = { given, command, choices: [...operations.keys()].join(', '), ...(closest && { closest }) };
  return { operation: `${command}.${meant}`, input: {}, problem: { code: 'input.unknown-subcommand', params } };
}

function readOptions(words: OperationWords, text: string): Reading {
  const tokens = tokenise(text, (word) => words.keys.get(fold(word)) ?? null);
  const values = [...readInOrder(words, tokens.first, tokens.keyed), ...tokens.keyed];
  const input = Object.fromEntries(values.map(({ name, value }) => [name, readValue(words, name, value)]));
  const problem = findRepeated(values) ?? findUnknown(words, tokens, input);
  return { operation: words.operation, input, ...(problem && { problem }) };
}

function readValue({ choices, people }: OperationWords, name: string, value: string): string {
  if (people.has(name)) return value;
  return choices.get(name)?.get(fold(value)) ?? nameMentions(value);
}

function findRepeated(values: readonly KeyedValue[]): Problem | undefined {
  const repeated = values.find(({ name }, index) => values.findIndex((other) => other.name === name) < index);
  return repeated && { code: 'input.repeated-key', params: { given: repeated.key } };
}

function findUnknown({ operation, keys }: OperationWords, tokens: Tokens, input: RawInput): Problem | undefined {
  const [given] = tokens.unknownKeys;
  if (given === undefined) return undefined;
  const before = (value: string) => nameMentions(value.split(`${given}:`, 1).join()).trim();
  const understood = Object.entries(input).flatMap(([name, value]) =>
    before(value) === '' ? [] : [`${name}: ${before(value)}`],
  );
  const closest = findClosest(given, keys.keys());
  const command = operation.replace('.', ' ');
  return {
    code: 'input.unknown-key',
    params: { given, command, understood: understood.join(' · '), ...(closest && { closest }) },
  };
}
