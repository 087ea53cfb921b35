import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../../../src/time/words/english.ts';
import { mistyped, putRight } from '../../../src/time/words/mistyped.ts';
import { recurringEnglish } from '../../../src/time/words/recurrence-english.ts';
import { recurringSpanish } from '../../../src/time/words/recurrence-spanish.ts';
import { spanish } from '../../../src/time/words/spanish.ts';

const vocabularies = { en: { ...english, ...recurringEnglish }, es: { ...spanish, ...recurringSpanish } };

/** Every word that stands in a table of a language, alone or in a fixed phrase. */
function wordsOf(language: 'en' | 'es'): ReadonlySet<string> {
  const tables = Object.values(vocabularies[language]).filter(
    (each) => typeof each === 'object' && !(each instanceof RegExp) && !Array.isArray(each),
  );
  return new Set(tables.flatMap((table) => Object.keys(table)).flatMap((phrase) => phrase.split(' ')));
}

const known = new Set([...wordsOf('en'), ...wordsOf('es')]);

for (const language of ['en', 'es'] as const) {
  test(`what is mistyped in ${language} is no word of either language`, () => {
    const words = Object.keys(mistyped[language]).filter(
      (word) => known.has(word) || known.has(word.replace(/s$/, '')),
    );
    assert.deepEqual(words, []);
  });

  test(`what is put right in ${language} is a day or a month, or tomorrow`, () => {
    const { weekdays, months, namedDays } = vocabularies[language];
    for (const right of Object.values(mistyped[language])) assert.ok(right in { ...weekdays, ...months, ...namedDays });
  });
}

test('a word is put right wherever it stands, in the plural too, and all others stay', () => {
  assert.equal(
    putRight('every wensday and saterdays, until feburary 3', 'en'),
    'every wednesday and saturdays, until february 3',
  );
  assert.equal(putRight('los sabdos y miercoels a las 18', 'es'), 'los sabados y miercoles a las 18');
  assert.equal(putRight('constructor sun mon wensdayish', 'en'), 'constructor sun mon wensdayish');
});

test('no word is put right to two', () => {
  const both = Object.keys(mistyped.en).filter((word) => mistyped.es[word] !== undefined);
  assert.deepEqual(both, []);
});
