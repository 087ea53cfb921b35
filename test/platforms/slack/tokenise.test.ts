import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { tokenise } from '../../../src/platforms/slack/tokenise.ts';

const known = new Map([
  ['title', 'title'],
  ['owner', 'owner'],
  ['due', 'due'],
  ['responsable', 'owner'],
]);
const read = (words: string) => tokenise(words, (word) => known.get(word.toLowerCase()) ?? null);

/** The first option and the keyed ones, as one object. */
function values(words: string): object {
  const { first, keyed } = read(words);
  return Object.fromEntries([['', first], ...keyed.map(({ name, value }) => [name, value])]);
}

describe('the words after a subcommand', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['', { '': '' }],
    ['  \n ', { '': '' }],
    ['Call the food bank', { '': 'Call the food bank' }],
    [
      'Call the food bank owner:<@U1|maria> due:friday',
      { '': 'Call the food bank', owner: '<@U1|maria>', due: 'friday' },
    ],
    ['"Call the food bank" due:friday', { '': 'Call the food bank', due: 'friday' }],
    ['“Call the food bank” due:“next friday”', { '': 'Call the food bank', due: 'next friday' }],
    ['«Llama al banco» due:viernes', { '': 'Llama al banco', due: 'viernes' }],
    ['„Ruf an“ due:friday', { '': 'Ruf an', due: 'friday' }],
    ['"Call owner:now, due:never" owner:me', { '': 'Call owner:now, due:never', owner: 'me' }],
    ['Call Maria “the owner: of it” due:friday', { '': 'Call Maria “the owner: of it”', due: 'friday' }],
    ['due:next tuesday 6pm owner:me', { '': '', due: 'next tuesday 6pm', owner: 'me' }],
    ['due: friday', { '': '', due: 'friday' }],
    ['due:', { '': '', due: '' }],
    ['DUE:friday Responsable:me', { '': '', due: 'friday', owner: 'me' }],
    ['Meet at 18:30 due:2027-03-14 18:00', { '': 'Meet at 18:30', due: '2027-03-14 18:00' }],
    [
      'Read https://example.org/due:x and mailto:a@example.org',
      { '': 'Read https://example.org/due:x and mailto:a@example.org' },
    ],
    ['Party :tada: great:tada: due:friday', { '': 'Party :tada: great:tada:', due: 'friday' }],
    ['first line\nsecond line\ndue:friday', { '': 'first line\nsecond line', due: 'friday' }],
    ['a 5" pipe due:friday', { '': 'a 5" pipe', due: 'friday' }],
    ['"never closed due:friday', { '': '"never closed', due: 'friday' }],
    ['"Call" and "write" due:friday', { '': '"Call" and "write"', due: 'friday' }],
    ['overdue:friday', { '': 'overdue:friday' }],
    ['Note: bring food', { '': 'Note: bring food' }],
    ['👩‍👩‍👧‍👦 family due:friday', { '': '👩‍👩‍👧‍👦 family', due: 'friday' }],
  ];
  for (const [words, expected] of cases) {
    it(`reads ${JSON.stringify(words)}`, () => assert.deepEqual(values(words), expected));
  }

  it('notices words that look like keys and are none', () => {
    assert.deepEqual(read('Call ownr:me due:friday').unknownKeys, ['ownr']);
    assert.deepEqual(read('añadió:algo').unknownKeys, ['añadió']);
  });

  it('takes hours, addresses, emoji, quotes and remarks for no keys', () => {
    const innocent = '18:30 10:am https://x.org mailto:a@b.org :tada: so:tada: "a b:c d" Note: this C3:x 1:2';
    assert.deepEqual(read(innocent).unknownKeys, []);
  });

  it('keeps repeated keys apart', () => {
    assert.deepEqual(
      read('due:friday due:monday').keyed.map(({ value }) => value),
      ['friday', 'monday'],
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (words) => void read(words)));
    const pieces = fc.constantFrom('due:', 'owner:', '"', '“', '”', '«', '»', ' ', '\n', 'x', ':', '<@U1|a>', '//');
    fc.assert(fc.property(fc.array(pieces), (parts) => void read(parts.join(''))));
  });

  it('gives back any text without a key as the first option', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((words) => !/[:"“”„«»]/.test(words));
    fc.assert(fc.property(text, (words) => assert.deepEqual(values(words), { '': words.trim() })));
  });

  it('gives back any quoted value as it stands between the quotes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 100 }).filter((words) => !/["“”„«»]/.test(words));
    const pairs = fc.constantFrom(['"', '"'], ['“', '”'], ['«', '»'], ['„', '“']);
    fc.assert(
      fc.property(text, text, pairs, (first, due, [open, close]) => {
        const typed = `${open}${first}${close} due:${open}${due}${close} owner:me`;
        assert.deepEqual(values(typed), { '': first, due, owner: 'me' });
      }),
    );
  });
});
