import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mention, plain } from '../../src/core/rich-text.ts';
import { createTranslate } from '../../src/i18n/messages.ts';
import type { MessageKey } from '../../src/i18n/translate.ts';

/** Messages of our own making, so that the tests do not hang on the wording of the locales. */
function speakingOf(messages: Record<string, string>, locale = 'en') {
  const translate = createTranslate(locale, messages as Record<MessageKey, string>);
  return (key: string, params?: Parameters<typeof translate>[1], zone?: string) =>
    translate(key as MessageKey, params, zone);
}

const maria = { name: 'María', accounts: [] };

test('tags become spans and keep what stands in them', () => {
  const t = speakingOf({ hint: 'Type <code>/task {sub}</code>, <b>then {who}</b>.' });
  assert.deepEqual(t('hint', { sub: 'add', who: mention(maria) }), [
    { type: 'text', text: 'Type ' },
    { type: 'code', text: '/task add' },
    { type: 'text', text: ', ' },
    {
      type: 'bold',
      children: [
        { type: 'text', text: 'then ' },
        { type: 'mention', member: maria },
      ],
    },
    { type: 'text', text: '.' },
  ]);
});

test('words of people are never read as markup', () => {
  const t = speakingOf({ said: '<b>{title}</b>' });
  const title = '<code>{x}</code> <b> & <!channel>';
  assert.deepEqual(t('said', { title }), [{ type: 'bold', children: [{ type: 'text', text: title }] }]);
});

test('empty rich text shows nothing', () => {
  assert.deepEqual(speakingOf({ said: '{what}' })('said', { what: [] }), []);
});

test('plurals follow the language', () => {
  const count = '{n, plural, one {# tarea} many {# de tareas} other {# tareas}}';
  const t = speakingOf({ count }, 'es');
  assert.equal(plain(t('count', { n: 1 })), '1 tarea');
  assert.equal(plain(t('count', { n: 0 })), '0 tareas');
  assert.equal(plain(t('count', { n: 1_000_000 })), '1.000.000 de tareas');
});

test('a moment becomes a span whose words are in the zone of the reader', () => {
  const at = new Date('2027-03-14T17:00:00Z');
  const [span] = speakingOf({ when: '{at}' }, 'es')('when', { at }, 'Europe/Madrid');
  assert.equal(span?.type, 'time');
  assert.deepEqual(span?.type === 'time' && [span.at, span.style], [at, 'moment']);
  assert.match(span?.type === 'time' ? span.fallback : '', /domingo, 14 de marzo de 2027.*18:00/);
});

test('a missing param and an unknown key are mistakes that show', () => {
  const t = speakingOf({ said: '{title}' });
  assert.throws(() => t('said'), /title/);
  assert.throws(() => t('toString'), /no message toString/);
});
