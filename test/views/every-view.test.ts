import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands } from '../../commands/index.ts';
import { findOperation } from '../../src/core/define.ts';
import { encodePress } from '../../src/core/press.ts';
import { plain } from '../../src/core/rich-text.ts';
import { everyConversationView } from './conversation-examples.ts';
import { coalitionId, digestOfTwo, everyView, otherCoalitionId, speechIn } from './examples.ts';
import { actionsOf, wordsOf } from './reading.ts';

const views = ['en', 'es'].flatMap((locale) =>
  Object.entries({ ...everyView(speechIn(locale)), ...everyConversationView(speechIn(locale)) }).map(([name, view]) => {
    return { name: `${name} (${locale})`, view };
  }),
);
const controls = views.flatMap(({ name, view }) =>
  actionsOf(view).flatMap((action) => (action.type === 'link' ? [] : [{ name, action, press: action.press }])),
);

test('every view reads well without a sign or a colour', () => {
  for (const { name, view } of views) {
    const words = wordsOf(view);
    assert.doesNotMatch(words, /\p{Extended_Pictographic}/u, name);
    assert.doesNotMatch(words, /undefined|null|\[object|[{}]/, name);
    assert.doesNotMatch(words, /^(?:- |# |.*: )?$/m, `${name} says nothing in a line:\n${words}`);
  }
});

test('every control does something that there is, with inputs that it takes', () => {
  for (const { name, action, press } of controls) {
    const operation = findOperation(commands, press.operation);
    assert.ok(operation, `${name}: ${press.operation}`);
    const given = [...Object.keys(press.input), ...(action.type === 'select' ? [action.fills] : [])];
    const taken = new Set(['in', ...Object.keys(operation.params)]);
    assert.deepEqual(
      given.filter((input) => !taken.has(input)),
      [],
      `${name}: ${press.operation}`,
    );
  }
});

test('every control of a coalition says of which one', () => {
  const ofMembers = controls.filter(({ press }) => findOperation(commands, press.operation)?.audience === 'member');
  for (const [name, same] of Map.groupBy(ofMembers, ({ name }) => name)) {
    const meant = name.startsWith(digestOfTwo) ? [coalitionId, otherCoalitionId] : [coalitionId];
    assert.deepEqual([...new Set(same.map(({ press }) => press.input.in))], meant, name);
  }
});

test('no control stands twice in a view, and each fits into an id', () => {
  for (const { name, view } of views) {
    const ids = actionsOf(view).flatMap((action) => (action.type === 'link' ? [] : [encodePress(action.press)]));
    assert.deepEqual([...new Set(ids)], ids, name);
    for (const id of ids) assert.ok(id.length <= 255, `${name}: ${id}`);
  }
});

test('labels are short enough for a phone', () => {
  for (const { name, action } of controls)
    assert.ok(plain(action.label).length <= 30, `${name}: ${plain(action.label)}`);
});
