import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { findAddressees, loadListenersIn } from '../../../src/domain/audiences/addressees.ts';
import { isListener, loadListeners } from '../../../src/domain/audiences/listeners.ts';
import { tellAudience, tellMember } from '../../../src/domain/audiences/tell.ts';
import { leaveCoalition } from '../../../src/domain/coalitions/leave-coalition.ts';
import { unlinkSpace } from '../../../src/domain/coalitions/unlink-space.ts';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { cancelOccurrence } from '../../../src/domain/conversations/cancel.ts';
import type { LetterKind } from '../../../src/domain/deliveries/letters.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import type { Prisma, RsvpAnswer } from '../../../src/store/generated/sqlite/client.ts';
import type { Store } from '../../../src/store/open.ts';
import { callCircle, callSeries, gather } from '../../support/conversations.ts';
import {
  actAt,
  elsewhere,
  foundCoalition,
  foundOnBoth,
  inSlack,
  linkPlace,
  noon,
  spaceOf,
} from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { later, tickAt } from '../../support/ticking.ts';

const first = { number: 1, occurrence: null };
const say = (acting: Acting, answer: RsvpAnswer = 'yes') => answerOccurrence(acting, first, answer, 'this');

async function start(t: TestContext) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  return { store, maria, juan };
}

/** The first time of the first conversation, as a letter about it has it. */
async function about({ db }: Store, letter: LetterKind) {
  const { id: subjectId, coalitionId } = await db.occurrence.findFirstOrThrow({ orderBy: { startsAt: 'asc' } });
  return { coalitionId, subjectId, letter };
}

const namesOf = async (store: Store, letter: LetterKind) =>
  (await loadListeners(store.db, await about(store, letter))).map(({ member }) => member.person.name);
const change = ({ db }: Store, { person }: Acting, data: Prisma.PersonUpdateInput) =>
  db.person.update({ where: { id: person.id }, data });
const waiting = (store: Store, letter: LetterKind) =>
  store.db.delivery.findMany({ where: { letter, status: 'pending' }, orderBy: { id: 'asc' } });

describe('an audience', () => {
  it('is those who have a seat, or all who said yes or maybe, in the order of their answers', async (t) => {
    const { store, maria, juan } = await start(t);
    await callCircle(maria, { capacity: 1 });
    const [ana, luis] = await gather(store, 2);
    assert.ok(ana && luis);
    await say(juan);
    await say(later(maria, '2027-03-01T12:01:00Z'));
    await say(later(ana, '2027-03-01T12:02:00Z'), 'maybe');
    await say(later(luis, '2027-03-01T12:03:00Z'), 'no');
    assert.deepEqual(await namesOf(store, 'conversation.tomorrow'), ['Juan']);
    assert.deepEqual(await namesOf(store, 'conversation.moved'), ['Juan', 'Maria', 'Member1']);
    for (const [acting, listens] of [
      [juan, true],
      [ana, true],
      [luis, false],
    ] as const)
      assert.equal(await isListener(store.db, await about(store, 'conversation.moved'), acting.member.id), listens);
  });

  it('has nobody who has left', async (t) => {
    const { store, maria, juan } = await start(t);
    await callCircle(maria);
    await say(juan);
    await store.db.member.update({ where: { id: juan.member.id }, data: { leftAt: noon } });
    assert.deepEqual(await namesOf(store, 'conversation.soon'), []);
    assert.equal(await isListener(store.db, await about(store, 'conversation.soon'), juan.member.id), false);
  });

  it('is whoever leads it; then whoever called it; then the organizers', async (t) => {
    const { store, maria, juan } = await start(t);
    const ana = await actAt(store, inSlack, 'Ana');
    await callCircle(juan, { facilitator: { type: 'name', name: 'Ana' } });
    assert.deepEqual(await namesOf(store, 'conversation.closing'), ['Ana']);
    await leaveCoalition(ana);
    assert.deepEqual(await namesOf(store, 'conversation.closing'), ['Juan']);
    assert.equal(await isListener(store.db, await about(store, 'conversation.closing'), juan.member.id), true);
    await leaveCoalition(juan);
    assert.deepEqual(await namesOf(store, 'conversation.closing'), ['Maria']);
    assert.equal(await isListener(store.db, await about(store, 'conversation.closing'), maria.member.id), true);
  });

  it('of a series that was called off is everybody who was coming to any of it, once', async (t) => {
    const { store, maria, juan } = await start(t);
    const ana = await actAt(store, inSlack, 'Ana');
    await callSeries(maria);
    await answerOccurrence(juan, first, 'yes', 'all');
    await answerOccurrence(ana, { number: 1, occurrence: 2 }, 'yes', 'this');
    await cancelOccurrence(maria, { number: 1, occurrence: 2 }, { dates: 'this' });
    await cancelOccurrence(later(maria, '2027-03-01T12:01:00Z'), first, { dates: 'all' });
    const { id: subjectId, coalitionId } = await store.db.conversation.findFirstOrThrow();
    const listeners = await loadListeners(store.db, {
      coalitionId,
      subjectId,
      letter: 'conversation.series-cancelled',
    });
    // Ana heard of hers when that one was called off.
    assert.deepEqual(
      listeners.map(({ member }) => member.person.name),
      ['Juan'],
    );
  });

  it('is of one coalition', async (t) => {
    const { store, maria, juan } = await start(t);
    const olga = await foundCoalition(store, elsewhere, 'Olga', 'Others');
    await callCircle(maria);
    await say(juan);
    const { subjectId, letter } = await about(store, 'conversation.tomorrow');
    const foreign = { coalitionId: olga.coalition.id, subjectId, letter };
    assert.deepEqual(await loadListeners(store.db, foreign), []);
    assert.deepEqual(await loadListeners(store.db, { ...foreign, letter: 'conversation.closing' }), []);
    assert.equal(await isListener(store.db, foreign, juan.member.id), false);
  });

  it('is asked for by letters that have one alone', async (t) => {
    const { store, maria, juan } = await start(t);
    await callCircle(maria);
    await say(juan);
    const about_ = await about(store, 'conversation.summary');
    assert.equal(await findAddressees(store.db, about_), null);
    assert.deepEqual(await loadListeners(store.db, about_), []);
    assert.equal(await isListener(store.db, about_, juan.member.id), false);
  });
});

