import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { closeOccurrence } from '../../../src/domain/conversations/close.ts';
import { giveFeedback } from '../../../src/domain/conversations/feedback.ts';
import { getOccurrence } from '../../../src/domain/conversations/get-occurrence.ts';
import type { Store } from '../../../src/store/open.ts';
import { callCircle, gather } from '../../support/conversations.ts';
import { foundOnBoth, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const after = '2027-03-03T21:00:00Z';
const worth = { came: true, worth: true };
const missed = { came: false, worth: null };

async function hold(t: TestContext) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await callCircle(maria);
  await answerOccurrence(juan, circle, 'yes', 'this');
  return { store, maria: later(maria, after), juan: later(juan, after) };
}

async function onRecord({ db }: Store): Promise<unknown[]> {
  const rows = await db.attendance.findMany({ orderBy: { id: 'asc' } });
  return rows.map(({ came, worth: found }) => [came, found]);
}

describe('feedback', () => {
  it('is the member’s own word, and the latest counts', async (t) => {
    const { store, juan } = await hold(t);
    await giveFeedback(juan, circle, worth);
    assert.deepEqual(await onRecord(store), [[true, true]]);
    await giveFeedback(juan, circle, { came: true, worth: false });
    assert.deepEqual(await onRecord(store), [[true, false]]);
    await giveFeedback(juan, circle, missed);
    assert.deepEqual(await onRecord(store), [[false, null]]);
    await giveFeedback(juan, circle, { came: true, worth: null });
    assert.deepEqual(await onRecord(store), [[true, null]]);
  });

  it('of somebody who had no seat says that they came, and never that they were missed', async (t) => {
    const { store, maria } = await hold(t);
    await giveFeedback(maria, circle, missed);
    assert.deepEqual(await onRecord(store), []);
    await giveFeedback(maria, circle, worth);
    await giveFeedback(maria, circle, missed);
    assert.deepEqual(await onRecord(store), []);
  });

  it('stands beside what the facilitator noted, and its card says so', async (t) => {
    const { store, maria, juan } = await hold(t);
    await closeOccurrence(maria, circle, { present: ['Juan'] });
    const { version } = await getOccurrence(maria, circle);
    await giveFeedback(juan, circle, worth);
    const { outcome, version: shown } = await getOccurrence(maria, circle);
    assert.deepEqual([outcome?.came, outcome?.worth, shown], [1, 1, version + 1]);
    await closeOccurrence(maria, circle, { present: ['Juan'], notes: 'We talked' });
    assert.equal((await getOccurrence(maria, circle)).outcome?.worth, 1, 'a correction does not take it away');
    await giveFeedback(juan, circle, missed);
    const corrected = await getOccurrence(maria, circle);
    assert.deepEqual([corrected.outcome?.came, corrected.outcome?.absent, corrected.outcome?.worth], [0, 1, 0]);
    assert.equal(await store.db.attendance.count(), 1);
  });

  it('of many at once is all counted', async (t) => {
    const { store, maria } = await hold(t);
    const members = (await gather(store, 20)).map((member) => later(member, after));
    await closeOccurrence(maria, circle, {});
    await Promise.all(
      members.flatMap((member) => [giveFeedback(member, circle, worth), giveFeedback(member, circle, worth)]),
    );
    const { outcome } = await getOccurrence(maria, circle);
    assert.deepEqual([outcome?.came, outcome?.worth, outcome?.notWorth], [20, 20, 0]);
  });

  it('is for what has begun and took place', async (t) => {
    const { store, juan } = await hold(t);
    await refuses('conversation.not-begun', giveFeedback(later(juan, '2027-03-03T17:00:00Z'), circle, worth));
    await store.db.occurrence.updateMany({ data: { state: 'cancelled' } });
    await refuses('conversation.cancelled', giveFeedback(juan, circle, worth));
  });
});
