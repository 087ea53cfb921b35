import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sayDiscordMoment } from '../../../../../src/sandbox/page/browser/discord/moments.ts';
import { saySlackMoment } from '../../../../../src/sandbox/page/browser/slack/moments.ts';

const now = new Date('2026-11-21T12:00:00Z');
const madrid = { locale: 'es-ES', zone: 'Europe/Madrid', now };
const losAngeles = { locale: 'en-US', zone: 'America/Los_Angeles', now };
const late = new Date('2026-11-22T06:30:00Z');

/** Intl puts narrow blanks where a test would not see them. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('a moment in a message', () => {
  it('stands in the zone and the language of whoever reads it', () => {
    assert.equal(plain(sayDiscordMoment(late, 't', madrid)), '7:30');
    assert.equal(plain(sayDiscordMoment(late, 't', losAngeles)), '10:30 PM');
    assert.equal(plain(saySlackMoment(late, '{date_long} {time}', madrid)), 'domingo, 22 de noviembre de 2026 7:30');
    assert.equal(plain(saySlackMoment(late, '{date} {time}', losAngeles)), 'November 21, 2026 10:30 PM');
  });

  it('is near or far from the present of the sandbox', () => {
    assert.equal(sayDiscordMoment(late, 'R', losAngeles), 'in 19 hours');
    assert.equal(sayDiscordMoment(new Date('2026-11-14T12:00:00Z'), 'R', madrid), 'la semana pasada');
    assert.equal(saySlackMoment(late, '{ago}', madrid), 'dentro de 19 horas');
  });

  it('is today or tomorrow by the calendar of whoever reads it', () => {
    assert.equal(saySlackMoment(late, '{date_pretty}', madrid), 'mañana');
    assert.equal(saySlackMoment(late, '{date_pretty}', losAngeles), 'today');
  });

  it('shows a token that there is not as it was written', () => {
    assert.equal(saySlackMoment(late, 'at {nothing}', losAngeles), 'at {nothing}');
  });
});