describe('a letter for an audience', () => {
  it('is one for each space and one for each who wants it directly; who wants none is left out', async (t) => {
    const { store, maria, juan } = await start(t);
    const [ana, luis, eva] = await gather(store, 3);
    assert.ok(ana && luis && eva);
    await callCircle(maria);
    for (const acting of [maria, juan, ana, luis, eva]) await say(acting);
    await change(store, ana, { reminders: 'dm' });
    await change(store, luis, { reminders: 'off' });
    await tickAt(store, '2027-03-02T11:00:00Z');
    const rows = await waiting(store, 'conversation.tomorrow');
    assert.deepEqual(
      rows.map(({ recipientId, spaceId }) => [recipientId, spaceId]).toSorted(),
      [
        [ana.member.id, spaceOf(maria).id],
        [null, spaceOf(juan).id],
        [null, spaceOf(maria).id],
      ].toSorted(),
    );
    const named = await Promise.all(
      rows.filter(({ recipientId }) => recipientId === null).map((row) => loadListenersIn(store.db, row)),
    );
    assert.deepEqual(named.map((members) => members.map(({ person }) => person.name)).toSorted(), [
      ['Juan'],
      ['Maria', 'Member3'],
    ]);
  });

  it('of which a change is told reaches those, too, who want no reminders', async (t) => {
    const { store, maria, juan } = await start(t);
    await callCircle(maria);
    await say(juan);
    await change(store, juan, { reminders: 'off' });
    const { coalitionId, subjectId } = await about(store, 'conversation.moved');
    const from = { from: '2027-03-03T18:00', byId: maria.member.id };
    await tellAudience(store.db, { coalitionId, subjectId, now: noon }, 'conversation.moved', from);
    const [row, ...others] = await waiting(store, 'conversation.moved');
    assert.ok(row);
    assert.deepEqual(others, []);
    assert.deepEqual([row.spaceId, row.urgent, row.data], [spaceOf(juan).id, true, from]);
    assert.equal((await loadListenersIn(store.db, row)).length, 1);
  });

  it('is told in an open space where the one in which they answered is closed', async (t) => {
    const { store, maria, juan } = await start(t);
    await callCircle(maria);
    await say(juan);
    await store.db.space.update({ where: { id: spaceOf(juan).id }, data: { lostAt: noon } });
    await tickAt(store, '2027-03-02T11:00:00Z');
    const [row] = await waiting(store, 'conversation.tomorrow');
    assert.ok(row);
    assert.equal(row.spaceId, spaceOf(maria).id);
    assert.equal((await loadListenersIn(store.db, row)).length, 1);
  });

  it('to one member stands in the space where they are', async (t) => {
    const { store, maria, juan } = await start(t);
    await callCircle(maria);
    const { coalitionId, subjectId } = await about(store, 'conversation.offered');
    const to = { memberId: juan.member.id, spaceId: spaceOf(maria).id };
    await tellMember(store.db, { coalitionId, subjectId, now: noon }, 'conversation.offered', {}, to);
    const [row] = await waiting(store, 'conversation.offered');
    assert.deepEqual([row?.recipientId, row?.spaceId], [juan.member.id, spaceOf(juan).id]);
  });
});

