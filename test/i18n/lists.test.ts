import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bold, plain, text } from '../../src/core/rich-text.ts';
import { showList } from '../../src/i18n/lists.ts';

const two = [bold(text('Ana')), text('Iván')];

test('a list reads as a sentence in each language', () => {
  assert.equal(plain(showList(two, 'en')), 'Ana and Iván');
  assert.equal(plain(showList(two, 'es')), 'Ana e Iván');
  assert.equal(plain(showList([...two, text('Li')], 'es', 'disjunction')), 'Ana, Iván o Li');
});

test('what stands in a list keeps its meaning', () => {
  assert.deepEqual(showList(two, 'en')[0], { type: 'bold', children: [{ type: 'text', text: 'Ana' }] });
  assert.deepEqual(showList([], 'en'), []);
});
