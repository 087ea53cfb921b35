import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runProgram } from '../support/program.ts';

for (const line of [['demo'], ['start', '--demo']]) {
  describe(`convener ${line.join(' ')}`, () => {
    it('opens the sandbox with a coalition at work, and touches neither the platforms nor the database that are set', async (t) => {
      const program = await runProgram(t, line, {
        PORT: '0',
        SLACK_BOT_TOKEN: 'xoxb-of-a-real-workspace',
        SLACK_APP_TOKEN: 'xapp-of-a-real-workspace',
        DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
      });
      const [address] = await program.says(/http:\/\/localhost:\d+/);
      const ready = await fetch(`${address}/ready`);
      assert.deepEqual(await ready.json(), { status: 'ready', parts: { store: true, slack: true, discord: true } });
      assert.match(await (await fetch(`${address}/metrics`)).text(), /operation="coalition\.create"/);
      program.process.kill('SIGTERM');
      assert.equal(await program.ended, 0);
    });
  });
}

describe('convener', () => {
  it('starts where nothing is said', async (t) => {
    const program = await runProgram(t, [], { PORT: '0' });
    await program.says(/http:\/\/localhost:\d+/);
    program.process.kill('SIGTERM');
    assert.equal(await program.ended, 0);
  });

  it('leaves a database alone while no platform is set, as the sandbox’s servers know none of its channels', async (t) => {
    const program = await runProgram(t, [], { PORT: '0', DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' });
    const [address] = await program.says(/http:\/\/localhost:\d+/);
    assert.equal((await fetch(`${address}/ready`)).status, 200);
    program.process.kill('SIGTERM');
    assert.equal(await program.ended, 0);
  });

  it('names the nearest of its commands where one is misspelt', async (t) => {
    const program = await runProgram(t, ['doctr']);
    assert.equal(await program.ended, 1);
    assert.match(program.output.stderr, /'doctr'\n\(Did you mean doctor\?\)/);
  });
});
