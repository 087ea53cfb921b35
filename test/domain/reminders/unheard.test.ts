import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markSpaceLost } from '../../../src/domain/audiences/closed-spaces.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { addReminder } from '../../../src/domain/reminders/add-reminder.ts';
import { listReminders } from '../../../src/domain/reminders/list-reminders.ts';
import { findWay } from '../../../src/domain/reminders/way.ts';
import { foundOnBoth, noon, spaceOf } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { again } from '../../support/ticking.ts';

const daily = again('2027-03-02T09:00', 'FREQ=DAILY');

async function begin(t: Parameters<typeof openTestStore>[0]) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  return { store, maria, juan, lose: (acting: Acting) => markSpaceLost(store.db, spaceOf(acting), noon) };
}

describe('a reminder whose channel is gone', () => {
  it('is unheard where it is for everybody there, and comes again when the channel does', async (t) => {
    const { store, juan, lose } = await begin(t);
    await addReminder(juan, { text: 'Bring the keys', when: daily, to: { type: 'here' } });
    const isUnheard = async () => (await listReminders(juan, 1)).reminders.map(({ unheard }) => unheard);
    assert.deepEqual(await isUnheard(), [false]);
    await lose(juan);
    assert.deepEqual(await isUnheard(), [true]);
    await store.db.space.update({ where: { id: spaceOf(juan).id }, data: { lostAt: null } });
    assert.deepEqual(await isUnheard(), [false]);
  });

  it('has no way to who has an account there alone, and goes directly to who asked for that', async (t) => {
    const { store, juan, lose } = await begin(t);
    const added = await addReminder(juan, { text: 'Bring the keys', when: daily, to: { type: 'me' } });
    const wayOf = async () => {
      const way = await findWay(juan, added);
      return [way?.to, way?.space?.name ?? null];
    };
    assert.deepEqual(await wayOf(), ['space', 'general']);
    await lose(juan);
    assert.deepEqual(await wayOf(), ['nowhere', null]);
    await store.db.person.update({ where: { id: juan.person.id }, data: { reminders: 'dm' } });
    assert.deepEqual(await wayOf(), ['direct', null]);
  });
});
