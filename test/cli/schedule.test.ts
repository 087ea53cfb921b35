import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

function schedule(...args: readonly string[]) {
  const env = { PATH: process.env.PATH, TZ: 'UTC', DEFAULT_LOCALE: 'en' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', 'schedule', ...args], {
    env,
    encoding: 'utf8',
  });
  return { status, lines: stdout.trimEnd().split('\n'), sentence: stderr.trimEnd() };
}

test('the times stand one a line, with the offset that the zone has then', () => {
  const from = ['--zone', 'America/New_York', '--from', '2027-03-01T00:00:00Z'];
  assert.deepEqual(schedule('every sunday 2:30', ...from, '--count', '3'), {
    status: 0,
    lines: ['2027-03-07T02:30:00-05:00', '2027-03-14T03:30:00-04:00', '2027-03-21T02:30:00-04:00'],
    sentence: '',
  });
});

test('there are ten times where no other number is given, and fewer where it ends', () => {
  const from = ['--zone', 'Asia/Kolkata', '--from', '2027-03-01T00:00:00+05:30'];
  assert.equal(schedule('cada día a las 8', ...from).lines.length, 10);
  const { lines } = schedule('FREQ=DAILY;COUNT=2', ...from);
  assert.deepEqual(lines, ['2027-03-01T09:00:00+05:30', '2027-03-02T09:00:00+05:30']);
});

test('months are left out, and several hours a day are several lines', () => {
  const from = ['--zone', 'America/New_York', '--from', '2027-06-28T00:00:00-04:00', '--count', '3'];
  const { lines } = schedule('every monday at 9:00 and 17:00 except in july and august', ...from);
  assert.deepEqual(lines, ['2027-06-28T09:00:00-04:00', '2027-06-28T17:00:00-04:00', '2027-09-06T09:00:00-04:00']);
});

test('a short name of a zone keeps its summer time', () => {
  const { lines } = schedule('march 20 18:00', '--zone', 'EST', '--from', '2027-03-01T00:00:00Z');
  assert.deepEqual(lines, ['2027-03-20T18:00:00-04:00']);
});

test('what takes place at the very instant counts', () => {
  const { lines } = schedule('daily 9:00', '--zone', 'UTC', '--from', '2027-03-01T09:00:00Z', '--count', '1');
  assert.deepEqual(lines, ['2027-03-01T09:00:00+00:00']);
});

test('a span is counted from the very instant', () => {
  const { lines } = schedule('in 2 hours', '--zone', 'UTC', '--from', '2027-03-01T09:00:00Z');
  assert.deepEqual(lines, ['2027-03-01T11:00:00+00:00']);
});

test('one date is one line', () => {
  const { lines } = schedule('march 14 18:00', '--zone', 'Europe/Madrid', '--from', '2027-03-01T00:00:00Z');
  assert.deepEqual(lines, ['2027-03-14T18:00:00+01:00']);
});

for (const [args, sentence] of [
  [['every banana', '--zone', 'UTC'], /every banana/],
  [['every weekday 9 and 14:30', '--zone', 'UTC'], /9:00, 14:30/],
  [['yesterday', '--zone', 'UTC'], /yesterday/],
  [['every day', '--zone', 'Mars/Olympus'], /Mars\/Olympus/],
  [['every day', '--zone', 'IST'], /IST/],
  [['every february 30', '--zone', 'UTC'], /february 30/],
  [['every day', '--zone', 'UTC', '--from', 'soon'], /soon/],
  [['every day', '--zone', 'UTC', '--count', '0'], /^0 /],
] as const) {
  test(`${args.join(' ')} ends with one sentence and 1`, () => {
    const outcome = schedule(...args);
    assert.deepEqual([outcome.status, outcome.lines], [1, ['']]);
    assert.match(outcome.sentence, sentence);
    assert.equal(outcome.sentence.split('\n').length, 1);
  });
}
