import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UserError } from '../../src/core/errors.ts';
import type { Reader } from '../../src/core/param.ts';
import { hours } from '../../src/core/params.ts';

const unasked = () => assert.fail('hours are read without their reader');
const reader: Reader = {
  names: {},
  readTime: unasked,
  readWhen: unasked,
  readRepetition: () => assert.fail(),
  readRecurrence: unasked,
  readZone: unasked,
  readLocale: unasked,
};
const read = (raw: string) => hours().schema(reader).parse(raw);

describe('hours', () => {
  for (const [raw, from, to] of [
    ['21:00-08:00', '21:00', '08:00'],
    ['21-8', '21:00', '08:00'],
    ['9pm-8', '21:00', '08:00'],
    ['9pm-8am', '21:00', '08:00'],
    ['9:30 PM – 7:15 AM', '21:30', '07:15'],
    ['9 p. m. a 8 a. m.', '21:00', '08:00'],
    ['10 to 6', '10:00', '06:00'],
    ['12am-12pm', '00:00', '12:00'],
    ['22.30 - 7', '22:30', '07:00'],
    ['21h-8h', '21:00', '08:00'],
    ['de 21:00 a 08:00', '21:00', '08:00'],
    ['de las 21 a las 8 horas', '21:00', '08:00'],
    ['entre las 22 y las 7', '22:00', '07:00'],
    ['9pm to 8am', '21:00', '08:00'],
    ['from 9 pm until 8 am', '21:00', '08:00'],
    ['between 9pm and 8am', '21:00', '08:00'],
  ] as const) {
    it(`are read from ${raw}`, () => {
      assert.deepEqual(read(raw), { from, to });
    });
  }

  for (const raw of ['late', '13pm-8', '0am-8', '24-8', '21:60-8', '8-8', '8pm-20', '21', '21-', '9pm-8xm']) {
    it(`are not read from ${raw}`, () => {
      assert.throws(
        () => read(raw),
        (error) => error instanceof UserError && error.code === 'input.quiet',
      );
    });
  }

  it('can be off', () => {
    for (const raw of ['off', 'No', 'ninguna', 'ningún', 'never', 'Nunca', 'apagado', 'desactivada'])
      assert.equal(read(raw), 'off');
  });
});
