import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { closeOccurrence } from '../../../src/domain/conversations/close.ts';
import { findDecisions } from '../../../src/domain/conversations/find-decisions.ts';
import { callCircle, callSeries } from '../../support/conversations.ts';
import { elsewhere, foundCoalition, foundOnBoth } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later } from '../../support/ticking.ts';

async function decide(t: TestContext) {
  const store = await openTestStore(t);
  const { maria } = await foundOnBoth(store);
  await callSeries(maria, { title: 'Planning' });
  await callCircle(maria, { title: 'Círculo de jóvenes' });
  const then = later(maria, '2027-03-11T20:00:00Z');
  await closeOccurrence(
    then,
    { number: 1, occurrence: 1 },
    { decisions: ['We rent the hall', 'Ana writes to the council'] },
  );
  await closeOccurrence(then, { number: 1, occurrence: 2 }, { decisions: ['The hall is paid in April'] });
  await closeOccurrence(then, { number: 2, occurrence: null }, { decisions: ['Más reuniones después del verano'] });
  const find = async (query?: string, page?: number) =>
    (await findDecisions(then, { query, page })).decisions.map(({ text }) => text);
  return { store, then, find };
}

describe('decisions', () => {
  it('are listed the newest first, each with its conversation', async (t) => {
    const { then, find } = await decide(t);
    const { decisions, total } = await findDecisions(then, {});
    assert.deepEqual(decisions[0], {
      ...{ text: 'The hall is paid in April', number: 1, occurrence: 2, title: 'Planning' },
      startsAt: new Date('2027-03-10T18:00:00Z'),
    });
    assert.equal(total, 4);
    assert.deepEqual((await find()).slice(0, 1), ['The hall is paid in April']);
    assert.equal(decisions.find(({ number }) => number === 2)?.occurrence, null);
  });

  it('are found by beginnings of words, without accents, and with a letter mistaken', async (t) => {
    const { find } = await decide(t);
    assert.deepEqual(await find('counc'), ['Ana writes to the council']);
    assert.deepEqual(await find('MAS REUNIONES'), ['Más reuniones después del verano']);
    assert.deepEqual(await find('councl'), ['Ana writes to the council']);
    assert.deepEqual(await find('jovenes'), ['Más reuniones después del verano'], 'by the title of the conversation');
    assert.deepEqual((await find('hall')).toSorted(), ['The hall is paid in April', 'We rent the hall']);
    assert.deepEqual(await find('rent hall'), ['We rent the hall'], 'all words before any');
    assert.deepEqual(await find('rent zebra'), ['We rent the hall']);
    assert.deepEqual(await find('zebra'), []);
    for (const hostile of ['*', '(((', '"', '\\', '%_', '\u202e', ':', '-hall AND']) await find(hostile);
  });

  it('come in pages, and are a coalition’s own', async (t) => {
    const { store, then, find } = await decide(t);
    const many = Array.from({ length: 12 }, (_, index) => `Number ${index + 1} of the hall`);
    await closeOccurrence(then, { number: 1, occurrence: 1 }, { decisions: many });
    assert.deepEqual([(await find(undefined, 1)).length, (await find(undefined, 2)).length], [10, 6]);
    assert.deepEqual([(await find('hall', 1)).length, (await find('hall', 2)).length], [10, 4]);
    const stranger = await foundCoalition(store, elsewhere, 'Olga', 'Others');
    assert.equal((await findDecisions(stranger, {})).total, 0);
    assert.equal((await findDecisions(stranger, { query: 'hall' })).total, 0);
  });
});
