import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReader } from '../../src/app/reader.ts';
import { UserError } from '../../src/core/errors.ts';
import { followUps, lines } from '../../src/core/line-params.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { chooseSpeech } from '../../src/views/choose-speech.ts';

const catalogue = createCatalogue();
const defaults = { locale: 'en', zone: 'UTC' };
const speech = chooseSpeech(catalogue, defaults, new Date('2027-03-01T12:00:00Z'), {});
const reader = createReader(catalogue, speech, { U2: 'Juan' });

const read = (raw: string) => lines({ max: 3, each: 10 }).schema(reader).parse(raw);
const follow = (raw: string) =>
  followUps({ max: 4, each: 30 })
    .schema(reader)
    .parse(raw)
    .map(({ title, owner, due }) => [title, owner, due?.wall]);

function refusal(work: () => unknown) {
  try {
    work();
  } catch (error) {
    assert.ok(error instanceof UserError);
    return [error.code, error.params.given ?? error.params.count];
  }
  return assert.fail('nothing was refused');
}

describe('lines', () => {
  it('are what stands in them, without marks of a list and empty ones', () => {
    assert.deepEqual(read('- one\r\n\n  2) two  words \n\u200b\n•\n'), ['one', 'two words']);
    assert.deepEqual(read('-5 is cold\n2 guests\n3.5 kg'), ['-5 is cold', '2 guests', '3.5 kg']);
  });

  it('are refused where they are too many or too long', () => {
    assert.deepEqual(
      refusal(() => read('a\nb\nc\nd')),
      ['line.too-many', 4],
    );
    assert.deepEqual(
      refusal(() => read('short\nrather too long')),
      ['line.too-long', 'rather too long'],
    );
    assert.deepEqual(read('👍🏽👍🏽👍🏽'), ['👍🏽👍🏽👍🏽'], 'a sign counts for what it is, not for its bytes');
  });
});

describe('follow-ups', () => {
  it('say what is to be done, by whom and until when, in any order', () => {
    const maria = { type: 'name', name: 'maria' };
    assert.deepEqual(follow('Call the food bank; @maria; friday\n- Print; 2027-03-10 18:00 ;María López'), [
      ['Call the food bank', maria, '2027-03-05'],
      ['Print', { type: 'name', name: 'María López' }, '2027-03-10T18:00'],
    ]);
    assert.deepEqual(follow('Chairs\nTables; me\nPlates; <@U2>;;\nCups; mañana'), [
      ['Chairs', undefined, undefined],
      ['Tables', { type: 'me' }, undefined],
      ['Plates', { type: 'account', accountId: 'U2', name: 'Juan' }, undefined],
      ['Cups', undefined, '2027-03-02'],
    ]);
  });

  it('are refused with the line that cannot be read', () => {
    for (const line of ['; @maria', 'Call; friday; monday', 'Call; @maria; @juan', 'Call; 2020-01-01', 'Call; <!here>'])
      assert.deepEqual(
        refusal(() =>
          follow(`Chairs
${line}`),
        ),
        ['line.follow-up', line],
      );
    assert.deepEqual(
      refusal(() => follow('Chairs\nCall; 2020-01-01')),
      ['line.follow-up', 'Call; 2020-01-01'],
    );
    assert.equal(refusal(() => follow(`${'x'.repeat(31)}; @maria`))[0], 'line.too-long');
    assert.deepEqual(follow('<b>& *all* @everyone'), [['<b>& *all* @everyone', undefined, undefined]]);
  });
});
