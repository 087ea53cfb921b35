import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { findOperation } from '../../src/core/define.ts';
import { encodePress } from '../../src/core/press.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { toRegistration } from '../../src/platforms/discord/registration.ts';
import { createGrammar } from '../../src/platforms/slack/grammar.ts';

it('lists every command that has a file', () => {
  const helpers = ['index.ts', 'operations.ts'];
  const files = readdirSync('commands').filter((file) => file.endsWith('.ts') && !helpers.includes(file));
  assert.deepEqual(files.sort(), commands.map(({ name }) => `${name}.ts`).sort());
});

/** What people can say: subcommands with their options, in order; needed ones are marked `*`. More may be added. */
const contract = {
  coalition: {
    create: 'name* timezone locale',
    invite: '',
    link: 'code*',
    unlink: '',
    join: 'sector area',
    leave: '',
    show: '',
    members: 'role sector',
    role: 'member* role*',
    settings: 'name timezone locale',
  },
  profile: { show: '', set: 'timezone locale reminders quiet', link: 'code', unlink: '' },
  task: {
    add: 'title* owner due notes goal',
    list: 'status owner goal',
    mine: '',
    show: 'task*',
    done: 'task*',
    reopen: 'task*',
    drop: 'task*',
    assign: 'task* owner*',
    due: 'task* due*',
  },
  reminder: { add: 'text* when* to', list: '', snooze: 'reminder* until*', done: 'reminder*', cancel: 'reminder*' },
  convene: {
    new: 'title* when* where purpose duration capacity repeat',
    list: 'conversation',
    show: 'conversation*',
    rsvp: 'conversation* answer*',
    agenda: 'conversation* item',
    calendar: 'conversation of',
    reschedule: 'conversation* when*',
    cancel: 'conversation* reason',
  },
  convener: { next: '', help: 'topic', about: '' },
} as const;

/** The choices that are part of it. */
const choices = {
  'coalition.members.role': 'organizer facilitator bridge-builder member',
  'coalition.role.role': 'organizer facilitator bridge-builder member',
  'profile.set.reminders': 'here dm off',
  'task.list.status': 'open done all',
  'convene.rsvp.answer': 'yes maybe no',
  'convene.calendar.of': 'me coalition',
} as const;

const words = createCatalogue();
const grammar = createGrammar(commands, words);
const registered = toRegistration(commands, words);

for (const [command, subcommands] of Object.entries(contract)) {
  for (const [subcommand, written] of Object.entries(subcommands)) {
    const operation = `${command}.${subcommand}` as const;
    const options = written.split(' ').filter(Boolean);
    const names = options.map((option) => option.replace('*', ''));

    it(`takes /${command} ${subcommand} with the options of the contract`, () => {
      const params = findOperation(commands, operation)?.params ?? {};
      const own = Object.entries(params).filter(([name]) => names.includes(name));
      assert.deepEqual(
        own.map(([name, { required }]) => (required ? `${name}*` : name)),
        options,
      );
    });

    it(`offers /${command} ${subcommand} on Discord, and each of its references with completion`, () => {
      const found = registered.find(({ name }) => name === command)?.options.find(({ name }) => name === subcommand);
      assert.ok(found);
      const offered = (found.options ?? []) as readonly { name: string; autocomplete?: boolean }[];
      assert.deepEqual(
        offered.map(({ name }) => name).filter((name) => names.includes(name)),
        names,
      );
      for (const { name, autocomplete } of offered) {
        if (['task', 'goal', 'reminder', 'conversation'].includes(name)) assert.equal(autocomplete, true, name);
      }
    });

    it(`reads /${command} ${subcommand} in Slack with every option by its name`, () => {
      const typed = [subcommand, ...names.map((name) => `${name}:x`)].join(' ');
      const input = Object.fromEntries(names.map((name) => [name, 'x']));
      assert.deepEqual(grammar.read(command, typed), { operation, input });
    });
  }
}

for (const [option, values] of Object.entries(choices)) {
  it(`leaves the choice of ${option} as the contract says`, () => {
    const [command = '', subcommand = '', name = ''] = option.split('.');
    const control = findOperation(commands, `${command}.${subcommand}`)?.params[name]?.control;
    assert.deepEqual(control?.type === 'choice' && control.values, values.split(' '));
  });
}

it('names its operations so that a control can carry them', () => {
  for (const { name, subcommands, controls } of commands) {
    for (const key of [...Object.keys(subcommands), ...Object.keys(controls)]) {
      assert.match(encodePress({ operation: `${name}.${key}`, input: {} }), /^[a-z-]+\.[a-z-]+$/);
      assert.ok(findOperation(commands, `${name}.${key}`));
    }
  }
});
