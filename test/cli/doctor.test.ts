import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runProgram } from '../support/program.ts';

describe('convener doctor', () => {
  it('names everything in the environment that cannot be used, not only the first', async (t) => {
    const program = await runProgram(t, ['doctor'], {
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      SLACK_APP_TOKEN: 'xoxb-in-the-wrong-place',
      DISCORD_APPLICATION_ID: '12345678901234567',
    });
    assert.equal(await program.ended, 1);
    const wrong = program.output.stdout.split('\n').filter((line) => line.startsWith('[wrong]'));
    assert.deepEqual(wrong.map((line) => /[A-Z]+(?:_[A-Z]+)*(?= (?:cannot|is missing))/.exec(line)?.[0]).sort(), [
      'DISCORD_TOKEN',
      'LOG_LEVEL',
      'PORT',
      'SLACK_APP_TOKEN',
      'SLACK_BOT_TOKEN',
    ]);
    assert.doesNotMatch(program.output.stdout, /wrong-place/);
  });
});
