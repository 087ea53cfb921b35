import assert from 'node:assert/strict';
import { it } from 'node:test';
import { noteInvocation, sweepInvocations } from '../../../src/domain/invocations/seen.ts';
import { noon } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000);

it('forgets after a day', async (t) => {
  const { db } = await openTestStore(t);
  await noteInvocation(db, 'old', noon);
  await noteInvocation(db, 'new', later(3600));
  await sweepInvocations(db, later(24 * 3600 + 1));
  assert.deepEqual(await db.seenInvocation.findMany({ select: { id: true } }), [{ id: 'new' }]);
});
