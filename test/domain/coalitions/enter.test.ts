import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { enterCoalition, getActing, recogniseCaller } from '../../../src/domain/coalitions/enter.ts';
import { leaveCoalition } from '../../../src/domain/coalitions/leave-coalition.ts';
import { actAt, callAt, elsewhere, foundCoalition, foundOnBoth, inSlack, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const alone = { ...inSlack, channelId: 'D1' };
const direct = { direct: true };

describe('entering a coalition', () => {
  it('makes whoever acts in a space one member, however often at once', async (t) => {
    const store = await openTestStore(t);
    await foundCoalition(store, inSlack);
    const juan = await getActing(store.db, store.inCoalition, await callAt(store, inSlack, 'Juan'));
    const entries = await Promise.all(Array.from({ length: 6 }, () => enterCoalition(juan)));
    assert.equal(new Set(entries.map(({ member }) => member.id)).size, 1);
    assert.equal(entries[0]?.member.role, 'member');
  });

  it('brings back whoever had left, as a plain member', async (t) => {
    const store = await openTestStore(t);
    const { juan } = await foundOnBoth(store);
    await leaveCoalition(juan);
    const { member } = await actAt(store, juan.place, 'Juan');
    assert.deepEqual(
      { id: member.id, leftAt: member.leftAt, role: member.role },
      { id: juan.member.id, leftAt: null, role: 'member' },
    );
  });

  it('is refused where no coalition meets', async (t) => {
    const store = await openTestStore(t);
    await refuses('coalition.none-here', actAt(store, elsewhere, 'Maria'));
  });

  it('means the only coalition of a person in a direct conversation', async (t) => {
    const store = await openTestStore(t);
    const { coalition } = await foundCoalition(store, inSlack);
    const acting = await actAt(store, alone, 'Maria', direct);
    assert.equal(acting.coalition.id, coalition.id);
    assert.equal(acting.space, null);
    await refuses('coalition.none-here', actAt(store, alone, 'Stranger', direct));
    await foundCoalition(store, { ...inSlack, channelId: 'C2' }, 'Maria', 'Second');
    await refuses('coalition.several', actAt(store, alone, 'Maria', direct));
  });

  it('means the one of several that is named there, and never one that is not theirs', async (t) => {
    const store = await openTestStore(t);
    const first = await foundCoalition(store, inSlack);
    const second = await foundCoalition(store, { ...inSlack, channelId: 'C2' }, 'Maria', 'Second');
    const foreign = await foundCoalition(store, { ...inSlack, channelId: 'C3' }, 'Olga', 'Third');
    const maria = await callAt(store, alone, 'Maria', direct);
    const act = (meant: string) => getActing(store.db, store.inCoalition, maria, meant);
    for (const { coalition } of [first, second]) assert.equal((await act(coalition.id)).coalition.id, coalition.id);
    await refuses('coalition.several', act(foreign.coalition.id));
    assert.equal(await store.db.member.count({ where: { coalitionId: foreign.coalition.id } }), 1);
  });
});

describe('recognising a caller', () => {
  it('gives in a linked space the member that somebody would be, and makes nobody one', async (t) => {
    const store = await openTestStore(t);
    const { coalition } = await foundCoalition(store, inSlack);
    const juan = await callAt(store, inSlack, 'Juan');
    const recognised = await recogniseCaller(store.db, store.inCoalition, juan);
    assert.equal(recognised?.coalition.id, coalition.id);
    assert.deepEqual([recognised?.member.role, recognised?.member.personId], ['member', juan.person.id]);
    const alone = await callAt(store, { ...inSlack, channelId: 'D1' }, 'Juan', { direct: true });
    assert.equal(await recogniseCaller(store.db, store.inCoalition, alone), null);
    assert.equal(await store.db.member.count(), 1);
  });

  it('gives the same as entering to whoever is one', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    const known = await recogniseCaller(store.db, store.inCoalition, await callAt(store, inSlack, 'Maria'));
    assert.deepEqual(known?.member, maria.member);
    assert.deepEqual(known?.coalition, maria.coalition);
    assert.equal(await recogniseCaller(store.db, store.inCoalition, await callAt(store, elsewhere, 'Maria')), null);
  });
});
