import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { cut, cutRich, splitCharacters } from '../../src/core/cut.ts';
import { bold, mention, plain, type RichText, text } from '../../src/core/rich-text.ts';

describe('cutting words', () => {
  test('leaves what fits as it is', () => {
    assert.equal(cut('community', 9), 'community');
  });

  test('ends what does not fit in an ellipsis', () => {
    assert.equal(cut('community', 5), 'comm…');
    assert.equal(cut('one two', 5), 'one…');
    assert.equal(cut('community', 0), '');
  });

  test('never halves what a reader sees as one character', () => {
    const families = '👩‍👩‍👧‍👦'.repeat(5);
    assert.equal(cut(families, 30), '👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
    assert.equal(cut('e\u0301e\u0301e\u0301', 4), 'e\u0301…');
  });

  test('halves a character that is too long by itself', () => {
    assert.equal(cut(`Z${'\u0351'.repeat(100)}`, 10), `Z${'\u0351'.repeat(8)}…`);
  });

  test('counts characters as they are written', () => {
    assert.equal(
      cut('&&&&', 16, (shown) => shown.replaceAll('&', '&amp;').length),
      '&&&…',
    );
  });

  test('stays within any limit, however length is counted', () => {
    const codePoints = (words: string) => [...words].length;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(60), (words, max) => {
        assert.ok(cut(words, max).length <= max);
        assert.ok(cut(words, max).isWellFormed());
        const shortened = cut(words, max, codePoints);
        assert.ok(codePoints(shortened) <= max);
        assert.ok(words.startsWith(shortened.replace(/…$/u, '')));
      }),
    );
  });
});

describe('cutting rich text', () => {
  const maria = { name: 'Maria', accounts: [] };

  test('keeps its markup and drops what is whole or not at all', () => {
    const rich = [...bold(text('bold')), ...text(' and '), ...mention(maria), ...text('.')];
    const fits = (max: number) => (candidate: RichText) => plain(candidate).length <= max;
    assert.deepEqual(cutRich(rich, fits(100)), rich);
    assert.deepEqual(cutRich(rich, fits(4)), [{ type: 'bold', children: text('bol') }, ...text('…')]);
    assert.deepEqual(cutRich(rich, fits(10)), [...bold(text('bold')), ...text(' and '), ...text('…')]);
    assert.deepEqual(cutRich(rich, fits(0)), []);
  });

  test('shortens the longest words before anything goes', () => {
    const line = [
      ...bold(text('T-12')),
      ...text(' · '),
      ...text('Call the food bank'),
      ...text(' · '),
      ...mention(maria),
    ];
    const shortened = cutRich(line, (candidate) => plain(candidate).length <= 25);
    assert.equal(plain(shortened), 'T-12 · Call the… · Maria');
  });

  test('counts characters as a reader sees them', () => {
    assert.deepEqual(splitCharacters('a👩‍🚀e\u0301'), ['a', '👩‍🚀', 'e\u0301']);
  });
});
