import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMinutes } from '../../src/core/minutes.ts';

describe('how long something takes', () => {
  for (const [words, minutes] of [
    ['90', 90],
    ['90 min', 90],
    ['45 minutos', 45],
    ['1h30', 90],
    ['1:30', 90],
    ['2h', 120],
    ['2 hours', 120],
    ['1.5 hours', 90],
    ['1,5 horas', 90],
    ['An hour', 60],
    ['an hour and a half', 90],
    ['two and a half hours', 150],
    ['1 hour and 15 minutes', 75],
    ['1 hour 15', 75],
    ['half an hour', 30],
    ['three quarters of an hour', 45],
    ['media hora', 30],
    ['hora y media', 90],
    ['una hora y media', 90],
    ['dos horas y cuarto', 135],
    ['tres cuartos de hora', 45],
    ['5', 5],
    ['24 hours', 1_440],
  ] as const) {
    it(`reads "${words}"`, () => assert.equal(readMinutes(words), minutes));
  }

  for (const words of ['', '4', '25 hours', '1h90', 'soon', 'constructor hours', '-90', '1e2', 'hour of', '90 days']) {
    it(`does not read "${words}"`, () => assert.equal(readMinutes(words), null));
  }
});
