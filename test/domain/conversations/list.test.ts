import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { formatOccurrence } from '../../../src/core/ids.ts';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { cancelOccurrence } from '../../../src/domain/conversations/cancel.ts';
import { type ConversationQuery, listConversations } from '../../../src/domain/conversations/list.ts';
import { suggestOccurrences } from '../../../src/domain/conversations/suggest.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { callCircle, callSeries } from '../../support/conversations.ts';
import { elsewhere, foundCoalition, foundOnBoth } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { again, at, later } from '../../support/ticking.ts';

/** C-1 on Wednesday; C-2, a series from Thursday on; C-3 on Tuesday, and it is called off. */
async function begin(t: TestContext) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await callCircle(maria);
  await callSeries(maria, { title: 'Planning', when: again('2027-03-04T18:00', 'FREQ=WEEKLY;BYDAY=TH') });
  await callCircle(maria, { title: 'Council', when: at('2027-03-02T18:00') });
  await cancelOccurrence(maria, { number: 3, occurrence: null }, { dates: 'this' });
  return { store, maria, juan };
}

async function listed(acting: Acting, query: ConversationQuery = {}): Promise<string[]> {
  const { listed } = await listConversations(acting, query);
  return listed.map(({ occurrence, answer }) => [formatOccurrence(occurrence), answer].filter(Boolean).join(' '));
}

describe('a list of conversations', () => {
  it('shows the next time of each that is to come, the soonest first', async (t) => {
    const { maria } = await begin(t);
    assert.deepEqual(await listed(maria), ['C-1', 'C-2.1']);
    assert.deepEqual(await listed(later(maria, '2027-03-05T12:00:00Z')), ['C-2.2']);
  });

  it('shows mine: what I come to, may come to, wait for or lead', async (t) => {
    const { maria, juan } = await begin(t);
    assert.deepEqual(await listed(juan, { what: 'mine' }), []);
    await answerOccurrence(juan, { number: 2, occurrence: 3 }, 'maybe', 'this');
    await answerOccurrence(juan, { number: 1, occurrence: null }, 'no', 'this');
    assert.deepEqual(await listed(juan, { what: 'mine' }), ['C-2.3 maybe']);
    assert.deepEqual(await listed(maria, { what: 'mine' }), ['C-1', 'C-2.1']);
    assert.deepEqual(await listed(juan), ['C-1 no', 'C-2.1']);
  });

  it('shows what is over, the latest first, but nothing that was called off', async (t) => {
    const { maria } = await begin(t);
    assert.deepEqual(await listed(maria, { what: 'past' }), []);
    const past = await listed(later(maria, '2027-03-12T12:00:00Z'), { what: 'past' });
    assert.deepEqual(past, ['C-2.2', 'C-2.1', 'C-1']);
  });

  it('shows all times to come of one, by pages', async (t) => {
    const { maria } = await begin(t);
    const conversation = { number: 2, occurrence: null };
    const page = await listConversations(maria, { conversation, page: 3 });
    assert.deepEqual([page.page, page.pages, page.total, page.listed.length], [3, 3, 27, 7]);
  });

  it('shows nothing of another coalition', async (t) => {
    const { store } = await begin(t);
    const other = await foundCoalition(store, elsewhere, 'Ruth', 'Others');
    assert.deepEqual(await listed(other), []);
  });
});

describe('suggestions for a conversation', () => {
  const label = (wall: string) => wall.slice(5);
  const values = async (acting: Acting, typed: string, which: 'coming' | 'begun' | 'all' = 'coming') =>
    (await suggestOccurrences(acting, typed, which, label)).map(({ value }) => value);

  it('are the next time of each by number or words, with title and time', async (t) => {
    const { maria } = await begin(t);
    assert.deepEqual(await suggestOccurrences(maria, 'listen', 'coming', label), [
      { value: 'C-1', label: 'C-1 Listening circle, 03-03T18:00' },
    ]);
    assert.deepEqual(await values(maria, ''), ['C-1', 'C-2.1']);
    assert.deepEqual(await values(maria, 'council'), []);
  });

  it('are all times of a series whose number is typed', async (t) => {
    const { maria } = await begin(t);
    const some = await values(maria, 'c2');
    assert.deepEqual([some[0], some[1], some.length], ['C-2.1', 'C-2.2', 25]);
    assert.deepEqual(await values(maria, 'C-2.'), some);
    assert.deepEqual((await values(maria, 'C-2.14'))[0], 'C-2.14');
  });

  it('are what has begun where that is wanted', async (t) => {
    const { maria } = await begin(t);
    const afterwards = later(maria, '2027-03-12T12:00:00Z');
    assert.deepEqual(await values(afterwards, '', 'begun'), ['C-2.2', 'C-2.1', 'C-1']);
    assert.deepEqual(await values(afterwards, '', 'all'), ['C-2.3', 'C-2.2', 'C-2.1', 'C-1']);
  });
});
