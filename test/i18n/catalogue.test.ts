import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCatalogue, languageName } from '../../src/i18n/catalogue.ts';

const catalogue = createCatalogue();

const wishes: [readonly (string | null | undefined)[], string][] = [
  [['es-419'], 'es'],
  [['en-GB'], 'en'],
  [['es_MX'], 'es'],
  [['ES'], 'es'],
  [[null, undefined, 'es'], 'es'],
  [['fr-FR', 'es-ES'], 'es'],
  [['fr'], 'en'],
  [['not a tag!', ''], 'en'],
  [[], 'en'],
];

for (const [given, chosen] of wishes) {
  test(`the wishes ${JSON.stringify(given)} choose ${chosen}`, () => {
    assert.equal(catalogue.chooseLocale(...given), chosen);
  });
}

for (const [raw, found] of [
  ['Spanish', 'es'],
  ['español', 'es'],
  ['espanol', 'es'],
  ['inglés', 'en'],
  ['es-AR', 'es'],
  [' English ', 'en'],
  ['Klingon', null],
  ['fr', null],
  ['', null],
] as const) {
  test(`the language ${JSON.stringify(raw)} is found as ${found}`, () => {
    assert.equal(catalogue.findLocale(raw), found);
  });
}

test('a language that is not spoken is answered in English', () => {
  assert.deepEqual(catalogue.speak('fr')('form.submit'), catalogue.speak('en')('form.submit'));
  assert.notDeepEqual(catalogue.speak('es')('form.submit'), catalogue.speak('en')('form.submit'));
});

test('a language has its name in the language of the reader', () => {
  assert.equal(languageName('es', 'en'), 'Spanish');
  assert.equal(languageName('en', 'es'), 'inglés');
});
