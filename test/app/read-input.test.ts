import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readInput } from '../../src/app/read-input.ts';
import { createReader } from '../../src/app/reader.ts';
import { UserError } from '../../src/core/errors.ts';
import { choice, person, reference, text, time, zone } from '../../src/core/params.ts';
import { recurrence, when } from '../../src/core/recurrence-params.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { chooseSpeech } from '../../src/views/choose-speech.ts';

const catalogue = createCatalogue();
const now = new Date('2027-03-01T12:00:00Z');
const speech = chooseSpeech(catalogue, { locale: 'en', zone: 'Europe/Madrid' }, now, {});
const reader = createReader(catalogue, speech, { U1: 'Maria López' });

const params = {
  title: text({ required: true, max: 20 }),
  owner: person(),
  due: time({ dayMeans: 'end' }),
  task: reference('task'),
  status: choice(['open', 'done']),
  zone: zone(),
};

describe('the input of an operation', () => {
  it('is read by its params, in the zone of whoever wrote it', () => {
    const input = readInput(
      params,
      { title: ' Call ', owner: '<@U1>', due: '2027-03-14 18:00', task: 't12', status: 'DONE', zone: 'chicago' },
      reader,
    );
    assert.deepEqual(input, {
      title: 'Call',
      owner: { type: 'account', accountId: 'U1', name: 'Maria López' },
      due: {
        at: new Date('2027-03-14T17:00:00Z'),
        wall: '2027-03-14T18:00',
        zone: 'Europe/Madrid',
        timed: true,
      },
      task: 12,
      status: 'done',
      zone: 'America/Chicago',
    });
  });

  it('has undefined for what was not given, and nothing that was not declared', () => {
    const input = readInput(params, { title: 'Call', owner: '  ', in: 'coalition', more: 'x' }, reader);
    assert.deepEqual(
      Object.entries(input).filter(([, value]) => value !== undefined),
      [['title', 'Call']],
    );
    assert.ok(!('in' in input) && !('more' in input));
  });

  it('that cannot be read is named, whatever is wrong with it', () => {
    for (const [raw, code, field] of [
      [{}, 'input.missing', 'title'],
      [{ title: ' \u200b ' }, 'input.missing', 'title'],
      [{ title: 'x'.repeat(21) }, 'input.too-long', 'title'],
      [{ title: 'Call', due: 'someday' }, 'input.date', 'due'],
      [{ title: 'Call', due: '2020-01-01' }, 'input.date-past', 'due'],
      [{ title: 'Call', task: 'K-1' }, 'input.reference', 'task'],
      [{ title: 'Call', status: 'asleep' }, 'input.choice', 'status'],
      [{ title: 'Call', zone: 'Atlantis' }, 'input.zone', 'zone'],
    ] as const) {
      assert.throws(
        () => readInput(params, raw, reader),
        (error) => {
          assert.ok(error instanceof UserError);
          assert.deepEqual([error.code, error.field, error.params.field], [code, field, field]);
          return true;
        },
      );
    }
  });

  it('that comes again may leave out the word for every, but not with a day that comes once', () => {
    const again = { repeat: recurrence() };
    for (const raw of ['tomorrow', 'mañana', 'Mañana a las 9', 'mañana por la tarde', 'hoy']) {
      assert.throws(() => readInput(again, { repeat: raw }, reader), { code: 'input.recurrence' });
    }
    for (const [raw, rule] of [
      ['monday 9:00', 'FREQ=WEEKLY;BYDAY=MO'],
      ['los lunes por la mañana', 'FREQ=WEEKLY;BYDAY=MO'],
      ['cada mañana', 'FREQ=DAILY'],
    ] as const) {
      const { repeat } = readInput(again, { repeat: raw }, reader);
      assert.equal((repeat as { rule: string }).rule, rule);
    }
  });

  it('that never comes, or is over, is called that', () => {
    const again = { when: when(), repeat: recurrence() };
    for (const [raw, code] of [
      [{ when: 'every february 30' }, 'input.never'],
      [{ repeat: 'february 30' }, 'input.never'],
      [{ repeat: 'cada martes hasta 2020-01-01' }, 'input.date-past'],
      [{ when: 'every tuesday until 2020-01-01' }, 'input.date-past'],
    ] as const) {
      assert.throws(() => readInput(again, raw, reader), { code });
    }
  });

  it('that comes again says which hours do not go together, even where the word for every is left out', () => {
    const again = { when: when(), repeat: recurrence() };
    for (const [raw, code] of [
      [{ repeat: 'banana' }, 'input.recurrence'],
      [{ repeat: 'weekday 9:00 and 14:30' }, 'input.hours'],
      [{ repeat: 'lunes a las 9 y cuarto y a las 17' }, 'input.hours'],
      [{ when: 'every weekday 9:00 and 14:30' }, 'input.hours'],
    ] as const) {
      assert.throws(() => readInput(again, raw, reader), { code });
    }
  });
});
