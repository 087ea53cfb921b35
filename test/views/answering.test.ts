import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodePress } from '../../src/core/press.ts';
import { plain } from '../../src/core/rich-text.ts';
import { everyAnswer } from './answering-examples.ts';
import { bareCall, circle } from './conversation-examples.ts';
import { speechIn } from './examples.ts';
import { actionsOf, wordsOf } from './reading.ts';

const answers = (locale: string) => everyAnswer(speechIn(locale), { series: circle, once: bareCall });
const en = answers('en');

/** The labels of the buttons below it, and what each does. */
function buttonsOf(name: string): string[] {
  const view = en[name];
  assert.ok(view, name);
  return actionsOf(view).map((action) => {
    const pressed = action.type === 'link' ? action.url : encodePress(action.press).replace(/\?in=[^&]*&/, ' ');
    return `${plain(action.label)}: ${pressed}`;
  });
}

test('says what an answer came to, when and where', () => {
  assert.match(wordsOf(en.answeredYes ?? { nodes: [] }), /You are coming to C-3\.2 · Listening circle\./);
  const waiting = wordsOf(en.answeredWaiting ?? { nodes: [] });
  assert.match(waiting, /full by now.*your place in the line is 3\./);
  assert.match(waiting, /Tuesday, March 16, 2027/);
  assert.match(waiting, /Library, first floor/);
  assert.match(wordsOf(answers('es').answeredWaiting ?? { nodes: [] }), /lista de espera: tu puesto es el 3\./);
});

test('names the series, and not one of its times, where all of them were answered', () => {
  assert.match(wordsOf(en.answeredYesToAll ?? { nodes: [] }), /every date of C-3 · Listening circle: the 26 planned/);
  assert.match(wordsOf(en.answeredWaitingAtSome ?? { nodes: [] }), /At 4 of the 26 planned so far you wait/);
});

test('offers the way back, and of a series the same for all dates', () => {
  assert.deepEqual(buttonsOf('answeredYes'), [
    'I cannot come after all: convene.rsvp conversation=C-3.2&answer=no',
    'The same for all dates: convene.rsvp conversation=C-3.2&answer=yes&dates=all',
    'Add to my calendar: convene.calendar conversation=C-3.2',
  ]);
  assert.deepEqual(buttonsOf('answeredWaiting')[0], 'I do not want to wait: convene.rsvp conversation=C-3.2&answer=no');
  assert.deepEqual(buttonsOf('answeredYesOnce').length, 2);
  assert.deepEqual(buttonsOf('answeredNoToAll'), [
    'I will come after all: convene.rsvp conversation=C-3.2&answer=yes&dates=all',
  ]);
  assert.deepEqual(buttonsOf('answeredMaybe').slice(0, 2), [
    'Yes: convene.rsvp conversation=C-3.2&answer=yes',
    'No: convene.rsvp conversation=C-3.2&answer=no',
  ]);
});

test('says so where the seat that was held has gone to somebody else', () => {
  assert.match(
    wordsOf(en.offerTakenTooLate ?? { nodes: [] }),
    /gone to somebody else\.\n.*your place in the line is 3/,
  );
  assert.doesNotMatch(wordsOf(en.offerTaken ?? { nodes: [] }), /somebody else/);
});
