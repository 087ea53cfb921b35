import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { findOperation } from '../../src/core/define.ts';
import { encodePress } from '../../src/core/press.ts';

it('lists every command that has a file', () => {
  const helpers = ['index.ts', 'operations.ts'];
  const files = readdirSync('commands').filter((file) => !helpers.includes(file));
  assert.deepEqual(files.sort(), commands.map(({ name }) => `${name}.ts`).sort());
});

it('holds what the contract says people can say', () => {
  const contract = {
    coalition: 'create invite link unlink join leave show members role settings',
    profile: 'show set link unlink',
    task: 'add list mine show done reopen drop assign due',
    convener: 'help about',
  };
  for (const [name, subcommands] of Object.entries(contract)) {
    const command = commands.find((candidate) => candidate.name === name);
    assert.deepEqual(Object.keys(command?.subcommands ?? {}), subcommands.split(' '));
  }
});

it('names its operations so that a control can carry them', () => {
  for (const { name, subcommands, controls } of commands) {
    for (const key of [...Object.keys(subcommands), ...Object.keys(controls)]) {
      assert.match(encodePress({ operation: `${name}.${key}`, input: {} }), /^[a-z-]+\.[a-z-]+$/);
      assert.ok(findOperation(commands, `${name}.${key}`));
    }
  }
});
