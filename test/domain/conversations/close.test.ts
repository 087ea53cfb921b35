import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { longestField } from '../../../src/core/line-params.ts';
import { answerOccurrence } from '../../../src/domain/conversations/answer.ts';
import { findAttendance } from '../../../src/domain/conversations/attendance-list.ts';
import { type Closing, closeOccurrence } from '../../../src/domain/conversations/close.ts';
import { fillClosing } from '../../../src/domain/conversations/close-form.ts';
import type { Acting } from '../../../src/domain/people/acting.ts';
import { finishTask } from '../../../src/domain/tasks/finish-task.ts';
import { getTask } from '../../../src/domain/tasks/get-task.ts';
import type { Store } from '../../../src/store/open.ts';
import { callCircle, callSeries } from '../../support/conversations.ts';
import { actAt, foundOnBoth, inDiscord, inSlack, noon, refuses } from '../../support/members.ts';
import { openTestStore } from '../../support/store.ts';
import { at, later, tickAt } from '../../support/ticking.ts';

const circle = { number: 1, occurrence: null };
const words = { everybody: 'everyone', without: (name: string) => `not ${name}` };
const after = '2027-03-03T20:00:00Z';

/** A circle that Maria leads and is over; those named have a seat, Maria and Juan are members besides. */
async function hold(t: TestContext, ...names: readonly string[]) {
  const store = await openTestStore(t);
  const { maria, juan } = await foundOnBoth(store);
  await callCircle(maria);
  const seated: Acting[] = [];
  for (const name of names) {
    const acting = await actAt(store, inSlack, name);
    await answerOccurrence(acting, circle, 'yes', 'this');
    seated.push(acting);
  }
  return { store, maria: later(maria, after), juan: later(juan, after), seated };
}

/** Opens the form, changes it, and sends it. */
async function close(
  acting: Acting,
  change: (form: Readonly<Record<string, string>>) => Partial<Closing> = () => ({}),
) {
  const form = await fillClosing(acting, circle, words);
  return closeOccurrence(acting, circle, { ...toClosing(form), ...change(form) });
}

function toClosing({ notes, decisions, present, seen }: Readonly<Record<string, string>>): Closing {
  return { notes, decisions: decisions?.split('\n'), present: present?.split('\n'), seen };
}

async function attended({ db }: Store): Promise<string[]> {
  const rows = await db.attendance.findMany({ include: { member: { include: { person: true } } } });
  return rows.map(({ member, came }) => `${member.person.name} ${came ? 'came' : 'absent'}`).sort();
}

