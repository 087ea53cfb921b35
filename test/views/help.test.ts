import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../commands/index.ts';
import { type ErrorCode, type ErrorParams, errorCodes } from '../../src/core/errors.ts';
import type { Param } from '../../src/core/param.ts';
import { errorParams } from '../../src/i18n/error-params.ts';
import { helpOnCommand } from '../../src/views/help/command.ts';
import { errorView } from '../../src/views/help/error.ts';
import { helpOverview } from '../../src/views/help/overview.ts';
import { helpOnSubcommand } from '../../src/views/help/subcommand.ts';
import { speechIn } from './examples.ts';
import { actionsOf, buttonsOf, wordsOf } from './reading.ts';

const speech = speechIn('en');
const onSlack = { platform: 'slack', example: 'commands.task.add.example' } as const;
const wordsOfError = (code: ErrorCode, params: ErrorParams, place: Parameters<typeof errorView>[3] = onSlack) =>
  wordsOf(errorView(speech.t, code, params, place));

test('help names every command and leads to each', () => {
  const view = helpOverview(speech, commands);
  for (const { name } of commands) {
    assert.ok(wordsOf(view).includes(`- /${name}: `));
    assert.deepEqual(buttonsOf(view)[`/${name}`], { operation: 'convener.help', input: { topic: name } });
  }
});

const task = commands.find(({ name }) => name === 'task');
assert.ok(task);

test('the help of a command shows every subcommand with what it is for, and one whole example', () => {
  const words = wordsOf(helpOnCommand(speech, task));
  assert.match(words, /^- \/task add: Add a task for everybody to see$/m);
  assert.match(words, /^- \/task assign: Say who takes care of a task$/m);
  assert.match(words, /^- \/task mine: See your open tasks$/m);
  assert.match(words, /^For example: \/task add Call the food bank owner:@maria due:friday$/m);
  for (const sub of Object.keys(task.subcommands)) assert.ok(words.includes(`\n- /task ${sub}: `), sub);
  assert.doesNotMatch(words, /ask-drop|page/);
});

/** How many lines words take on a phone, where about so many characters stand in one. */
const linesOnPhone = (words: string) => words.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 45), 0);

test('the help of every command fits a screen of a phone, and leads to the help of each subcommand', () => {
  for (const locale of ['en', 'es']) {
    for (const command of commands) {
      const view = helpOnCommand(speechIn(locale), command);
      assert.ok(linesOnPhone(wordsOf(view)) <= 30, `${locale} ${command.name}`);
      for (const line of wordsOf(view).match(/^- .*$/gm) ?? []) assert.ok(linesOnPhone(line) <= 2, line);
      const select = actionsOf(view).find((action) => action.type === 'select');
      assert.deepEqual(select?.press, { operation: 'convener.help', input: { topic: command.name } });
      assert.deepEqual(
        select?.options.map(({ value }) => value),
        Object.keys(command.subcommands),
      );
    }
  }
});

test('the help of a subcommand shows each option with what it is for, a whole example, and how dates are said', () => {
  const words = wordsOf(helpOnSubcommand(speech, task, 'add', 'slack'));
  assert.match(
    words,
    /^# \/task add\nAdd a task for everybody to see\nFor example: \/task add Call the food bank owner/,
  );
  assert.match(words, /^- title\*: .*\n- owner: .*\n- due: .*\n- repeat: .*\n- notes: .*\n- goal: /m);
  assert.match(words, /next tuesday 6pm/);
  assert.match(words, /^On Slack/m);
  const onDiscord = wordsOf(helpOnSubcommand(speech, task, 'list', 'discord'));
  assert.match(onDiscord, /^- status: .* \(open, done, all\)$/m);
  assert.match(onDiscord, /T-12/);
  assert.match(onDiscord, /^On Discord/m);
  assert.doesNotMatch(onDiscord, /On Slack|next tuesday/);
  assert.doesNotMatch(wordsOf(helpOnSubcommand(speech, task, 'mine', 'slack')), /example|On Slack/);
});

test('what can be said of a command is all told in the help of its subcommands', () => {
  for (const command of commands) {
    for (const [sub, { params }] of Object.entries(command.subcommands)) {
      const view = helpOnSubcommand(speech, command, sub, 'slack');
      const shown = wordsOf(view).match(/^- [a-z]+\*?(?=: )/gm) ?? [];
      const told = Object.entries<Param<unknown>>(params).filter(([, { hidden }]) => !hidden);
      assert.deepEqual(
        shown,
        told.map(([name, { required }]) => `- ${name}${required ? '*' : ''}`),
        `${command.name} ${sub}`,
      );
      assert.deepEqual(buttonsOf(view)[`/${command.name}`], {
        operation: 'convener.help',
        input: { topic: command.name },
      });
    }
  }
});

test('every error says something in both languages', () => {
  for (const code of errorCodes) {
    const params = Object.fromEntries(
      errorParams[code].map((name) => [name, name === 'understood' ? new Date() : 'x']),
    );
    for (const locale of ['en', 'es']) {
      const view = errorView(speechIn(locale).t, code, { ...params, ...(params.length && { length: 4000 }) }, onSlack);
      assert.match(wordsOf(view), /\p{L}{3,}.*[.?>]|\p{L}$/u, `${locale} ${code}`);
    }
  }
});

test('what was mistyped is answered with what was understood, the closest word and an example', () => {
  const params = { given: 'ownr', understood: 'title: Call', closest: 'owner' };
  assert.equal(
    wordsOfError('input.unknown-key', params),
    [
      'I do not know ownr: here, so I did nothing.',
      'What I understood: title: Call',
      'Did you mean owner?',
      'For example: /task add Call the food bank owner:@maria due:friday',
    ].join('\n'),
  );
});

test('hints that were not given and examples without words are left out', () => {
  const bare = { platform: 'slack', example: 'commands.task.ask-drop.example' } as const;
  assert.equal(
    wordsOfError('input.unknown-key', { given: 'ownr', understood: '', closest: '' }, bare),
    'I do not know ownr: here, so I did nothing.',
  );
  assert.doesNotMatch(wordsOfError('task.not-found', { reference: 'T-99' }), /For example/);
});

test('a day that is past is named without an hour that nobody said', () => {
  const words = wordsOfError('input.date-past', { given: 'yesterday', understood: { day: '2027-03-09' } });
  assert.match(words, /yesterday means Tuesday, March 9, 2027, and that is over/);
});

test('the past is named as it was understood', () => {
  const understood = new Date('2027-03-09T17:00:00Z');
  assert.match(
    wordsOfError('input.date-past', { given: 'yesterday', understood }),
    /^yesterday means Tuesday, March 9, 2027 at 6:00\sPM GMT\+1, and that is over\./u,
  );
});
