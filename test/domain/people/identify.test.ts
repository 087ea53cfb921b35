import assert from 'node:assert/strict';
import { it } from 'node:test';
import { identify, identifyMentioned } from '../../../src/domain/people/identify.ts';
import { inDiscord, inSlack, noon } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';

const maria = { place: inSlack, accountId: 'U1', name: 'Maria' };

it('makes one person of two first actions at once', async (t) => {
  const { db } = await openTestStore(t);
  const met = await Promise.all(Array.from({ length: 8 }, () => identify(db, maria, noon)));
  assert.equal(new Set(met.map(({ person }) => person.id)).size, 1);
  assert.equal(await db.account.count(), 1);
  assert.equal(await db.person.count(), 1);
});

it('tells Slack accounts apart by workspace, and Discord accounts not', async (t) => {
  const { db } = await openTestStore(t);
  const personIn = async (place: typeof inSlack, workspaceId: string) =>
    (await identify(db, { ...maria, place: { ...place, workspaceId } }, noon)).person.id;
  assert.notEqual(await personIn(inSlack, 'T1'), await personIn(inSlack, 'T2'));
  assert.equal(await personIn(inDiscord, '900'), await personIn(inDiscord, '800'));
});

it('follows what the platform says of an account', async (t) => {
  const { db } = await openTestStore(t);
  await identify(db, { ...maria, zone: 'America/Chicago', locale: 'en-US' }, noon);
  const { account, person } = await identify(db, { ...maria, name: 'María P.', locale: 'es-ES' }, noon);
  assert.equal(account.name, 'María P.');
  assert.equal(account.locale, 'es-ES');
  assert.equal(account.zone, 'America/Chicago');
  assert.equal(person.name, 'María P.');
  assert.deepEqual(await db.account.findUnique({ where: { id: account.id } }), account);
});

it('calls nobody by an old user name who has a name', async (t) => {
  const { db } = await openTestStore(t);
  const inPassing = { ...maria, name: '', nickname: 'maria.p' };
  assert.equal((await identify(db, inPassing, noon)).person.name, 'maria.p');
  assert.equal((await identify(db, maria, noon)).person.name, 'Maria');
  assert.equal((await identify(db, inPassing, noon)).person.name, 'Maria');
});

it('keeps a known name where the platform sends none', async (t) => {
  const { db } = await openTestStore(t);
  await identify(db, maria, noon);
  const { account } = await identify(db, { ...maria, name: '' }, noon);
  assert.equal(account.name, 'Maria');
});

it('does not rename somebody after how they were mentioned', async (t) => {
  const { db } = await openTestStore(t);
  const { person } = await identify(db, maria, noon);
  const mentioned = await identifyMentioned(db, { ...maria, name: 'mpz' }, noon);
  assert.deepEqual(mentioned, person);
});
