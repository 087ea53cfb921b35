import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskAssignedAnnouncement } from '../../src/views/tasks/announcements.ts';
import { taskDropQuestion } from '../../src/views/tasks/answers.ts';
import { taskCard } from '../../src/views/tasks/card.ts';
import { taskList } from '../../src/views/tasks/list.ts';
import { bareTask, coalitionId, dani, doneTask, emptyPage, maria, middlePage, openTask, speechIn } from './examples.ts';
import { actionsOf, buttonsOf, wordsOf } from './reading.ts';

const speech = speechIn('en');
const input = { in: coalitionId, task: 'T-12' };

test('a card tells all there is to know', () => {
  assert.equal(
    wordsOf(taskCard(speech, openTask)),
    [
      '# T-12 · Call the food bank',
      'Status: Open',
      'Taken by: María',
      'Due: Friday, March 12, 2027',
      'Goal: G-5 · Nobody goes hungry',
      'From: C-3.2 · Listening circle',
      'Ask for Ruth.',
      'Added by Dani',
      '[Done] [Take it] [Due date] [Drop…]',
    ].join('\n'),
  );
});

test('an open card can be finished, taken, dated and dropped after a question', () => {
  assert.deepEqual(buttonsOf(taskCard(speech, openTask)), {
    Done: { operation: 'task.done', input },
    'Take it': { operation: 'task.assign', input: { ...input, owner: 'me' } },
    'Due date': { operation: 'task.due', input },
    'Drop…': { operation: 'task.ask-drop', input },
  });
  assert.deepEqual(buttonsOf(taskDropQuestion(speech, openTask)), {
    'Drop it': { operation: 'task.drop', input },
    'Keep it': { operation: 'task.keep', input },
  });
});

test('a card that is done says by whom and can be reopened', () => {
  const card = taskCard(speech, doneTask);
  assert.match(wordsOf(card), /^Status: Done by Dani, Tuesday, March 9, 2027 at 6:00\sPM GMT\+1$/mu);
  assert.deepEqual(buttonsOf(card), { Reopen: { operation: 'task.reopen', input } });
});

test('what is overdue says so in words', () => {
  const late = { ...speech, now: new Date('2027-03-12T22:59:01Z') };
  assert.match(wordsOf(taskCard(late, openTask)), /^Status: Open, overdue$/m);
  assert.doesNotMatch(wordsOf(taskCard(late, doneTask)), /overdue/);
  assert.match(
    wordsOf(taskList(late, coalitionId, { ...middlePage, tasks: [openTask] }, { status: 'open' })),
    /^- T-12 · Call the food bank · María · overdue since Friday, March 12, 2027$/m,
  );
});

test('a day is the same day for everybody, an hour is shown in each zone', () => {
  const spans = (wall: string) =>
    JSON.stringify(
      taskCard(speech, { ...openTask, due: { wall, zone: 'Asia/Tokyo', at: new Date('2027-03-12T09:00Z') } }),
    );
  assert.doesNotMatch(spans('2027-03-12'), /"type":"time"/);
  assert.match(spans('2027-03-12T18:00'), /"type":"time","at":"2027-03-12T09:00:00.000Z","style":"moment"/);
});

test('a list carries what it was asked for from page to page', () => {
  const view = taskList(speech, coalitionId, middlePage, { status: 'done', owner: 'me', goal: 'G-5' });
  const carried = { in: coalitionId, status: 'done', owner: 'me', goal: 'G-5' };
  assert.deepEqual(buttonsOf(view), {
    'Previous page': { operation: 'task.list', input: { ...carried, page: '1' } },
    'Next page': { operation: 'task.list', input: { ...carried, page: '3' } },
  });
  assert.match(wordsOf(view), /^Page 2 of 3 · 23 tasks$/m);
});

test('the first and the last page lead nowhere else, and each task can be opened', () => {
  const view = taskList(speech, coalitionId, { ...middlePage, page: 1, pages: 1, total: 2 }, { status: 'open' });
  assert.deepEqual(buttonsOf(view), {});
  assert.match(wordsOf(view), /^2 tasks$/m);
  const [select] = actionsOf(view);
  assert.deepEqual(select?.type === 'select' && [select.fills, select.options.map(({ value }) => value)], [
    'task',
    ['T-12', 'T-12'],
  ]);
});

test('an empty list says what to do', () => {
  assert.match(wordsOf(taskList(speech, coalitionId, emptyPage, { status: 'open' })), /Add one with \/task add/);
});

test('whoever is given a task is told by whom, whoever takes it is not', () => {
  const given = wordsOf(taskAssignedAnnouncement(speech, openTask, { owner: maria, by: dani }));
  assert.match(given, /^María, T-12 · Call the food bank is yours now: Dani asks/);
  const taken = wordsOf(taskAssignedAnnouncement(speech, bareTask, { owner: maria, by: null }));
  assert.match(taken, /^María takes care of T-12 · Call the food bank\.\n/);
});

test('what people wrote stands as they wrote it', () => {
  const title = '<!channel> @everyone <b>{x}</b> ; DROP TABLE';
  assert.ok(wordsOf(taskCard(speech, { ...openTask, title })).startsWith(`# T-12 · ${title}\n`));
});
