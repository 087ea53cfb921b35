import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { describe, it } from 'node:test';
import { actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { createGrounds, type Grounds } from '../support/convener.ts';
import { runProgram } from '../support/program.ts';

/** The environment that connects to these local servers as to the real platforms. */
function envOf({ slack, discord, databaseUrl }: Grounds): Record<string, string> {
  return {
    PORT: '0',
    DATABASE_URL: databaseUrl,
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
  };
}

describe('convener start', () => {
  it('opens the sandbox without any token, answers for its health, and ends on SIGTERM', async (t) => {
    const program = await runProgram(t, ['start'], { PORT: '0' });
    const [address] = await program.says(/http:\/\/localhost:\d+/);
    const health = await fetch(`${address}/health`);
    assert.deepEqual([health.status, await health.json()], [200, { status: 'ok' }]);
    const ready = await fetch(`${address}/ready`);
    assert.deepEqual(await ready.json(), { status: 'ready', parts: { store: true, slack: true, discord: true } });
    assert.match(await (await fetch(`${address}/`)).text(), /<html/);

    program.process.kill('SIGTERM');
    assert.equal(await program.ended, 0);
    assert.equal(program.output.stderr, '');
  });

  it('connects to the platforms whose tokens are set, and ends on SIGTERM with what it began', async (t) => {
    const grounds = await createGrounds(t);
    const program = await runProgram(t, ['start'], envOf(grounds));
    await program.says(/Connected: Slack, Discord/);
    const { sam, kai } = await conveneOnBoth(grounds);
    await sam.ask('/task add Call the food bank');
    await kai.see(/T-1 · Call the food bank/);
    program.process.kill('SIGTERM');
    assert.equal(await program.ended, 0);
    // Node's own warnings of what a library does are none of the log.
    const lines = program.output.stderr
      .trim()
      .split('\n')
      .filter((line) => !/^\((node:|Use `node)/.test(line));
    for (const line of lines) {
      assert.ok(JSON.parse(line).time, 'the log is structured');
      assert.ok(!line.includes('food bank') && !line.includes(grounds.slack.botToken));
    }
  });

  it('runs one platform alone and says that the other is off', async (t) => {
    const grounds = await createGrounds(t);
    const { DISCORD_TOKEN: _, ...env } = envOf(grounds);
    const program = await runProgram(t, ['start'], env);
    await program.says(/Connected: Slack\b[^,]*Discord is off, because DISCORD_TOKEN is not set/);
    const maria = actor(grounds.slack, 'Maria');
    assert.match(await maria.ask('/coalition create Riverside'), /Riverside/);
    program.process.kill('SIGTERM');
    assert.equal(await program.ended, 0);
  });

  it('ends with one sentence where a token is refused', async (t) => {
    const grounds = await createGrounds(t);
    for (const [variable, value] of [
      ['SLACK_BOT_TOKEN', 'xoxb-wrong'],
      ['SLACK_APP_TOKEN', 'xapp-wrong'],
      ['DISCORD_TOKEN', 'wrong-token-of-discord'],
    ] as const) {
      const env = { ...envOf(grounds), LOG_LEVEL: 'silent', [variable]: value };
      const program = await runProgram(t, ['start'], env);
      assert.equal(await program.ended, 1);
      const { stdout, stderr } = program.output;
      assert.match(stderr, new RegExp(`^${variable} was refused by (Slack|Discord)\\..*\\n$`));
      assert.ok(!stderr.includes(value));
      assert.equal(stdout, '');
    }
  });

  it('ends with one sentence where something in the environment cannot be used', async (t) => {
    for (const [env, sentence] of [
      [{ PORT: 'eighty' }, /^PORT cannot be used as it is\..*\n$/],
      [{ SLACK_BOT_TOKEN: 'xoxb-1' }, /^SLACK_APP_TOKEN is missing\..*\n$/],
      [
        { DISCORD_TOKEN: 'a-token-of-ours', DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
        /^The database cannot be opened.*DATABASE_URL.*\n$/,
      ],
      [{ PORT: 'ochenta', LANG: 'es_ES.UTF-8' }, /^PORT no .*\n$/],
    ] as const) {
      const program = await runProgram(t, ['start'], env);
      assert.equal(await program.ended, 1);
      assert.match(program.output.stderr, sentence);
    }
  });

  it('ends with one sentence where the port belongs to another program', async (t) => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    t.after(() => other.close());
    const { port } = other.address() as AddressInfo;
    const program = await runProgram(t, ['start'], { PORT: String(port) });
    assert.equal(await program.ended, 1);
    assert.match(program.output.stderr, new RegExp(`^Port ${port} belongs to another program\\..*\\n$`));
  });
});
