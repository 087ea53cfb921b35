import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { unlinkSpace } from '../../../src/domain/coalitions/unlink-space.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import type { Store } from '../../../src/store/open.ts';
import {
  actAt,
  alsoInDiscord,
  elsewhere,
  foundOnBoth,
  inSlack,
  linkPlace,
  noon,
  spaceOf,
} from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

/** Something that waits for a member, or for everybody, in a space. */
function wait(
  store: Store,
  where: Acting,
  recipient: Acting | null,
  more: { leasedUntil?: Date; attempts?: number } = {},
) {
  return store.db.delivery.create({
    data: {
      ...{ coalitionId: where.coalition.id, spaceId: spaceOf(where).id, recipientId: recipient?.member.id ?? null },
      ...{ letter: 'reminder.due', subjectId: 'x', data: {}, dueAt: noon, createdAt: noon, ...more },
    },
  });
}

const fate = async (store: Store, { id }: { readonly id: string }) => {
  const { spaceId, status, reason } = await store.db.delivery.findUniqueOrThrow({ where: { id } });
  return { spaceId, status, reason };
};

async function start(t: TestContext) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  return { store, maria, juan };
}

describe('a channel that is unlinked', () => {
  it('gives what waits for one member to another of the same platform, if they are there', async (t) => {
    const { store, maria, juan } = await start(t);
    const random = await linkPlace(store, maria, { ...inSlack, channelId: 'C2' }, 'Maria');
    const far = await linkPlace(store, maria, elsewhere, 'Maria');
    const olga = await actAt(store, inSlack, 'Olga');
    const toOlga = await wait(store, maria, olga);
    const toJuan = await wait(store, maria, juan);
    await unlinkSpace(maria);
    assert.deepEqual(await fate(store, toOlga), { spaceId: spaceOf(random).id, status: 'pending', reason: null });
    // Juan has no account in Slack.
    assert.deepEqual((await fate(store, toJuan)).spaceId, spaceOf(juan).id);
    assert.notEqual(spaceOf(far).id, spaceOf(random).id);
  });

  it('gives it to one of the other platform where they are there, too, and drops what is for everybody', async (t) => {
    const { store, maria, juan } = await start(t);
    await alsoInDiscord(store, maria);
    const toMaria = await wait(store, maria, maria);
    const toAll = await wait(store, maria, null);
    await unlinkSpace(maria);
    assert.deepEqual(await fate(store, toMaria), { spaceId: spaceOf(juan).id, status: 'pending', reason: null });
    assert.deepEqual((await fate(store, toAll)).reason, 'space-unlinked');
  });

  it('gives it to nobody else where they are in no other, and says why it was not said', async (t) => {
    const { store, maria } = await start(t);
    const far = await linkPlace(store, maria, elsewhere, 'Olga');
    const toMaria = await wait(store, maria, maria);
    await unlinkSpace(maria);
    assert.deepEqual(await fate(store, toMaria), {
      spaceId: spaceOf(maria).id,
      status: 'skipped',
      reason: 'space-unlinked',
    });
    assert.notEqual(spaceOf(far).id, spaceOf(maria).id);
  });

  it('does not keep the other one waiting for a next try', async (t) => {
    const { store, maria } = await start(t);
    await alsoInDiscord(store, maria);
    const retried = await wait(store, maria, maria, { leasedUntil: new Date(noon.getTime() + 3_600_000), attempts: 6 });
    await unlinkSpace(maria);
    const { leasedUntil, attempts } = await store.db.delivery.findUniqueOrThrow({ where: { id: retried.id } });
    assert.deepEqual([leasedUntil, attempts], [null, 0]);
  });

  it('drops all where it is the last one', async (t) => {
    const { store, maria, juan } = await start(t);
    await unlinkSpace({ ...maria, space: juan.space });
    const toMaria = await wait(store, maria, maria);
    await unlinkSpace(maria);
    assert.deepEqual((await fate(store, toMaria)).reason, 'space-unlinked');
  });
});
