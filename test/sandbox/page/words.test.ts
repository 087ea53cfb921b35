import assert from 'node:assert/strict';
import { it } from 'node:test';
import en from '../../../locales/en.json' with { type: 'json' };
import es from '../../../locales/es.json' with { type: 'json' };
import { pageWords, toPageWords } from '../../../src/sandbox/page/words.ts';

for (const [language, words] of Object.entries({ en, es })) {
  it(`the page has all its words in ${language}, and none that it does not use`, () => {
    const own = Object.keys(words).filter((key) => key.startsWith('sandbox.'));
    assert.deepEqual(own.sort(), pageWords.map((word) => `sandbox.${word}`).sort());
    for (const word of Object.values(toPageWords(words))) assert.ok(!word.startsWith('sandbox.'));
  });
}
