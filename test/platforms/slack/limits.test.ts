import assert from 'node:assert/strict';
import { test } from 'node:test';
import { patienceForStop } from '../../../src/cli/start.ts';
import { limits } from '../../../src/platforms/slack/limits.ts';

test('the program waits longer than Slack’s side for what is under way when the bot stops', () => {
  assert.ok(limits.patience.stop + 1_000 < patienceForStop);
});
