import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commands as botCommands } from '../../../commands/index.ts';
import { type Command, defineCommand } from '../../../src/core/define.ts';
import { choice, hidden, locale, person, reference, time, text as words } from '../../../src/core/params.ts';
import { text } from '../../../src/core/rich-text.ts';
import { view } from '../../../src/core/view.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { isSame } from '../../../src/platforms/discord/register.ts';
import { toRegistration } from '../../../src/platforms/discord/registration.ts';
import { assertWords } from './discord-limits.ts';

/** Says its keys, in Spanish with a tilde before. */
const catalogue = {
  locales: ['en', 'es'],
  speak: (tag: string) => (key: string) => text(tag === 'es' ? `~${key}`.slice(0, 100) : key),
};

const operation = { audience: 'member', visibility: 'private', run: async () => view() } as const;

const commands: readonly Command[] = [
  defineCommand({
    name: 'task',
    subcommands: {
      add: {
        ...operation,
        params: {
          owner: person(),
          title: words({ required: true, max: 200 }),
          due: time({ dayMeans: 'end' }),
          goal: reference('goal'),
          locale: locale(),
          status: choice(['open', 'done']),
          in: hidden(),
        },
      },
    },
    controls: { more: { ...operation, params: {} } },
  }),
];

describe('the registration of commands', () => {
  const [task] = toRegistration(commands, catalogue);
  const add = task?.options[0];

  test('offers each command on servers and in direct conversations, in both Spanish of Discord', () => {
    assert.deepEqual(
      { ...task, options: [] },
      {
        type: 1,
        name: 'task',
        name_localizations: { 'es-ES': '~commands.task.name', 'es-419': '~commands.task.name' },
        description: 'commands.task.description',
        description_localizations: { 'es-ES': '~commands.task.description', 'es-419': '~commands.task.description' },
        contexts: [0, 1],
        integration_types: [0],
        options: [],
      },
    );
  });

  test('leaves out what only controls do or carry', () => {
    assert.deepEqual(
      task?.options.map(({ name }) => name),
      ['add'],
    );
    assert.ok(!add?.options?.some(({ name }) => name === 'in'));
  });

  test('requires nothing, as a missing input opens the form, but begins with what is needed', () => {
    assert.equal(add?.options?.[0]?.name, 'title');
    assert.ok(add?.options?.every(({ required }) => required === undefined));
  });

  test('types every option', () => {
    const said = (name: string) => {
      const option = add?.options?.find((candidate) => candidate.name === name);
      assert.ok(option);
      const { name_localizations: _names, description: _words, description_localizations: _more, ...rest } = option;
      return rest;
    };
    assert.deepEqual(said('title'), { type: 3, name: 'title', max_length: 200 });
    assert.deepEqual(said('due'), { type: 3, name: 'due', max_length: 100 });
    assert.deepEqual(said('owner'), { type: 6, name: 'owner' });
    assert.deepEqual(said('goal'), { type: 3, name: 'goal', autocomplete: true });
    assert.deepEqual(said('locale'), { type: 3, name: 'locale', autocomplete: true });
    assert.deepEqual(said('status'), {
      type: 3,
      name: 'status',
      choices: ['open', 'done'].map((value) => {
        const key = `commands.task.add.status.${value}`;
        return { name: key, name_localizations: { 'es-ES': `~${key}`, 'es-419': `~${key}` }, value };
      }),
    });
  });
});

describe('the bot’s own commands', () => {
  const own = toRegistration(botCommands, createCatalogue());

  for (const command of own) {
    test(`/${command.name} is within what Discord takes`, () => {
      const { options } = command;
      assert.ok(options.length <= 25);
      for (const each of [command, ...options, ...options.flatMap(({ options: inner = [] }) => inner)]) {
        const names = [each.name, ...Object.values(each.name_localizations ?? {})];
        const descriptions = [each.description, ...Object.values(each.description_localizations ?? {})];
        for (const name of names) assert.match(name ?? '', /^[-_\p{Ll}\p{Lo}\p{N}]{1,32}$/u);
        for (const words of descriptions) assertWords(words ?? '', 100);
        // What was cut to fit would end so near to the limit: the words are to be shorter.
        for (const words of descriptions) assert.ok(!(words?.endsWith('…') && words.length > 95), words ?? '');
      }
      assert.ok(lengthOf(command) <= 8_000, `${lengthOf(command)} characters`);
    });
  }

  /** As Discord counts: names, descriptions and values of all levels, the longest translation of each. */
  function lengthOf(value: unknown): number {
    if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + lengthOf(one), 0);
    if (typeof value !== 'object' || value === null) return 0;
    const said = value as Record<string, unknown>;
    const longest = (key: string) => {
      const all = [said[key], ...Object.values(said[`${key}_localizations`] ?? {})];
      return Math.max(...all.map((words) => String(words ?? '').length));
    };
    return (
      longest('name') + longest('description') + longest('value') + lengthOf(said.options) + lengthOf(said.choices)
    );
  }
});

describe('what is registered already', () => {
  const wanted = toRegistration(commands, catalogue);
  const registered = JSON.parse(JSON.stringify(wanted)).map((command: object) => ({
    ...command,
    id: '700000000000000099',
    version: '1',
    application_id: '700000000000000001',
    default_member_permissions: null,
    nsfw: false,
    dm_permission: true,
  }));

  test('is the same with what Discord adds of its own', () => {
    assert.ok(isSame(wanted, registered));
  });

  test('is another where a word, an option or a command differs', () => {
    const other = (change: (command: { description: string; options: object[] }) => void) => {
      const copy = structuredClone(registered);
      change(copy[0]);
      return copy;
    };
    assert.ok(
      !isSame(
        wanted,
        other((command) => (command.description = 'another')),
      ),
    );
    assert.ok(
      !isSame(
        wanted,
        other((command) => command.options.pop()),
      ),
    );
    assert.ok(!isSame(wanted, []));
  });
});
