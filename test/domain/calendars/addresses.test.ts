import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { openCalendar, renewCalendar } from '../../../src/domain/calendars/addresses.ts';
import { findCalendar } from '../../../src/domain/calendars/find-calendar.ts';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { mergePersons } from '../../../src/domain/linking/merge-persons.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { readAddress, readOwn, type Shown } from '../../support/calendars.ts';
import { callCircle, callSeries, gather } from '../../support/conversations.ts';
import { elsewhere, foundCoalition, foundOnBoth, noon, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { at, later } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const second = { number: 2, occurrence: null };
const days = (shown: readonly Shown[]) =>
  shown.map(({ from, status }) => `${from.slice(0, 10)} ${status.toLowerCase()}`);

async function begin(t: TestContext) {
  const store = await openTestStore(t);
  return { store, ...(await foundOnBoth(store)) };
}

describe('the calendar of a member', () => {
  it('has what they said yes or maybe to, and what they lead', async (t) => {
    const { store, maria, juan } = await begin(t);
    await callCircle(maria);
    await callCircle(maria, { when: at('2027-03-04T18:00') });
    await callCircle(maria, { when: at('2027-03-05T18:00') });
    assert.deepEqual(days(await readOwn(store, juan)), []);
    await answerOccurrence(juan, circle, 'yes', 'this');
    await answerOccurrence(juan, second, 'maybe', 'this');
    await answerOccurrence(juan, { number: 3, occurrence: null }, 'no', 'this');
    assert.deepEqual(days(await readOwn(store, juan)), ['2027-03-03 confirmed', '2027-03-04 tentative']);
    assert.equal((await readOwn(store, maria)).length, 3);
    await answerOccurrence(juan, circle, 'no', 'this');
    assert.deepEqual(days(await readOwn(store, juan)), ['2027-03-04 tentative']);
  });

  it('has those times of a series alone to which they come', async (t) => {
    const { store, maria, juan } = await begin(t);
    await callSeries(maria);
    await answerOccurrence(juan, { number: 1, occurrence: 2 }, 'yes', 'this');
    assert.deepEqual(days(await readOwn(store, juan)), ['2027-03-10 confirmed']);
    await answerOccurrence(juan, { number: 1, occurrence: 4 }, 'maybe', 'this');
    assert.deepEqual(days(await readOwn(store, juan)), ['2027-03-10 confirmed', '2027-03-24 tentative']);
    await answerOccurrence(juan, circle, 'yes', 'all');
    assert.equal((await readOwn(store, juan)).length, await store.db.occurrence.count());
  });

  it('is not certain of a seat that they wait for', async (t) => {
    const { store, maria } = await begin(t);
    await callCircle(maria, { capacity: 2 });
    const members = await gather(store, 3);
    for (const member of members) await answerOccurrence(member, circle, 'yes', 'this');
    const statuses = [];
    for (const member of members) statuses.push((await readOwn(store, member))[0]?.status);
    assert.deepEqual(statuses, ['CONFIRMED', 'CONFIRMED', 'TENTATIVE']);
  });

  it('goes over all coalitions that they are in now', async (t) => {
    const { store, maria, juan } = await begin(t);
    const olga = await foundCoalition(store, elsewhere, 'Olga', 'Others');
    await callCircle(olga, { title: 'Of others' });
    await callCircle(maria);
    await answerOccurrence(juan, circle, 'yes', 'this');
    const { token } = await openCalendar(juan, 'me');
    await mergePersons(store.db, { keptId: olga.person.id, mergedId: juan.person.id, now: noon });
    const read = async () => (await readAddress(store, { token, only: null })).map(({ title }) => title);
    assert.deepEqual((await read()).sort(), ['Listening circle', 'Of others']);
    await store.db.member.update({ where: { id: juan.member.id }, data: { leftAt: noon } });
    assert.deepEqual(await read(), ['Of others']);
  });

  it('forgets what has been over for a year', async (t) => {
    const { store, maria } = await begin(t);
    await callCircle(maria);
    assert.equal((await readOwn(store, maria, 'me', new Date('2028-03-02T12:00:00Z'))).length, 1);
    assert.equal((await readOwn(store, maria, 'me', new Date('2028-03-04T12:00:00Z'))).length, 0);
  });
});

describe('the calendar of a coalition', () => {
  it('has all of its conversations, without names and without what two have with one another', async (t) => {
    const { store, maria, juan } = await begin(t);
    await callSeries(maria, { purpose: 'We listen.' });
    await callCircle(maria, { title: 'One to one', with: { type: 'name', name: 'Juan' } });
    await answerOccurrence(juan, circle, 'yes', 'all');
    const shown = await readOwn(store, juan, 'coalition');
    assert.equal(shown.length, await store.db.occurrence.count({ where: { conversation: { number: 1 } } }));
    assert.doesNotMatch(JSON.stringify(shown), /Juan|Maria|One to one/);
    assert.match(shown[0]?.description ?? '', /We listen\.\n\nC-1 of Neighbours/);
  });
});

describe('one conversation as a file', () => {
  it('is there for whoever is in its coalition, whether or not they come', async (t) => {
    const { store, maria, juan } = await begin(t);
    await callSeries(maria);
    const { token } = await openCalendar(juan, 'me');
    const { id: coalitionId } = maria.coalition;
    const whole = await readAddress(store, { token, only: { coalitionId, conversation: circle } });
    assert.equal(whole.length, await store.db.occurrence.count());
    const conversation = { number: 1, occurrence: 3 };
    const [one, ...others] = await readAddress(store, { token, only: { coalitionId, conversation } });
    assert.deepEqual([one?.from, others], ['2027-03-17T18:00:00.000Z', []]);
  });

  it('is there for nobody else, nor where there is none', async (t) => {
    const { store, maria, juan } = await begin(t);
    const olga = await foundCoalition(store, elsewhere, 'Olga', 'Others');
    await callCircle(maria);
    const find = async (acting: Acting, of: 'me' | 'coalition', number = 1) => {
      const { token } = await openCalendar(acting, of);
      const only = { coalitionId: maria.coalition.id, conversation: { number, occurrence: null } };
      return findCalendar(store.db, { token, only }, noon);
    };
    assert.equal(await find(olga, 'me'), null);
    assert.equal(await find(juan, 'me', 2), null);
    assert.equal(await find(juan, 'coalition'), null);
    assert.notEqual(await find(juan, 'me'), null);
    await store.db.member.update({ where: { id: juan.member.id }, data: { leftAt: noon } });
    assert.equal(await find(juan, 'me'), null);
  });
});

describe('the address of a calendar', () => {
  it('is the same until a new one is made, and cannot be guessed', async (t) => {
    const { maria, juan } = await begin(t);
    const first = await openCalendar(maria, 'me');
    assert.match(first.token, /^[\w-]{43}$/);
    assert.deepEqual(await openCalendar(later(maria, '2027-03-02T12:00:00Z'), 'me'), first);
    const tokens = [first, await openCalendar(juan, 'me'), await openCalendar(maria, 'coalition')];
    assert.equal(new Set(tokens.map(({ token }) => token)).size, 3);
    assert.equal((await openCalendar(juan, 'coalition')).token, tokens[2]?.token);
  });

  it('is one, whoever asks for it at the same moment', async (t) => {
    const { maria, juan } = await begin(t);
    const opened = await Promise.all([maria, juan, maria, juan].map((acting) => openCalendar(acting, 'coalition')));
    assert.equal(new Set(opened.map(({ token }) => token)).size, 1);
  });

  it('works no more at once when there is a new one', async (t) => {
    const { store, maria } = await begin(t);
    for (const owner of ['me', 'coalition'] as const) {
      const { token: old } = await openCalendar(maria, owner);
      const { token } = await renewCalendar(maria, owner);
      assert.equal(await findCalendar(store.db, { token: old, only: null }, noon), 'revoked');
      assert.notEqual(await findCalendar(store.db, { token, only: null }, noon), null);
      assert.equal((await openCalendar(maria, owner)).token, token);
    }
    assert.equal(await findCalendar(store.db, { token: 'x'.repeat(43), only: null }, noon), null);
  });

  it('of which two are made at once is the later one alone', async (t) => {
    const { store, maria } = await begin(t);
    await openCalendar(maria, 'coalition');
    await Promise.all([renewCalendar(maria, 'coalition'), renewCalendar(maria, 'coalition')]);
    assert.equal(await store.db.coalitionCalendar.count({ where: { revokedAt: null } }), 1);
  });

  it('of a coalition is made anew by organizers alone', async (t) => {
    const { store, maria, juan } = await begin(t);
    assert.equal((await openCalendar(juan, 'coalition')).renewable, false);
    await refuses('access.organizer-needed', renewCalendar(juan, 'coalition'));
    assert.equal((await openCalendar(maria, 'coalition')).renewable, true);
    const calendars = await store.db.coalitionCalendar.findMany();
    assert.deepEqual(
      calendars.map(({ revokedAt }) => revokedAt),
      [null],
    );
  });
});