describe('those who were to be told together in a space that is closed', () => {
  const named = async (store: Store) => {
    const rows = await waiting(store, 'conversation.tomorrow');
    const groups = rows.map(async (row) => [
      row.spaceId,
      (await loadListenersIn(store.db, row)).map(({ person }) => person.name).join(),
    ]);
    return (await Promise.all(groups)).toSorted();
  };

  it('are told in another, each of them once', async (t) => {
    const { store, maria, juan } = await start(t);
    const ana = await actAt(store, inSlack, 'Ana');
    await callCircle(maria);
    for (const acting of [maria, juan]) await say(acting);
    await say(later(ana, '2027-03-01T12:01:00Z'));
    await tickAt(store, '2027-03-02T11:00:00Z');
    await unlinkSpace(maria);
    assert.deepEqual(await named(store), [
      [spaceOf(juan).id, 'Juan'],
      [spaceOf(juan).id, 'Maria,Ana'],
    ]);
    // Who comes no more until then is not told.
    await store.db.rsvp.updateMany({ where: { memberId: ana.member.id }, data: { answer: 'no', seat: null } });
    assert.deepEqual(await named(store), [
      [spaceOf(juan).id, 'Juan'],
      [spaceOf(juan).id, 'Maria'],
    ]);
  });

  it('are told in a third where that is closed, too, and nowhere when all are', async (t) => {
    const { store, maria, juan } = await start(t);
    const third = await linkPlace(store, maria, elsewhere, 'Olga');
    await callCircle(maria);
    await say(maria);
    await tickAt(store, '2027-03-02T11:00:00Z');
    await unlinkSpace(maria);
    await unlinkSpace(third);
    assert.deepEqual(await named(store), [[spaceOf(juan).id, 'Maria']]);
    await unlinkSpace(juan);
    assert.deepEqual(await named(store), []);
  });
});

describe('a crowd', () => {
  /** So many in one space who come, without the cost of their acts. */
  async function crowd(store: Store, { coalition, space }: Acting, count: number): Promise<void> {
    const { id: occurrenceId } = await store.db.occurrence.findFirstOrThrow();
    const coalitionId = coalition.id;
    const members = Array.from({ length: count }, (_, index) => ({ personId: crypto.randomUUID(), name: `P${index}` }));
    await store.db.person.createMany({
      data: members.map(({ personId: id, name }) => ({ id, name, createdAt: noon })),
    });
    await store.db.account.createMany({
      data: members.map(({ personId, name }) => {
        return { personId, name, platform: 'slack' as const, workspaceId: 'T1', accountId: name, createdAt: noon };
      }),
    });
    await store.db.member.createMany({
      data: members.map(({ personId }) => ({ personId, coalitionId, joinedAt: noon })),
    });
    const rows = await store.db.member.findMany({ where: { person: { name: { startsWith: 'P' } } } });
    await store.db.rsvp.createMany({
      data: rows.map(({ id: memberId }) => {
        const yes = { answer: 'yes', seat: 'taken', answeredAt: noon } as const;
        return { coalitionId, occurrenceId, memberId, spaceId: space?.id ?? '', ...yes };
      }),
    });
  }

  it('is named by as many posts as it takes, and whoever comes or goes meanwhile moves nobody', async (t) => {
    const { store, maria } = await start(t);
    await callCircle(maria);
    await crowd(store, maria, 200);
    await tickAt(store, '2027-03-02T11:00:00Z');
    const rows = await waiting(store, 'conversation.tomorrow');
    const named = async () => {
      const parts = await Promise.all(rows.map((row) => loadListenersIn(store.db, row)));
      return parts.map((members) => members.map(({ person }) => person.name));
    };
    const before = await named();
    assert.deepEqual(
      before.map((names) => names.length),
      [66, 67, 67],
    );
    assert.equal(new Set(before.flat()).size, 200);
    const gone = before[0]?.slice(0, 10) ?? [];
    await store.db.rsvp.updateMany({
      where: { member: { person: { name: { in: gone } } } },
      data: { answer: 'no', seat: null },
    });
    await say(later(maria, '2027-03-02T11:00:00Z'));
    const after = await named();
    const stayed = (names: readonly string[] | undefined) => names?.filter((name) => !gone.includes(name));
    for (const [index, names] of after.entries())
      assert.deepEqual(
        names.filter((name) => name !== 'Maria'),
        stayed(before[index]),
      );
    assert.equal(after.flat().filter((name) => name === 'Maria').length, 1);
    assert.equal(new Set(after.flat()).size, 191);
  });
});
