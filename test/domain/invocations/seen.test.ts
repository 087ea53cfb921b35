import assert from 'node:assert/strict';
import { it } from 'node:test';
import { endInvocation, startInvocation, sweepInvocations } from '../../../src/domain/invocations/seen.ts';
import { noon } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

it('lets one of many simultaneous repetitions run', async (t) => {
  const { db } = await openTestStore(t);
  const starts = await Promise.all(Array.from({ length: 8 }, () => startInvocation(db, 'Ev1', noon)));
  assert.equal(starts.filter(Boolean).length, 1);
});

it('runs what crashed again after a minute, once', async (t) => {
  const { db } = await openTestStore(t);
  await startInvocation(db, 'Ev1', noon);
  assert.equal(await startInvocation(db, 'Ev1', later(60)), false);
  const starts = await Promise.all(Array.from({ length: 4 }, () => startInvocation(db, 'Ev1', later(61))));
  assert.equal(starts.filter(Boolean).length, 1);
});

it('never runs again what has ended', async (t) => {
  const { db } = await openTestStore(t);
  await startInvocation(db, 'Ev1', noon);
  await endInvocation(db, 'Ev1', later(1));
  assert.equal(await startInvocation(db, 'Ev1', later(3600)), false);
});

it('forgets after a day', async (t) => {
  const { db } = await openTestStore(t);
  await startInvocation(db, 'old', noon);
  await startInvocation(db, 'new', later(3600));
  await sweepInvocations(db, later(24 * 3600 + 1));
  assert.deepEqual(await db.seenInvocation.findMany({ select: { id: true } }), [{ id: 'new' }]);
});
