import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plain } from '../../src/core/rich-text.ts';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { showDuration } from '../../src/i18n/durations.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const said: readonly (readonly [ms: number, en: string, es: string])[] = [
  [0, '0 seconds', '0 segundos'],
  [second, '1 second', '1 segundo'],
  [90 * second, '90 seconds', '90 segundos'],
  [2 * minute, '2 minutes', '2 minutos'],
  [90 * minute, '90 minutes', '90 minutos'],
  [119.7 * minute, '2 hours', '2 horas'],
  [47 * hour, '47 hours', '47 horas'],
  [47.9 * hour, '2 days', '2 días'],
  [6 * day + 22 * hour, '7 days', '7 días'],
  [1_200 * day, '1,200 days', '1200 días'],
];

test('a duration is said in the one unit that fits it', () => {
  for (const [ms, en, es] of said) assert.deepEqual([showDuration({ ms }, 'en'), showDuration({ ms }, 'es')], [en, es]);
});

test('a message says a duration in its own language', () => {
  const { speak } = createCatalogue();
  const late = { sent: 'x', late: { ms: 9_961 * minute } };
  assert.equal(plain(speak('en')('reminder.outcome.sent-late', late)), 'x, 7 days late');
  assert.equal(plain(speak('es')('reminder.outcome.sent-late', late)), 'x, con 7 días de retraso');
});
