import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { encodePress } from '../../src/core/press.ts';
import { soonNotice } from '../../src/views/conversations/notices.ts';
import { type Delay, delayedView } from '../../src/views/notices/delay.ts';
import { digestView, type Notice, noticeView } from '../../src/views/notices/notice.ts';
import { reminderNotice } from '../../src/views/notices/reminder.ts';
import { taskNotice } from '../../src/views/notices/task.ts';
import { taskDigest } from '../../src/views/tasks/digest.ts';
import { circle } from './conversation-examples.ts';
import { coalitionId, dani, maria, openTask, otherCoalitionId, speechIn } from './examples.ts';
import { actionsOf, buttonsOf, wordsOf } from './reading.ts';

const en = speechIn('en');
const es = speechIn('es');
const meantFor = new Date('2027-03-10T08:00:00Z');
const facts = { coalitionId, number: 7, text: 'Bring the keys', author: dani, for: 'other' } as const;
const here = { recipient: null, way: 'direct', delay: null } as const;

/** The lines of a notice that are no buttons, with plain spaces. */
function linesOf(speech: typeof en, notice: Notice, cause: Delay['cause']): readonly string[] {
  const view = noticeView(speech, notice, { ...here, delay: { cause, due: meantFor } });
  const lines = wordsOf(view)
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .split('\n');
  return lines.filter((line) => !line.startsWith('['));
}

const inEnglish = 'Wednesday, March 10, 2027 at 9:00 AM GMT+1';
const inSpanish = 'miércoles, 10 de marzo de 2027, 9:00 CET';

describe('what comes later than it was meant to', () => {
  const whens = {
    soon: ['is due soon: Friday, March 12, 2027.', 'vence pronto: viernes, 12 de marzo de 2027.'],
    due: ['is due: Friday, March 12, 2027.', 'vence: viernes, 12 de marzo de 2027.'],
    overdue: [
      'is still open. It was due: Friday, March 12, 2027.',
      'sigue abierta. Vencía: viernes, 12 de marzo de 2027.',
    ],
  } as const;
  const meant = {
    late: [
      `This comes late: it was meant for ${inEnglish}, and the bot was down or could not get through.`,
      `Este aviso llega tarde: era para el ${inSpanish}, y el bot estaba parado o no pudo comunicarse.`,
    ],
    quietHours: [
      `This reminder was meant for ${inEnglish} and waited for the end of your quiet hours.`,
      `Este aviso era para el ${inSpanish} y esperó al final de tus horas de silencio.`,
    ],
    budget: [
      `This reminder was meant for ${inEnglish} and waited, because that was enough for one day. /profile set budget changes how much you hear a day.`,
      `Este aviso era para el ${inSpanish} y esperó, porque ya era bastante para un día. /profile set budget cambia cuánto te digo al día.`,
    ],
  } as const;
  for (const when of ['soon', 'due', 'overdue'] as const) {
    for (const cause of ['late', 'quietHours', 'budget'] as const) {
      it(`names one due date of a task: ${when}, ${cause}`, () => {
        const say = (speech: typeof en) => linesOf(speech, taskNotice(speech, openTask, when), cause);
        const task = 'T-12 · Call the food bank';
        assert.deepEqual(say(en), [`${task} ${whens[when][0]}`, meant[cause][0]]);
        assert.deepEqual(say(es), [`${task} ${whens[when][1]}`, meant[cause][1]]);
      });
    }
  }

  for (const cause of ['late', 'quietHours', 'budget'] as const) {
    it(`does not give a conversation a due date: ${cause}`, () => {
      assert.equal(linesOf(en, soonNotice(en, circle), cause).at(-1), meant[cause][0]);
      assert.equal(linesOf(es, soonNotice(es, circle), cause).at(-1), meant[cause][1]);
    });
  }

  it('says when a reminder itself was due', () => {
    const last = (speech: typeof en, cause: Delay['cause']) =>
      linesOf(speech, reminderNotice(speech, facts, meantFor), cause).at(-1) ?? '';
    assert.match(last(en, 'late'), /^This comes late: it was due Wednesday, March 10/);
    assert.match(last(en, 'quietHours'), /^It was due Wednesday, March 10/);
    assert.match(last(en, 'budget'), /^It was due Wednesday, March 10/);
    for (const cause of ['late', 'quietHours', 'budget'] as const) assert.match(last(es, cause), /era para el/i);
  });

  it('says of the digest of tasks when it was meant to come', () => {
    const digest = taskDigest(en, coalitionId, {
      open: { tasks: [openTask], total: 1 },
      overdue: { tasks: [], total: 0 },
    });
    assert.match(
      wordsOf(delayedView(en, digest, { cause: 'late', due: meantFor })),
      /^This comes late: it was meant for/m,
    );
  });

  it('says that a task was due where its date has passed meanwhile', () => {
    const later = { ...en, now: new Date('2027-03-13T08:00:00Z') };
    const [first] = linesOf(later, taskNotice(later, openTask, 'due'), 'quietHours');
    assert.equal(first, 'T-12 · Call the food bank is still open. It was due: Friday, March 12, 2027.');
  });
});

describe('a digest of what waited', () => {
  const reminder = reminderNotice(en, facts, meantFor);
  const task = taskNotice(en, openTask, 'due');
  const conversation = soonNotice(en, circle);
  const coalition = { id: coalitionId, name: 'River City' };
  const digest = (notices: readonly Notice[]) => digestView(en, [{ coalition, notices }], here);

  it('names each thing by its number', () => {
    const words = wordsOf(digest([reminder, task, conversation]));
    assert.match(words, /^- M-7 · Dani asked me to remind you: Bring the keys \(due Wednesday, March 10/m);
    assert.match(words, /^- T-12 · Call the food bank is due/m);
    assert.match(words, /^- C-3\.2 · Listening circle begins soon/m);
  });

  it('leads to the lists of what is in it, and to no others', () => {
    const mine = { operation: 'task.mine', input: { in: coalitionId } };
    const reminders = { operation: 'reminder.list', input: { in: coalitionId, all: 'yes' } };
    const next = { operation: 'convener.next', input: { in: coalitionId } };
    assert.deepEqual(buttonsOf(digest([reminder])), { 'My reminders': reminders });
    assert.deepEqual(buttonsOf(digest([task])), { 'My tasks': mine });
    assert.deepEqual(buttonsOf(digest([conversation])), { 'What is next': next });
    assert.deepEqual(buttonsOf(digest([conversation, reminder, task])), {
      'My tasks': mine,
      'My reminders': reminders,
      'What is next': next,
    });
  });

  it('names the coalitions where there are several', () => {
    const other = { coalition: { id: otherCoalitionId, name: 'Neighbours of the Valley' }, notices: [reminder] };
    const view = digestView(en, [{ coalition, notices: [task] }, other], { ...here, recipient: maria });
    const pressed = actionsOf(view).flatMap((action) => (action.type === 'button' ? [encodePress(action.press)] : []));
    assert.deepEqual(Object.keys(buttonsOf(view)), ['My tasks in River City', 'My reminders in Neighbours o…']);
    assert.deepEqual(pressed, [`task.mine?in=${coalitionId}`, `reminder.list?in=${otherCoalitionId}&all=yes`]);
  });

  it('says once what waited since it was due and since it is overdue', () => {
    const later = { ...en, now: new Date('2027-03-13T08:00:00Z') };
    const notices = (['due', 'overdue'] as const).map((when) => taskNotice(later, openTask, when));
    assert.equal(wordsOf(digestView(later, [{ coalition, notices }], here)).split('T-12').length, 2);
  });
});
