import assert from 'node:assert/strict';
import { it } from 'node:test';
import { foldName, matchNames } from '../../../src/domain/people/names.ts';

const people = ['María Pérez', 'Mariana', 'Juan', 'Juanita', 'Łukasz', 'ali  Baba'];
const match = (typed: string) => matchNames(people, typed, (name) => [name]);

it('compares names without case, accents and surplus spaces', () => {
  assert.equal(foldName('  MARÍA   Pérez '), 'maria perez');
});

it('prefers the whole name to the beginning of others', () => {
  assert.deepEqual(match('juan'), ['Juan']);
});

it('finds everybody whose name, or a word of it, begins so', () => {
  assert.deepEqual(match('mari'), ['María Pérez', 'Mariana']);
  assert.deepEqual(match('perez'), ['María Pérez']);
  assert.deepEqual(match('ali ba'), ['ali  Baba']);
});

it('finds nobody in the middle of a word', () => {
  assert.deepEqual(match('iana'), []);
});
