import type { AnyOperation, Command } from '../../core/define.ts';
import type { OperationName } from '../../core/invocation.ts';
import type { Param, Params } from '../../core/param.ts';
import { plain } from '../../core/rich-text.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import type { MessageKey } from '../../i18n/translate.ts';

/** What can be typed after a command: in every language, since nobody should have to switch theirs. */
export interface CommandWords {
  readonly command: string;
  /** Every name of every subcommand, without case and accents → its name in the contract. */
  readonly subcommands: ReadonlyMap<string, string>;
  readonly operations: ReadonlyMap<string, OperationWords>;
}

/** What can be typed after a subcommand. */
export interface OperationWords {
  readonly operation: OperationName;
  /** The options in their order; the first needs no key. */
  readonly names: readonly string[];
  /** Every name of every option → its name in the contract. */
  readonly keys: ReadonlyMap<string, string>;
  /** For options of a few words: every label → the word in the contract. */
  readonly choices: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Options that name a person. */
  readonly people: ReadonlySet<string>;
  /** Options that name a thing by its reference. */
  readonly references: ReadonlySet<string>;
}

/** A word without case and accents. */
export function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/** The words of all commands, by every name of theirs. */
export function toVocabulary(commands: readonly Command[], catalogue: Catalogue): ReadonlyMap<string, CommandWords> {
  const say = translations(catalogue);
  const words = new Map(commands.map((command) => [command.name, toCommandWords(command, say)]));
  const names = toNames([...words.keys()], (name) => say(`commands.${name}.name`));
  return new Map([...names].flatMap(([name, command]) => toEntry(name, words.get(command))));
}

type Say = (key: string) => readonly string[];

/** A message in every language. */
function translations({ locales, speak }: Catalogue): Say {
  // The keys of a definition's words follow from its names; test/locales checks that all of them are there.
  return (key) => locales.map((locale) => plain(speak(locale)(key as MessageKey)));
}

function toCommandWords({ name, subcommands }: Command, say: Say): CommandWords {
  const keys = Object.keys(subcommands);
  return {
    command: name,
    subcommands: toNames(keys, (key) => say(`commands.${name}.${key}.name`)),
    operations: new Map(
      Object.entries(subcommands).map(([key, operation]) => [key, toOperationWords(`${name}.${key}`, operation, say)]),
    ),
  };
}

function toOperationWords(name: OperationName, { params }: AnyOperation, say: Say): OperationWords {
  const shown = Object.entries(params as Params).filter(([, param]) => !param.hidden);
  const choices = shown.flatMap(([key, { control }]) =>
    control.type === 'choice'
      ? [[key, toNames(control.values, (value) => say(`commands.${name}.${key}.${value}`))] as const]
      : [],
  );
  const names = shown.map(([key]) => key);
  return {
    operation: name,
    names,
    keys: toNames(names, (key) => say(`commands.${name}.${key}.name`)),
    choices: new Map(choices),
    people: new Set(shown.filter(([, param]) => namesPeople(param)).map(([key]) => key)),
    references: new Set(shown.filter(([, param]) => param.refersTo).map(([key]) => key)),
  };
}

function namesPeople({ control, mentionsPeople }: Param<unknown>): boolean {
  return control.type === 'person' || mentionsPeople === true;
}

/** Folded names → contract names. Where a translation equals another's contract name, the contract wins. */
function toNames(contract: readonly string[], translate: (name: string) => readonly string[]): Map<string, string> {
  const translated = contract.flatMap((name) => translate(name).map((word) => [fold(word), name] as const));
  return new Map([...translated.toReversed(), ...contract.map((name) => [fold(name), name] as const)]);
}

function toEntry<T>(name: string, value: T | undefined): [string, T][] {
  return value === undefined ? [] : [[name, value]];
}
