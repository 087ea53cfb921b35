import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markSpaceLost } from '../../../src/domain/audiences/closed-spaces.ts';
import { createCoalition } from '../../../src/domain/coalitions/create-coalition.ts';
import { describeCoalition } from '../../../src/domain/coalitions/describe-coalition.ts';
import { findSpace } from '../../../src/domain/coalitions/enter.ts';
import { inviteChannel, revokeInvite } from '../../../src/domain/coalitions/invite.ts';
import { linkSpace } from '../../../src/domain/coalitions/link-space.ts';
import { isLastSpace, unlinkSpace } from '../../../src/domain/coalitions/unlink-space.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import {
  actAt,
  callAt,
  elsewhere,
  foundCoalition,
  foundOnBoth,
  inDiscord,
  inSlack,
  linkPlace,
  noon,
  refuses,
  spaceOf,
} from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const wanted = { name: 'Neighbours', zone: 'America/Chicago', locale: 'en' };
const day = 24 * 60 * 60_000;

describe('creating a coalition', () => {
  it('makes this channel its first space and the caller its first organizer', async (t) => {
    const store = await openTestStore(t);
    const { coalition, space, member } = await createCoalition(await callAt(store, inSlack, 'Maria'), wanted);
    assert.deepEqual({ name: coalition.name, zone: coalition.zone, locale: coalition.locale }, wanted);
    assert.equal((await findSpace(store.db, inSlack))?.id, space.id);
    assert.equal(member.role, 'organizer');
  });

  it('is refused in a direct conversation and where a coalition meets already', async (t) => {
    const store = await openTestStore(t);
    const alone = await callAt(store, inSlack, 'Maria', { direct: true });
    await refuses('coalition.direct-message', createCoalition(alone, wanted));
    await foundCoalition(store, inSlack);
    await refuses('coalition.already-linked-here', createCoalition(await callAt(store, inSlack, 'Juan'), wanted));
    assert.equal(await store.db.coalition.count(), 1);
  });

  it('makes one coalition where two create one in the same channel at once', async (t) => {
    const store = await openTestStore(t);
    const [maria, juan] = [await callAt(store, inSlack, 'Maria'), await callAt(store, inSlack, 'Juan')];
    const results = await Promise.allSettled([createCoalition(maria, wanted), createCoalition(juan, wanted)]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal(await store.db.coalition.count(), 1);
  });
});

describe('linking a channel', () => {
  it('makes it a space and the caller a plain member, for as many channels as the code is used in', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    const { code } = await inviteChannel(maria);
    const { coalition, member } = await linkSpace(await callAt(store, inDiscord, 'Juan'), code);
    await linkSpace(await callAt(store, elsewhere, 'Olga'), code);
    assert.equal(coalition.id, maria.coalition.id);
    assert.equal(member.role, 'member');
    assert.equal((await describeCoalition(maria)).spaces.length, 3);
  });

  it('is refused with a code that is unknown, expired, or revoked', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    const { code } = await inviteChannel(maria);
    await refuses('code.unknown', linkSpace(await callAt(store, inDiscord, 'Juan'), 'AAAA-AAAA'));
    const tooLate = await callAt(store, inDiscord, 'Juan', { now: new Date(noon.getTime() + 7 * day) });
    await refuses('code.expired', linkSpace(tooLate, code));
    await revokeInvite(maria, code);
    await refuses('code.unknown', linkSpace(await callAt(store, inDiscord, 'Juan'), code));
    await refuses('code.unknown', revokeInvite(maria, code));
  });

  it('is refused in a direct conversation and where a coalition meets already', async (t) => {
    const store = await openTestStore(t);
    const { code } = await inviteChannel(await foundCoalition(store, inSlack));
    await foundCoalition(store, elsewhere, 'Olga', 'Others');
    await refuses('coalition.direct-message', linkSpace(await callAt(store, inDiscord, 'J', { direct: true }), code));
    await refuses('coalition.already-linked-here', linkSpace(await callAt(store, elsewhere, 'Olga'), code));
  });

  it('cannot be taken back with a code of another coalition', async (t) => {
    const store = await openTestStore(t);
    const { code } = await inviteChannel(await foundCoalition(store, inSlack));
    const olga = await foundCoalition(store, elsewhere, 'Olga', 'Others');
    await refuses('code.unknown', revokeInvite(olga, code));
    await linkSpace(await callAt(store, inDiscord, 'Juan'), code);
  });
});

describe('unlinking a channel', () => {
  it('leaves the coalition without it, and with what still waited for it unsaid', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await addTask(maria, { title: 'Call the food bank' });
    assert.equal(await isLastSpace(maria), false);
    const { space, invite } = await unlinkSpace(maria);
    assert.equal(invite, null);
    assert.equal(await findSpace(store.db, inSlack), null);
    const waiting = await store.db.delivery.findMany({ orderBy: { id: 'asc' } });
    const expected = waiting.map(({ spaceId }) => (spaceId === space.id ? 'skipped' : 'pending'));
    assert.deepEqual(
      waiting.map(({ status }) => status),
      expected,
    );
    assert.equal(new Set(expected).size, 2);
  });

  it('comes with an invitation where it was the last one, also for the second of two who unlink at once', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    assert.equal(await isLastSpace(juan), false);
    const unlinked = await Promise.all([unlinkSpace(maria), unlinkSpace(juan)]);
    const [invite, ...others] = unlinked.flatMap(({ invite }) => invite ?? []);
    assert.deepEqual(others, []);
    await linkSpace(await callAt(store, elsewhere, 'Maria'), invite?.code ?? '');
    assert.equal(await isLastSpace(await actAt(store, elsewhere, 'Maria')), true);
  });

  it('does nothing where nothing is linked', async (t) => {
    const store = await openTestStore(t);
    await foundCoalition(store, inSlack);
    const direct = await actAt(store, { ...inSlack, channelId: 'D1' }, 'Maria', { direct: true });
    await refuses('coalition.space-not-linked', unlinkSpace(direct));
    await refuses('coalition.space-not-linked', isLastSpace(direct));
  });

  it('lets another coalition meet there, and the same one again', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    const before = juan.space?.id;
    await unlinkSpace({ ...maria, space: juan.space });
    const again = await linkPlace(store, maria, inDiscord, 'Juan');
    assert.equal(again.space?.id, before);
    await unlinkSpace({ ...maria, space: again.space });
    const olga = await foundCoalition(store, inDiscord, 'Olga', 'Others');
    assert.notEqual(olga.coalition.id, maria.coalition.id);
  });
});

it('finds a lost space again when somebody acts in it', async (t) => {
  const store = await openTestStore(t);
  const { juan } = await foundOnBoth(store);
  await markSpaceLost(store.db, spaceOf(juan), noon);
  assert.deepEqual((await findSpace(store.db, inDiscord))?.lostAt, noon);
  const { space } = await actAt(store, inDiscord, 'Juan');
  assert.equal(space?.lostAt, null);
});