describe('closing a conversation', () => {
  it('starts with those who have a seat, in order, and keeps what is said', async (t) => {
    const { store, maria } = await hold(t, 'Zoë', 'Ana', 'Sam');
    const form = await fillClosing(maria, circle, words);
    assert.deepEqual(form, { conversation: 'C-1', present: 'Ana\nSam\nZoë', seen: '0' });
    const closed = await closeOccurrence(maria, circle, {
      ...toClosing(form),
      notes: 'We talked.\nA lot.',
      decisions: ['We rent the hall', 'We meet again'],
      present: ['Ana', 'juan', 'Ruth Baker', '2 more', 'zoe'],
      tasks: [{ title: 'Call the hall', owner: { type: 'name', name: 'juan' } }, { title: 'Print' }],
    });
    assert.deepEqual(
      [closed.how, closed.absent.map(({ name }) => name), closed.guestNames],
      ['first', ['Sam'], ['Ruth Baker']],
    );
    const { outcome, state } = closed.occurrence;
    assert.deepEqual(
      [state, outcome?.notes, outcome?.decisions, outcome?.came, outcome?.absent, outcome?.guests],
      ['closed', 'We talked.\nA lot.', ['We rent the hall', 'We meet again'], 3, 1, 3],
    );
    assert.deepEqual(await attended(store), ['Ana came', 'Juan came', 'Sam absent', 'Zoë came']);
    const attendance = await findAttendance(maria, circle);
    assert.deepEqual([attendance?.came.length, attendance?.absent.map(({ name }) => name)], [3, ['Sam']]);
  });

  it('makes tasks as any others, which say where they come from', async (t) => {
    const { store, maria, juan } = await hold(t, 'Ana');
    const due = { wall: '2027-03-20', zone: 'UTC', at: new Date('2027-03-20T23:59:00Z'), timed: false };
    const owner = { type: 'name', name: 'Juan' } as const;
    const { tasks } = await close(maria, () => ({ tasks: [{ title: 'Call the hall', owner, due }] }));
    assert.deepEqual(
      tasks.map(({ number, conversation }) => [number, conversation]),
      [[1, { number: 1, occurrence: null, title: 'Listening circle' }]],
    );
    assert.equal(await store.db.delivery.count({ where: { letter: 'task.card.post' } }), 2, 'a card in every space');
    const schedules = await store.db.schedule.findMany({ where: { subject: 'task' } });
    assert.deepEqual(schedules.map(({ letter }) => letter).sort(), ['task.due', 'task.overdue', 'task.soon']);
    assert.ok(schedules.every(({ recipientId }) => recipientId === juan.member.id));
    assert.equal((await getTask(maria, 1)).owner?.name, 'Juan');
    const { version } = await store.db.occurrence.findFirstOrThrow();
    await finishTask(juan, 1);
    assert.equal((await store.db.occurrence.findFirstOrThrow()).version, version + 1, 'its card says that it is done');
  });

  it('can be corrected, and makes no task twice', async (t) => {
    const { store, maria } = await hold(t, 'Ana', 'Sam');
    await close(maria, () => ({
      notes: 'Old',
      decisions: ['One', 'Two', 'Three'],
      present: ['Ana', '+4', 'Juan'],
      tasks: [{ title: 'Print' }],
    }));
    const { createdAt } = await store.db.decision.findFirstOrThrow({ where: { text: 'Two' } });
    const corrector = { ...maria, now: new Date('2027-03-04T10:00:00Z') };
    const form = await fillClosing(corrector, circle, words);
    assert.deepEqual(form, {
      ...{ conversation: 'C-1', notes: 'Old', decisions: 'One\nTwo\nThree', present: 'Ana\nJuan\n+4', seen: '1' },
    });
    const { how, tasks, occurrence } = await closeOccurrence(corrector, circle, {
      ...toClosing(form),
      notes: undefined,
      decisions: ['Two', 'Four', 'One'],
      present: ['Sam', '+1'],
      tasks: [{ title: ' print' }, { title: 'Chairs' }],
    });
    assert.deepEqual([how, tasks.map(({ title }) => title)], ['corrected', ['Chairs']]);
    assert.deepEqual(
      [occurrence.outcome?.notes, occurrence.outcome?.decisions, occurrence.outcome?.guests],
      [null, ['Two', 'Four', 'One'], 1],
    );
    assert.deepEqual(await attended(store), ['Ana absent', 'Sam came'], 'Juan had no seat, so nobody missed him');
    const two = await store.db.decision.findFirstOrThrow({ where: { text: 'Two' } });
    assert.deepEqual(two.createdAt, createdAt);
    const { closedAt } = await store.db.occurrence.findFirstOrThrow();
    assert.deepEqual(closedAt, maria.now);
  });

  it('by two at once keeps what both say', async (t) => {
    const { store, maria, seated } = await hold(t, 'Ana', 'Sam', 'Eva');
    const [ana] = seated;
    assert.ok(ana);
    await store.db.member.update({ where: { id: ana.member.id }, data: { role: 'facilitator' } });
    const other = later(await actAt(store, inSlack, 'Ana'), after);
    const forms = [await fillClosing(maria, circle, words), await fillClosing(other, circle, words)].map(toClosing);
    const closed = await Promise.all([
      closeOccurrence(maria, circle, {
        ...forms[0],
        ...{ notes: 'Mine', decisions: ['One', 'Two'], present: ['Ana', 'Ruth', '+2'], tasks: [{ title: 'Print' }] },
      }),
      closeOccurrence(other, circle, {
        ...forms[1],
        ...{ notes: 'Yours', decisions: ['two', 'Three'], present: ['Sam', 'Juan'], tasks: [{ title: 'PRINT' }] },
      }),
    ]);
    assert.deepEqual(closed.map(({ how }) => how).sort(), ['first', 'joined']);
    const last = await fillClosing(maria, circle, words);
    assert.deepEqual(last.notes?.split('\n\n').sort(), ['Mine', 'Yours']);
    assert.deepEqual(new Set(last.decisions?.toLowerCase().split('\n')), new Set(['one', 'two', 'three']));
    assert.deepEqual(await attended(store), ['Ana came', 'Eva absent', 'Juan came', 'Sam came']);
    assert.equal(last.present, 'Ana\nJuan\nSam\n+3');
    assert.equal(await store.db.task.count(), 1);
  });

  it('says when the spaces hear of it, and tells them at once where they would not any more', async (t) => {
    const { store, maria } = await hold(t, 'Ana');
    const told = () => store.db.delivery.count({ where: { letter: 'conversation.summary' } });
    const { summaryAt } = await close(maria);
    assert.deepEqual([summaryAt, await told()], [new Date('2027-03-05T11:00:00Z'), 0]);
    await callCircle({ ...maria, now: noon }, { when: at('2027-03-03T12:00') });
    const late = later(maria, '2027-03-05T11:00:00Z');
    const second = { number: 2, occurrence: null };
    await tickAt(store, late.now);
    await closeOccurrence(late, second, { notes: 'Just in time' });
    assert.equal(await told(), 4, 'of both in both spaces, by the clock');
    await store.db.delivery.updateMany({ data: { status: 'skipped' } });
    await store.db.audit.deleteMany({ where: { verb: 'conversation.closed' } });
    assert.equal((await closeOccurrence(late, second, { notes: 'Late' })).summaryAt, null);
    assert.equal(await told(), 6);
    await closeOccurrence(late, second, { notes: 'Later' });
    assert.equal(await told(), 6);
  });

  it('from a form that could not be filled in takes nothing away', async (t) => {
    const { store, maria } = await hold(t, 'Ana', 'Sam');
    await closeOccurrence(maria, circle, { notes: 'We talked' });
    assert.deepEqual(await attended(store), [], 'nothing was said of who came');
    await closeOccurrence(maria, circle, { present: ['Ana'] });
    await closeOccurrence(maria, circle, { decisions: ['One'] });
    assert.deepEqual(await attended(store), ['Ana came', 'Sam absent']);
    const { notes, decisions } = await fillClosing(maria, circle, words);
    assert.deepEqual([notes, decisions], ['We talked', 'One']);
  });

  it('with an emptied list says that nobody was there', async (t) => {
    const { store, maria } = await hold(t, 'Ana');
    await close(maria, () => ({ present: undefined }));
    assert.deepEqual(await attended(store), ['Ana absent']);
  });

  it('of so many that their names fill no field says everyone, and takes out who was not there', async (t) => {
    const { store, maria } = await hold(t);
    const { db } = store;
    const { id: occurrenceId, coalitionId } = await db.occurrence.findFirstOrThrow();
    const { id: spaceId } = await db.space.findFirstOrThrow();
    for (let index = 1; index <= 120; index += 1) {
      const name = `Member ${String(index).padStart(3, '0')} of the Assembly`;
      const { id: personId } = await db.person.create({ data: { name, createdAt: noon } });
      const { id: memberId } = await db.member.create({ data: { coalitionId, personId, joinedAt: noon } });
      const rsvp = { coalitionId, occurrenceId, memberId, spaceId, answer: 'yes', seat: 'taken' } as const;
      await db.rsvp.create({ data: { ...rsvp, answeredAt: noon } });
    }
    const form = await fillClosing(maria, circle, words);
    assert.equal(form.present, 'everyone');
    const lines = ['everyone', 'not Member 007', 'sin Member 008 of the Assembly', 'Juan', '12 neighbours'];
    const { occurrence, absent } = await closeOccurrence(maria, circle, { ...toClosing(form), present: lines });
    const { came, guests } = occurrence.outcome ?? {};
    assert.deepEqual([came, absent.length, guests], [119, 2, 12]);
    const again = await fillClosing(maria, circle, words);
    assert.deepEqual(again.present?.split('\n'), [
      ...['everyone', 'not Member 007 of the Assembly', 'not Member 008 of the Assembly', 'Juan', '+12'],
    ]);
    await closeOccurrence(maria, circle, toClosing(again));
    assert.equal(await db.attendance.count({ where: { came: true } }), 119);
  });

  it('takes nothing away from what was not shown: as it was too long, or something else was given', async (t) => {
    const { store, maria } = await hold(t, 'Ana');
    const notes = 'x'.repeat(longestField - 10);
    await closeOccurrence(maria, circle, { notes });
    await closeOccurrence(maria, circle, { notes: 'And more than that' });
    const form = await fillClosing(maria, circle, words);
    assert.deepEqual([form.notes, form.seen], [undefined, '2.notes']);
    await closeOccurrence(maria, circle, toClosing(form));
    assert.equal((await store.db.occurrence.findFirstOrThrow()).notes, `${notes}\n\nAnd more than that`);
    const given = await fillClosing(maria, circle, words, { present: 'Eva' });
    assert.deepEqual([given.present, given.seen], [undefined, '3.notes.present']);
    await closeOccurrence(maria, circle, { ...toClosing(given), present: ['Juan'] });
    assert.deepEqual(await attended(store), ['Ana came', 'Juan came']);
  });

  it('is for whoever leads, once it has begun, and not of what was cancelled', async (t) => {
    const { store, maria, juan } = await hold(t, 'Ana');
    await refuses('access.not-yours', fillClosing(juan, circle, words));
    await refuses('access.not-yours', closeOccurrence(juan, circle, {}));
    const before = later(maria, '2027-03-03T17:59:00Z');
    await refuses('conversation.not-begun', fillClosing(before, circle, words));
    await refuses('conversation.not-begun', closeOccurrence(before, circle, {}));
    await closeOccurrence(later(maria, '2027-03-03T18:00:00Z'), circle, {});
    await store.db.occurrence.updateMany({ data: { state: 'cancelled' } });
    await refuses('conversation.cancelled', fillClosing(maria, circle, words));
    await refuses('conversation.not-found', fillClosing(maria, { number: 9, occurrence: null }, words));
  });

  it('of a series means its last time that has begun', async (t) => {
    const store = await openTestStore(t);
    const { maria } = await foundOnBoth(store);
    await callSeries(maria);
    const then = later(maria, '2027-03-10T20:00:00Z');
    assert.equal((await fillClosing(then, circle, words)).conversation, 'C-1.2');
    const { occurrence } = await closeOccurrence(then, circle, { decisions: ['One'] });
    assert.deepEqual([occurrence.occurrence, occurrence.state], [2, 'closed']);
    const states = await store.db.occurrence.findMany({ where: { number: { lte: 3 } }, orderBy: { number: 'asc' } });
    assert.deepEqual(
      states.map(({ state }) => state),
      ['planned', 'closed', 'planned'],
    );
  });

  it('fails as a whole where a person in it is nobody, or several', async (t) => {
    const { store, maria } = await hold(t, 'Ana', 'Sam Rivera', 'Sam Baker');
    const nobody = { title: 'Print', owner: { type: 'name', name: 'nobody' } } as const;
    await refuses('person.not-found', closeOccurrence(maria, circle, { notes: 'We talked', tasks: [nobody] }));
    const several = { notes: 'We talked', present: ['sam'], tasks: [{ title: 'Print' }] };
    await assert.rejects(closeOccurrence(maria, circle, several), {
      ...{ code: 'person.ambiguous', field: 'present', params: { given: 'sam', choices: 'Sam Rivera, Sam Baker' } },
    });
    assert.deepEqual([await store.db.task.count(), await store.db.attendance.count()], [0, 0]);
    assert.equal((await store.db.occurrence.findFirstOrThrow()).state, 'planned');
  });

  it('has a mention mean an account of that platform, and whoever is no member is a guest', async (t) => {
    const { store, maria } = await hold(t, 'Ana');
    await actAt(store, inDiscord, 'Eva');
    const present = ['<@ANA>', '<@U9STRANGER|ruth>', '@maria, Ana; Bo', '<@EVA>'];
    const { guestNames } = await closeOccurrence(maria, circle, { present });
    assert.deepEqual(guestNames, ['ruth', 'Bo', 'EVA'], 'that is another platform’s account');
    assert.deepEqual(await attended(store), ['Ana came', 'Maria came']);
    assert.equal(await store.db.member.count(), 4, 'naming a stranger makes nobody a member');
  });
});
