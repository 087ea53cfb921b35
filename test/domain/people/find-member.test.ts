import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { leaveCoalition } from '../../../src/domain/coalitions/leave-coalition.ts';
import { getMember, getOrAddMember } from '../../../src/domain/people/find-member.ts';
import { actAt, elsewhere, foundCoalition, foundOnBoth, inSlack, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const named = (name: string) => ({ type: 'name', name }) as const;
const mentioned = (accountId: string, name?: string) => ({ type: 'account', accountId, name }) as const;

describe('whom somebody means', () => {
  it('is themselves by "me"', async (t) => {
    const store = await openTestStore(t);
    const { juan } = await foundOnBoth(store);
    assert.equal((await getMember(juan, { type: 'me' })).id, juan.member.id);
  });

  it('is a member of the other platform by name', async (t) => {
    const { maria, juan } = await foundOnBoth(await openTestStore(t));
    assert.equal((await getMember(maria, named('JUÁN'))).id, juan.member.id);
  });

  it('is nobody by a name of another coalition, or of somebody who left', async (t) => {
    const store = await openTestStore(t);
    const { maria, juan } = await foundOnBoth(store);
    await foundCoalition(store, elsewhere, 'Olga', 'Others');
    await leaveCoalition(juan);
    await refuses('person.not-found', getMember(maria, named('Olga')));
    await refuses('person.not-found', getMember(maria, named('Juan')));
    // Whoever mentions them means somebody who is there, and hears what that person can do.
    await refuses('person.not-a-member', getMember(juan, mentioned('JUAN', 'Juan')));
  });

  it('is asked again where several members have that name', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    await actAt(store, inSlack, 'Ana Ruiz');
    await actAt(store, inSlack, 'Ana Sol');
    await refuses('person.ambiguous', getMember(maria, named('ana')));
    assert.equal((await getMember(maria, named('ana s'))).person.name, 'Ana Sol');
  });

  it('becomes a member when mentioned to be given something, and not when only asked for', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    await refuses('person.not-a-member', getMember(maria, mentioned('U77', 'Rosa')));
    const rosa = await getOrAddMember(maria, mentioned('U77', 'Rosa'));
    assert.equal(rosa.person.name, 'Rosa');
    assert.equal((await getMember(maria, mentioned('U77'))).id, rosa.id);
  });

  it('is one new member where two mention them at once', async (t) => {
    const store = await openTestStore(t);
    const maria = await foundCoalition(store, inSlack);
    const found = await Promise.all(Array.from({ length: 6 }, () => getOrAddMember(maria, mentioned('U77', 'Rosa'))));
    assert.equal(new Set(found.map(({ id }) => id)).size, 1);
  });
});
