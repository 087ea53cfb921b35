import assert from 'node:assert/strict';
import { it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { readInput } from '../../src/app/read-input.ts';
import { createReader } from '../../src/app/reader.ts';
import { exampleOf, wordsOf } from '../../src/app/words.ts';
import { findOperation } from '../../src/core/define.ts';
import { UserError } from '../../src/core/errors.ts';
import type { OperationName } from '../../src/core/invocation.ts';
import type { Reader } from '../../src/core/param.ts';
import { plain } from '../../src/core/rich-text.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { isMessageKey } from '../../src/i18n/keys.ts';
import type { MessageKey } from '../../src/i18n/translate.ts';
import { createGrammar } from '../../src/platforms/slack/grammar.ts';
import { speechIn } from '../views/examples.ts';

const catalogue = createCatalogue();
const grammar = createGrammar(commands, catalogue);
const said = commands.flatMap(({ name, subcommands }) =>
  Object.entries(subcommands).map(([sub, { params }]) => {
    const shown = Object.entries(params).filter(([, { hidden }]) => !hidden);
    return { command: name, operation: `${name}.${sub}` as OperationName, names: shown.map(([one]) => one) };
  }),
);

for (const locale of catalogue.locales) {
  const speech = speechIn(locale);
  const reader = createReader(catalogue, speech, {});

  /** What Slack and `app` understand of an example. Throws the `UserError` of what cannot be read. */
  const understand = (command: string, key: MessageKey) => {
    const typed = plain(speech.t(key)).slice(`/${command} `.length);
    const { operation, input } = grammar.read(command, typed);
    // What is missing a form asks for.
    const given = Object.entries(findOperation(commands, operation)?.params ?? {}).filter(([name]) => name in input);
    readInput(Object.fromEntries(given), input, reader);
    return { operation, input };
  };

  it(`understands every example in ${locale}`, () => {
    for (const { command, operation, names } of said) {
      const examples = [...names.map((name) => `${name}.example`), 'example'].map((what) => wordsOf(operation, what));
      for (const key of examples.filter(isMessageKey)) {
        assert.equal(understand(command, key).operation, operation, key);
      }
    }
  });

  it(`shows in ${locale} how to write whatever can be written wrongly, in an example of its own only where needed`, () => {
    for (const { command, operation, names } of said) {
      const usual = names.length > 0 ? understand(command, wordsOf(operation, 'example')).input : {};
      for (const name of names.filter((one) => one in usual || canBeMisread(operation, one, reader))) {
        const key = exampleOf(operation, name);
        assert.ok(Object.hasOwn(understand(command, key).input, name), `${key} says nothing of ${name}`);
        assert.equal(key === wordsOf(operation, 'example'), Object.hasOwn(usual, name), key);
      }
    }
  });
}

function canBeMisread(operation: OperationName, name: string, reader: Reader): boolean {
  try {
    findOperation(commands, operation)?.params[name]?.schema(reader).parse('?!');
    return false;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return true;
  }
}
