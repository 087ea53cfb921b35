import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { createGrounds } from '../support/convener.ts';
import { runProgram } from '../support/program.ts';

/** The manifest: all that stands on standard output. */
const manifestIn = (stdout: string) =>
  JSON.parse(stdout) as {
    features: { slash_commands: { command: string; url?: string }[] };
    settings: { socket_mode_enabled: boolean };
  };

const address = 'https://convener.example.org';

describe('convener register', () => {
  it('puts the commands on Discord, once, and prints the manifest alone to standard output', async (t) => {
    const { discord } = await createGrounds(t);
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
    for (const outcome of [/Discord has the commands now/, /Discord had these commands already/]) {
      const program = await runProgram(t, ['register'], env);
      assert.equal(await program.ended, 0);
      assert.match(program.output.stderr, outcome);
      assert.deepEqual(
        manifestIn(program.output.stdout).features.slash_commands.map(({ command }) => command),
        commands.map(({ name }) => `/${name}`),
      );
    }
  });

  it('needs no token for the manifest, which is for Socket Mode unless Slack is to call', async (t) => {
    const socketMode = { SLACK_BOT_TOKEN: 'xoxb-of-somebody', SLACK_APP_TOKEN: 'xapp-of-somebody' };
    for (const [env, socket] of [
      [{}, true],
      [{ ...socketMode, PUBLIC_URL: address }, true],
      [{ PUBLIC_URL: address }, false],
    ] as const) {
      const program = await runProgram(t, ['register'], env);
      assert.equal(await program.ended, 0);
      assert.match(program.output.stderr, /Nothing was sent to Discord, because DISCORD_TOKEN is not set/);
      const { settings, features } = manifestIn(program.output.stdout);
      assert.equal(settings.socket_mode_enabled, socket);
      for (const { url } of features.slash_commands) assert.equal(url, socket ? undefined : `${address}/slack/events`);
    }
  });
});
