import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

const program = `
  import { surviveRejections } from '../../src/cli/survive-rejections.ts';
  import { createLog } from '../../src/log.ts';
  if (process.argv[1] === 'survive') surviveRejections(createLog('error'));
  setImmediate(() => console.log('still here'));
  Promise.reject(new TypeError('in a private method'));
`;

function run(...args: readonly string[]) {
  const options = ['--input-type=module', '--eval', program, ...args];
  return spawnSync(process.execPath, options, { cwd: import.meta.dirname, encoding: 'utf8' });
}

test('a rejection inside an SDK is logged and does not end the program', () => {
  const { status, stdout, stderr } = run('survive');
  assert.equal(status, 0);
  assert.equal(stdout, 'still here\n');
  const { msg, err } = JSON.parse(stderr);
  assert.equal(msg, 'a rejection was not handled');
  assert.equal(err.type, 'TypeError');
});

test('it would end the program otherwise', () => {
  assert.equal(run('die').status, 1);
});
