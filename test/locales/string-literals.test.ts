import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expressionMark, findStringLiterals } from './string-literals.ts';

const textsOf = (source: string) => findStringLiterals(source).map(({ text }) => text);

test('strings are found and comments and regular expressions are not', () => {
  assert.deepEqual(textsOf(`const a = 'one'; // 'two'\n/* "three" */ const b = "four";`), ['one', 'four']);
  assert.deepEqual(textsOf(`x.replace(/['"/]/g, 'five') / 2; const c = 'six';`), ['five', 'six']);
  assert.deepEqual(textsOf(`const d = 'it\\'s';`), ["it\\'s"]);
});

test('templates keep their words, and what they put in is read as code', () => {
  const source = `const a = \`task.\${status ? 'open' : f({ b: \`x\${1}\` })}.end\`; const c = 'last';`;
  assert.deepEqual(textsOf(source), ['open', `x${expressionMark}`, `task.${expressionMark}.end`, 'last']);
});

test('a string knows what it is handed to and where it stands', () => {
  const source = `log.warn({ a: f('x') }, 'said');\nthrow new Error('broken');\nconst a = 'free';`;
  assert.deepEqual(findStringLiterals(source), [
    { text: 'x', callee: 'f', line: 1 },
    { text: 'said', callee: 'log.warn', line: 1 },
    { text: 'broken', callee: 'new Error', line: 2 },
    { text: 'free', callee: '', line: 3 },
  ]);
});
