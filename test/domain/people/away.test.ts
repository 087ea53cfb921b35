import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { NamedTime } from '../../../src/core/param.ts';
import { confirmLink, requestLink } from '../../../src/domain/linking/link-accounts.ts';
import type { Acting, Caller } from '../../../src/domain/people/acting.ts';
import { type Absence, findAbsence, findAbsenceOf, setAway } from '../../../src/domain/people/away.ts';
import { changeProfile, getProfile } from '../../../src/domain/people/profile.ts';
import { unlinkAccount } from '../../../src/domain/people/unlink-account.ts';
import { toInstant } from '../../../src/time/zones.ts';
import { actAt, elsewhere, foundCoalition, foundOnBoth, inDiscord } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later } from '../../support/ticking.ts';

const chicago = 'America/Chicago';
const day = (wall: string): NamedTime => ({
  wall,
  zone: chicago,
  timed: false,
  at: toInstant(`${wall}T00:00`, chicago),
});
const hour = (wall: string, zone = chicago): NamedTime => ({ wall, zone, timed: true, at: toInstant(wall, zone) });

/** A coalition in Chicago; Maria organizes it in Slack, Juan is on Discord. */
async function start(t: TestContext) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  const away = (acting: Acting, until: NamedTime | 'off') => setAway(store.db, acting.person.id, until);
  const absence = async (acting: Acting, at: string): Promise<Absence | null> =>
    findAbsence(await getProfile({ ...acting, db: store.db }), acting.coalition, new Date(at));
  return { store, maria, juan, away, absence };
}

describe('somebody who is away', () => {
  it('is back when the day begins, by their own clock', async (t) => {
    const { maria, away, absence } = await start(t);
    await away(maria, day('2027-03-05'));
    const end = { wall: '2027-03-05', at: new Date('2027-03-05T06:00:00Z') };
    assert.deepEqual(await absence(maria, '2027-03-05T05:59:59Z'), end);
    assert.equal(await absence(maria, '2027-03-05T06:00:00Z'), null);
  });

  it('is back at a moment, and earlier where they say so', async (t) => {
    const { maria, away, absence } = await start(t);
    await away(maria, hour('2027-03-05T18:00'));
    assert.equal((await absence(maria, '2027-03-05T23:59:59Z'))?.wall, '2027-03-05T18:00');
    assert.equal(await absence(maria, '2027-03-06T00:00:00Z'), null);
    await away(maria, 'off');
    assert.equal(await absence(maria, '2027-03-02T12:00:00Z'), null);
  });

  it('keeps the hour where their zone changes, before or in the same breath', async (t) => {
    const { store, maria, absence } = await start(t);
    const caller = { ...maria, db: store.db };
    await changeProfile(caller, { away: hour('2027-03-05T18:00') });
    await changeProfile(caller, { zone: 'Europe/Madrid' });
    assert.deepEqual((await absence(maria, '2027-03-02T12:00:00Z'))?.at, new Date('2027-03-05T17:00:00Z'));
    await changeProfile(caller, { away: hour('2027-03-05T18:00', 'Europe/Madrid'), zone: 'Asia/Tokyo' });
    assert.deepEqual((await absence(maria, '2027-03-02T12:00:00Z'))?.at, new Date('2027-03-05T09:00:00Z'));
    await changeProfile(caller, { away: day('2027-03-06') });
    assert.deepEqual((await absence(maria, '2027-03-02T12:00:00Z'))?.at, new Date('2027-03-05T15:00:00Z'));
  });

  it('means the same instant where another clock than theirs read what they said', async (t) => {
    const { store, maria, away, absence } = await start(t);
    const { id } = maria.account;
    await store.db.account.update({ where: { id }, data: { zone: 'Europe/Madrid' } });
    await away(maria, hour('2027-03-05T18:00', chicago));
    const end = { wall: '2027-03-06T01:00', at: new Date('2027-03-06T00:00:00Z') };
    assert.deepEqual(await absence(maria, '2027-03-02T12:00:00Z'), end);
  });

  it('is away until the later of two ends where they turn out to be one person, and stays so when they part', async (t) => {
    const { store, maria, juan, away, absence } = await start(t);
    await away(maria, day('2027-03-05'));
    await away(juan, hour('2027-03-05T18:00'));
    const [asked, other]: Caller[] = [
      { ...maria, db: store.db },
      { ...juan, db: store.db },
    ];
    assert.ok(asked && other);
    const request = await requestLink(asked);
    const code = request.type === 'code' ? request.code.code : '';
    await confirmLink(other, code);
    await confirmLink(asked, code);
    const one = await actAt(store, inDiscord, 'Juan');
    assert.equal(one.person.id, maria.person.id);
    assert.equal((await absence(one, '2027-03-02T12:00:00Z'))?.wall, '2027-03-05T18:00');
    const own = await unlinkAccount({ ...one, db: store.db });
    assert.equal(own.awayUntil, '2027-03-05T18:00');
    assert.equal((await absence(maria, '2027-03-02T12:00:00Z'))?.wall, '2027-03-05T18:00');
  });

  it('stays away where the other of two who become one never was', async (t) => {
    const { store, maria, juan, away, absence } = await start(t);
    await away(juan, day('2027-03-05'));
    const request = await requestLink({ ...maria, db: store.db });
    const code = request.type === 'code' ? request.code.code : '';
    await confirmLink({ ...juan, db: store.db }, code);
    await confirmLink({ ...maria, db: store.db }, code);
    assert.equal((await absence(maria, '2027-03-02T12:00:00Z'))?.wall, '2027-03-05');
  });

  it('is known to the others of their coalition as long as it lasts, and to no other coalition', async (t) => {
    const { store, maria, juan, away } = await start(t);
    await away(juan, day('2027-03-05'));
    const olga = await foundCoalition(store, elsewhere, 'Olga');
    assert.equal((await findAbsenceOf(maria, juan.member.id))?.wall, '2027-03-05');
    assert.equal(await findAbsenceOf(later(maria, '2027-03-05T06:00:00Z'), juan.member.id), null);
    assert.equal(await findAbsenceOf(olga, juan.member.id), null);
    assert.equal(await findAbsenceOf(maria, null), null);
    assert.equal(await findAbsenceOf(juan, juan.member.id), null);
  });
});
