import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { commands } from '../../../commands/index.ts';
import type { Params } from '../../../src/core/param.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { createGrammar } from '../../../src/platforms/slack/grammar.ts';

const { read } = createGrammar(commands, createCatalogue());

describe('the grammar of commands in Slack', () => {
  it('reads a subcommand, its first option and keys', () => {
    assert.deepEqual(read('task', 'add Call the food bank owner:<@U1|maria> due:friday'), {
      operation: 'task.add',
      input: { title: 'Call the food bank', owner: '<@U1|maria>', due: 'friday' },
    });
  });

  it('takes what stands first for the first option of any kind', () => {
    assert.deepEqual(read('task', 'done T-12').input, { task: 'T-12' });
    assert.deepEqual(read('task', 'list done').input, { status: 'done' });
  });

  for (const [typed, input] of [
    ['task assign T-2 <@U2|sam>', { task: 'T-2', owner: '<@U2|sam>' }],
    ['task assign t 2 @sam rivera', { task: 't 2', owner: '@sam rivera' }],
    ['task assign 2 me', { task: '2', owner: 'me' }],
    ['task due T-2 friday', { task: 'T-2', due: 'friday' }],
    ['task due T–2 next tuesday 6pm', { task: 'T–2', due: 'next tuesday 6pm' }],
    ['task due 12 2030-03-15 18:00', { task: '12', due: '2030-03-15 18:00' }],
    ['task due T-2 due:friday', { task: 'T-2', due: 'friday' }],
    ['task due friday task:T-2', { due: 'friday', task: 'T-2' }],
    ['coalition role <@U1|María López> facilitator', { member: '<@U1|María López>', role: 'facilitator' }],
    ['coalition role @maria facilitación', { member: '@maria', role: 'facilitator' }],
    ['coalition role facilitator member:<@U1>', { role: 'facilitator', member: '<@U1>' }],
    ['coalition members organizer health', { role: 'organizer', sector: 'health' }],
    ['coalition members bridge-builder', { role: 'bridge-builder' }],
    ['reminder snooze M-3 tomorrow', { reminder: 'M-3', until: 'tomorrow' }],
    ['reminder snooze M-3 in 2 hours', { reminder: 'M-3', until: 'in 2 hours' }],
    ['task list done <@U2|sam> G-1', { status: 'done', owner: '<@U2|sam>', goal: 'G-1' }],
    ['task list all owner:<@U2|sam> G-1', { status: 'all', owner: '<@U2|sam> G-1' }],
    // What can only be a later option is that one's.
    ['task list <@U2|sam>', { owner: '<@U2|sam>' }],
    ['task list @sam', { owner: '@sam' }],
    ['task list @sam done', { owner: '@sam', status: 'done' }],
    ['task list me', { owner: 'me' }],
    ['task list G-1', { goal: 'G-1' }],
    ['task list @sam status:done', { owner: '@sam', status: 'done' }],
    ['task assign @sam T-2', { owner: '@sam', task: 'T-2' }],
    ['task assign @sam', { owner: '@sam' }],
    ['coalition role Member Smith', { member: 'Member Smith' }],
    // What begins with nothing of its kind is the first option's as a whole, and so is what the last one is given.
    ['task due the chairs friday', { task: 'the chairs friday' }],
    ['task done T-12 please', { task: 'T-12 please' }],
    ['convene rsvp C-3.2 yes', { conversation: 'C-3.2', answer: 'yes' }],
    ['convene list C-3', { conversation: 'C-3' }],
    ['task list someday soon', { status: 'someday soon' }],
    ['coalition role Sam Rivera', { member: 'Sam Rivera' }],
    ['task add T-2 friday', { title: 'T-2 friday' }],
    ['task add me first due:friday', { title: 'me first', due: 'friday' }],
    ['reminder add 5 chairs when:friday', { text: '5 chairs', when: 'friday' }],
  ] as const) {
    it(`reads /${typed}`, () => {
      const [command = '', ...rest] = typed.split(' ');
      const { input: found, problem } = read(command, rest.join(' '));
      assert.deepEqual(found, input);
      assert.equal(problem, undefined);
    });
  }

  it('understands names, keys and choices in every language', () => {
    assert.deepEqual(read('tarea', 'añadir Llama al banco responsable:<@U1|maria>'), {
      operation: 'task.add',
      input: { title: 'Llama al banco', owner: '<@U1|maria>' },
    });
    assert.equal(read('task', 'ANADIR x').operation, 'task.add');
  });

  it('understands the label of a choice in every language', () => {
    const catalogue = createCatalogue();
    const words = catalogue.locales.map((locale) => catalogue.speak(locale)('commands.task.list.status.done'));
    for (const label of words) {
      const [span] = label;
      assert.deepEqual(read('task', `list ${span?.type === 'text' ? span.text : ''}`).input, { status: 'done' });
    }
  });

  it('reads what Slack escaped', () => {
    const typed =
      'add Tea &amp; &lt;b&gt;cake&lt;/b&gt; at <https://example.org/?a=1&amp;b=2|example.org> with <#C1|general>';
    assert.deepEqual(read('task', typed).input, {
      title: 'Tea & <b>cake</b> at https://example.org/?a=1&b=2 with #general',
    });
    assert.deepEqual(read('task', 'add Write to <mailto:a@example.org|a@example.org>').input, {
      title: 'Write to a@example.org',
    });
  });

  it('names people in texts and keeps them as they are where a person is asked for', () => {
    assert.deepEqual(read('task', 'add Call <@U1|maria> owner:<@U2>').input, {
      title: 'Call @maria',
      owner: '<@U2>',
    });
  });

  it('shows the help of a command that stands alone', () => {
    for (const text of ['', '  ', 'help', 'ayuda', 'HELP', '?']) {
      assert.deepEqual(read('task', text), { operation: 'convener.help', input: { topic: 'task' } }, text);
    }
    assert.deepEqual(read('convener', ''), { operation: 'convener.help', input: {} });
    for (const text of ['help add', 'ayuda añadir', '? ADD']) {
      const input = { topic: 'task', subcommand: 'add' };
      assert.deepEqual(read('task', text), { operation: 'convener.help', input }, text);
    }
    assert.deepEqual(read('task', 'help me'), { operation: 'convener.help', input: { topic: 'task' } });
    assert.deepEqual(read('convener', 'help task'), { operation: 'convener.help', input: { topic: 'task' } });
  });

  it('says which subcommand was meant', () => {
    const { operation, problem } = read('task', 'ad Call the food bank');
    assert.equal(operation, 'task.add');
    assert.equal(problem?.code, 'input.unknown-subcommand');
    assert.equal(problem?.params.given, 'ad');
    assert.equal(problem?.params.closest, 'add');
    assert.match(String(problem?.params.choices), /add, list, mine/);
  });

  it('names an unknown key, what it may have been, and what was understood', () => {
    const { operation, problem } = read('task', 'add Call ownr:<@U1|maria> due:friday');
    assert.equal(operation, 'task.add');
    assert.equal(problem?.code, 'input.unknown-key');
    assert.equal(problem?.params.given, 'ownr');
    assert.equal(problem?.params.closest, 'owner');
    assert.equal(problem?.params.understood, 'title: Call · due: friday');
  });

  it('says of nothing that it was understood', () => {
    assert.equal(read('task', 'list colour:red').problem?.params.understood, '');
    for (const [typed, understood] of [
      ['add Call owner:<@U1|maria> colour:red', 'title: Call · owner: @maria'],
      ['add colour:red owner:<@U1|maria>', 'owner: @maria'],
    ] as const) {
      assert.equal(read('task', typed).problem?.params.understood, understood);
    }
  });

  it('does not choose between two values of one option', () => {
    for (const text of [
      'add x due:friday due:monday',
      'add x due:friday plazo:monday',
      'add x title:y',
      'due T-3 task:T-2 due:friday',
      'done T-3 task:T-2',
      'done x task:T-2',
      'due friday task:T-2 due:monday',
    ]) {
      assert.equal(read('task', text).problem?.code, 'input.repeated-key', text);
    }
  });

  it('knows no command of others', () => {
    assert.equal(read('unheard-of', 'add x').problem?.code, 'command.unknown');
  });

  it('reads every contract name of every command', () => {
    for (const { name, subcommands } of commands) {
      for (const [subcommand, operation] of Object.entries(subcommands)) {
        const params = Object.entries(operation.params as Params);
        const keys = params.filter(([, param]) => !param.hidden).map(([key]) => key);
        const reading = read(name, `${subcommand} ${keys.map((key) => `${key}:v-${key}`).join(' ')}`);
        assert.equal(reading.operation, `${name}.${subcommand}`);
        assert.equal(reading.problem, undefined);
        assert.deepEqual(reading.input, Object.fromEntries(keys.map((key) => [key, `v-${key}`])));
      }
    }
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => void read('task', text)));
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void read('task', `add ${text}`)));
  });
});
