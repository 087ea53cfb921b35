import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cut } from '../../../src/platforms/slack/cut.ts';

describe('cutting words', () => {
  it('leaves alone what fits', () => {
    assert.equal(cut('exactly', 7), 'exactly');
  });

  it('says that something is missing, without a space before', () => {
    assert.equal(cut('one two three', 8), 'one two…');
    assert.equal(cut('one two three', 5), 'one…');
  });

  it('keeps together what a reader sees as one', () => {
    assert.equal(cut('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 15), '👩‍👩‍👧‍👦…');
    assert.equal(cut('🇪🇸🇺🇸', 6), '🇪🇸…');
    assert.equal(cut('e\u0301e\u0301e\u0301', 4), 'e\u0301…');
  });

  it('cuts a single character that is too long by itself', () => {
    const zalgo = `Z${'\u0351'.repeat(100)}`;
    assert.equal(cut(zalgo, 10), `Z${'\u0351'.repeat(8)}…`);
  });

  it('counts characters as they are written', () => {
    const written = (part: string) => part.replaceAll('&', '&amp;').length;
    assert.equal(cut('&&&&', 16, written), '&&&…');
  });

  it('has no room below one character', () => {
    assert.equal(cut('words', 0), '');
  });

  it('never exceeds its limit nor breaks a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (words, limit) => {
        const kept = cut(words, limit);
        assert.ok(kept.length <= Math.max(limit, 0));
        assert.ok(kept.isWellFormed());
        assert.ok(words.startsWith(kept.replace(/…$/, '')));
      }),
    );
  });
});
