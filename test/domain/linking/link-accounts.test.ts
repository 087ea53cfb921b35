import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assignRole } from '../../../src/domain/coalitions/assign-role.ts';
import { inviteChannel } from '../../../src/domain/coalitions/invite.ts';
import {
  confirmLink,
  enterLinkCode,
  findClaim,
  refuseLink,
  requestLink,
} from '../../../src/domain/linking/link-accounts.ts';
import type { Caller } from '../../../src/domain/people/acting.ts';
import { changeProfile, getProfile } from '../../../src/domain/people/profile.ts';
import { unlinkAccount } from '../../../src/domain/people/unlink-account.ts';
import { addTask } from '../../../src/domain/tasks/add-task.ts';
import { finishTask } from '../../../src/domain/tasks/finish-task.ts';
import { getTask } from '../../../src/domain/tasks/get-task.ts';
import type { Store } from '../../../src/store/open.ts';
import { actAt, callAt, elsewhere, foundOnBoth, inDiscord, inSlack, noon, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const minutes = (count: number) => new Date(noon.getTime() + count * 60_000);

/** One human being who acts on both platforms and has asked for a code in Slack. */
async function askInSlack(t: TestContext) {
  const store = await openTestStore(t);
  const slack = await callAt(store, inSlack, 'Maria');
  const discord = await callAt(store, inDiscord, 'mari');
  return { store, slack, discord, code: await getCode(slack) };
}

async function getCode(caller: Caller): Promise<string> {
  const request = await requestLink(caller);
  assert.equal(request.type, 'code');
  return request.type === 'code' ? request.code.code : '';
}

/** Both sides say yes. */
async function join(first: Caller, second: Caller): Promise<void> {
  const code = await getCode(first);
  await confirmLink(second, code);
  await confirmLink(first, code);
}

describe('linking two accounts', () => {
  it('asks each side about the other, and makes them one person when both agree', async (t) => {
    const { store, slack, discord, code } = await askInSlack(t);
    assert.equal((await enterLinkCode(discord, code)).id, slack.account.id);
    assert.equal(await findClaim(slack), null);
    assert.deepEqual(await confirmLink(discord, code), { type: 'waiting' });
    assert.equal(await store.db.person.count(), 2);

    const request = await requestLink(slack);
    assert.equal(request.type === 'claim' && request.claimedBy.id, discord.account.id);
    assert.deepEqual(await confirmLink(slack, code), { type: 'linked', personId: slack.person.id });
    assert.equal((await callAt(store, inDiscord, 'mari')).person.id, slack.person.id);
    assert.equal(await store.db.person.count(), 1);
    assert.equal((await getProfile(slack)).accounts.length, 2);
  });

  it('changes nothing before the second side has agreed', async (t) => {
    const { store, slack, discord, code } = await askInSlack(t);
    await refuses('code.own', confirmLink(slack, code));
    await confirmLink(discord, code);
    await confirmLink(discord, code);
    assert.equal(await store.db.person.count(), 2);
  });

  it('is refused with a code that is unknown, too old, one’s own, or for the same platform', async (t) => {
    const { store, slack, discord, code } = await askInSlack(t);
    const colleague = await callAt(store, inSlack, 'Rosa');
    const late = { ...discord, now: minutes(30) };
    await refuses('code.unknown', enterLinkCode(discord, 'AAAA-AAAA'));
    await refuses('code.expired', enterLinkCode(late, code));
    await refuses('code.own', enterLinkCode(slack, code));
    await refuses('account.same-platform', enterLinkCode(colleague, code));
    await refuses('account.same-platform', confirmLink(colleague, code));
  });

  it('gives a claim thirty minutes of its own to be confirmed', async (t) => {
    const { slack, discord, code } = await askInSlack(t);
    await confirmLink({ ...discord, now: minutes(29) }, code);
    await refuses('code.expired', confirmLink({ ...slack, now: minutes(59) }, code));
    assert.equal((await confirmLink({ ...slack, now: minutes(58) }, code)).type, 'linked');
  });

  it('lets one account claim a code, even if two try at once', async (t) => {
    const { store, discord, code } = await askInSlack(t);
    const other = await callAt(store, inDiscord, 'other');
    const results = await Promise.allSettled([confirmLink(discord, code), confirmLink(other, code)]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  });

  it('ends with a no from either side', async (t) => {
    const { slack, discord, code } = await askInSlack(t);
    await confirmLink(discord, code);
    await refuseLink(slack, code);
    await refuses('code.expired', confirmLink(slack, code));
    assert.equal(await findClaim(slack), null);
    const second = await getCode(slack);
    await refuseLink(discord, second);
    await refuses('code.expired', confirmLink(discord, second));
  });

  it('happens once, however often it is confirmed at once', async (t) => {
    const { store, slack, discord, code } = await askInSlack(t);
    await confirmLink(discord, code);
    const results = await Promise.allSettled([confirmLink(slack, code), confirmLink(slack, code)]);
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal(await store.db.person.count(), 1);
  });

  it('is refused where the accounts are one person already', async (t) => {
    const { store, slack, discord } = await askInSlack(t);
    await join(slack, discord);
    const code = await getCode(slack);
    await refuses('account.already-linked', enterLinkCode(await callAt(store, inDiscord, 'mari'), code));
  });

  it('lets the choices of whoever asked hold where there are any', async (t) => {
    const { slack, discord } = await askInSlack(t);
    await changeProfile(slack, { zone: 'America/Chicago' });
    await changeProfile(discord, { zone: 'Europe/Madrid', locale: 'es', quiet: { from: '21:00', to: '08:00' } });
    await join(slack, discord);
    const { zone, locale, quietFrom, quietTo, name } = await getProfile(slack);
    assert.deepEqual(
      { zone, locale, quietFrom, quietTo, name },
      { zone: 'America/Chicago', locale: 'es', quietFrom: '21:00', quietTo: '08:00', name: 'Maria' },
    );
  });
});

/** Maria organizes in Slack and, as another person so far, acts on Discord as `mari`, who did everything there is. */
async function actOnBoth(store: Store) {
  const { maria } = await foundOnBoth(store);
  const mari = await actAt(store, inDiscord, 'mari');
  const { number } = await addTask(mari, { title: 'Call the food bank', owner: { type: 'me' } });
  await finishTask(mari, (await addTask(mari, { title: 'Print the posters' })).number);
  await inviteChannel(mari);
  return { maria, mari, number };
}

describe('one person of two', () => {
  it('has one membership, with the higher role and all that was done', async (t) => {
    const store = await openTestStore(t);
    const { maria, mari, number } = await actOnBoth(store);
    await join(await callAt(store, inDiscord, 'mari'), await callAt(store, inSlack, 'Maria'));
    const again = await actAt(store, inSlack, 'Maria');
    assert.equal(again.member.id, mari.member.id);
    assert.equal(again.member.role, 'organizer');
    assert.equal(await store.db.member.count({ where: { id: maria.member.id } }), 0);
    const { owner, author } = await getTask(again, number);
    assert.deepEqual(owner, author);
    assert.deepEqual(owner?.accounts.map(({ platform }) => platform).sort(), ['discord', 'slack']);
    assert.equal((await getTask(again, number + 1)).finisher?.name, 'mari');
  });

  it('shows on the cards of their open tasks', async (t) => {
    const store = await openTestStore(t);
    const { number, maria } = await actOnBoth(store);
    const before = await getTask(maria, number);
    await join(await callAt(store, inSlack, 'Maria'), await callAt(store, inDiscord, 'mari'));
    assert.equal((await getTask(await actAt(store, inSlack, 'Maria'), number)).version, before.version + 1);
  });

  it('is in every coalition that either was in', async (t) => {
    const store = await openTestStore(t);
    await foundOnBoth(store);
    const there = await callAt(store, inSlack, 'Maria');
    const stranger = await callAt(store, { ...inDiscord, channelId: '999' }, 'mari');
    await join(stranger, there);
    const { person, member } = await actAt(store, inSlack, 'Maria');
    assert.equal(person.id, stranger.person.id);
    assert.equal(member.role, 'organizer');
  });
});

describe('unlinking an account', () => {
  it('makes it a person of its own, and leaves memberships to the rest', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await actOnBoth(store);
    await join(await callAt(store, inSlack, 'Maria'), await callAt(store, inDiscord, 'mari'));
    const own = await unlinkAccount(await callAt(store, inDiscord, 'mari'));
    assert.equal(own.name, 'mari');
    assert.equal((await actAt(store, inSlack, 'Maria')).member.id, maria.member.id);
    const anew = await actAt(store, inDiscord, 'mari');
    assert.notEqual(anew.member.id, maria.member.id);
    assert.equal(anew.member.role, 'member');
  });

  it('leaves no person without an account, even where both part at once', async (t) => {
    const { store, slack, discord } = await askInSlack(t);
    await refuses('account.not-linked', unlinkAccount(slack));
    await join(slack, discord);
    const both = [await callAt(store, inSlack, 'Maria'), await callAt(store, inDiscord, 'mari')];
    const results = await Promise.allSettled(both.map(unlinkAccount));
    assert.deepEqual(results.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal(await store.db.person.count({ where: { accounts: { none: {} } } }), 0);
  });

  it('keeps the organizer an organizer', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await join(await callAt(store, inSlack, 'Maria'), await callAt(store, elsewhere, 'mp'));
    await unlinkAccount(await callAt(store, inSlack, 'Maria'));
    assert.equal(await store.db.member.count({ where: { id: maria.member.id, role: 'organizer' } }), 1);
    await assignRole(maria, { type: 'name', name: 'Juan' }, 'organizer');
  });
});
