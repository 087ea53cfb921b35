import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { errorCodes } from '../../src/core/errors.ts';

const root = `${import.meta.dirname}/../..`;
const lists = ['src/core/errors.ts', 'src/i18n/error-params.ts'];
const sources = globSync(['src/**/*.ts', 'commands/*.ts'], { cwd: root })
  .filter((path) => !lists.includes(path) && !path.startsWith('src/views/'))
  .map((path) => readFileSync(`${root}/${path}`, 'utf8'))
  .join('\n');

for (const code of errorCodes) {
  test(`somebody throws ${code}`, () => assert.ok(sources.includes(`'${code}'`)));
}
