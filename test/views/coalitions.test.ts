import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inviteGiven } from '../../src/views/coalitions/invite.ts';
import { coalitionShown } from '../../src/views/coalitions/show.ts';
import { coalitionId, overview, speechIn } from './examples.ts';
import { buttonsOf, wordsOf } from './reading.ts';

test('a coalition shows its spaces, marks the lost, and counts who takes part', () => {
  const words = wordsOf(coalitionShown(speechIn('en'), overview));
  assert.match(words, /^- #general on Slack$/m);
  assert.match(words, /^- #youth on Discord: out of my reach \(since Tuesday, March 9, 2027/m);
  assert.match(words, /^Members: 1 organizer, 2 bridge-builders, and 14 members without a special role$/m);
  assert.match(words, /^Sectors: faith, health, and youth$/m);
  assert.match(words, /^Areas: none named yet$/m);
});

test('the same stands in Spanish', () => {
  const words = wordsOf(coalitionShown(speechIn('es'), overview));
  assert.match(words, /^Miembros: 1 en organización, 2 de enlace y 14 miembros sin rol especial$/m);
  assert.match(words, /^Idioma: español$/m);
});

test('an invite tells what to say where, until when, and can be revoked', () => {
  const view = inviteGiven(speechIn('en'), {
    coalitionId,
    code: 'K7QF-2MXA',
    expiresAt: new Date('2027-03-17T11:00:00Z'),
  });
  assert.match(wordsOf(view), /says \/coalition link K7QF-2MXA$/m);
  assert.match(wordsOf(view), /It works until Wednesday, March 17, 2027/);
  assert.deepEqual(buttonsOf(view), {
    'Revoke this code': { operation: 'coalition.revoke', input: { in: coalitionId, code: 'K7QF-2MXA' } },
  });
});
