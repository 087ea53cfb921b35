import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../commands/index.ts';
import { type ErrorCode, type ErrorParams, errorCodes } from '../../src/core/errors.ts';
import { errorParams } from '../../src/i18n/error-params.ts';
import { helpOnCommand } from '../../src/views/help/command.ts';
import { errorView } from '../../src/views/help/error.ts';
import { helpOverview } from '../../src/views/help/overview.ts';
import { speechIn } from './examples.ts';
import { buttonsOf, wordsOf } from './reading.ts';

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

test('the help of a command shows every subcommand, its options and whole examples', () => {
  const task = commands.find(({ name }) => name === 'task');
  assert.ok(task);
  const words = wordsOf(helpOnCommand(speech, task));
  assert.match(words, /^- \/task add title\* owner due repeat notes goal: Add a task for everybody to see$/m);
  assert.match(words, /^- \/task mine: See your open tasks$/m);
  assert.match(words, /^- \/task add Call the food bank owner:@maria due:friday$/m);
  assert.match(words, /T-12/);
  assert.match(words, /next tuesday 6pm/);
  for (const sub of Object.keys(task.subcommands)) assert.ok(new RegExp(`^- /task ${sub}[ :]`, 'm').test(words), sub);
  assert.doesNotMatch(words, /ask-drop|page/);
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
