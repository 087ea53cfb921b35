import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCatalogue } from '../../src/i18n/catalogue.ts';
import { chooseSpeech } from '../../src/views/choose-speech.ts';

const now = new Date('2027-03-01T12:00:00Z');
const defaults = { locale: 'en', zone: 'UTC' };
const choose = (known: Parameters<typeof chooseSpeech>[3]) => {
  const { locale, zone } = chooseSpeech(createCatalogue(), defaults, now, known);
  return [locale, zone];
};

const person = { locale: 'es', zone: 'Asia/Tokyo' };
const account = { locale: 'es-419', zone: 'America/Chicago' };
const coalition = { locale: 'es', zone: 'Europe/Madrid' };
const unknown = { locale: null, zone: null };

describe('how somebody is spoken to', () => {
  it('is as they chose, whatever else is known', () => {
    const sent = 'en-US';
    assert.deepEqual(choose({ person, account, coalition, sent }), ['es', 'Asia/Tokyo']);
  });

  it('is as their platform says, where they have not chosen', () => {
    assert.deepEqual(choose({ person: unknown, account, coalition }), ['es', 'America/Chicago']);
    assert.deepEqual(choose({ person: unknown, account, coalition, sent: 'en-GB' }), ['en', 'America/Chicago']);
  });

  it('is as another account of theirs says, where this one does not', () => {
    const others = [unknown, { locale: 'en-US', zone: 'America/Chicago' }];
    assert.deepEqual(choose({ person: unknown, account: { locale: 'es', zone: null }, others, coalition }), [
      'es',
      'America/Chicago',
    ]);
    assert.deepEqual(choose({ person: unknown, account: unknown, others, coalition }), ['en', 'America/Chicago']);
  });

  it('says on whose word', () => {
    const on = (known: Parameters<typeof chooseSpeech>[3]) =>
      chooseSpeech(createCatalogue(), { locale: 'de', zone: 'UTC' }, now, known).from;
    assert.deepEqual(on({ person, account, coalition }), { zone: 'person', locale: 'person' });
    assert.deepEqual(on({ person: unknown, account: unknown, others: [account], coalition }), {
      zone: 'account',
      locale: 'account',
    });
    assert.deepEqual(on({ account: unknown, sent: 'de-DE', coalition }), { zone: 'coalition', locale: 'coalition' });
    assert.deepEqual(on({}), { zone: 'installation', locale: 'installation' });
  });

  it('is as their coalition does, where nobody says, and else as the installation does', () => {
    assert.deepEqual(choose({ person: unknown, account: unknown, coalition }), ['es', 'Europe/Madrid']);
    assert.deepEqual(choose({ person: unknown, account: unknown }), ['en', 'UTC']);
    assert.deepEqual(choose({}), ['en', 'UTC']);
  });

  it('is the next best where a language is not spoken', () => {
    assert.deepEqual(choose({ person: unknown, account: { locale: 'de-DE', zone: null }, coalition }), [
      'es',
      'Europe/Madrid',
    ]);
  });
});
