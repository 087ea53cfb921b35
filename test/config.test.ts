import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConfigError, readConfig } from '../src/config.ts';

const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };

/** The environment, the variable that it goes wrong with, and how. */
const wrong: readonly (readonly [env: Readonly<Record<string, string>>, variable: string, problem: string])[] = [
  [{ PORT: 'eighty' }, 'PORT', 'invalid'],
  [{ PORT: '65536' }, 'PORT', 'invalid'],
  [{ PORT: '-1' }, 'PORT', 'invalid'],
  [{ PORT: '80.5' }, 'PORT', 'invalid'],
  [{ DATABASE_URL: 'mysql://host/convener' }, 'DATABASE_URL', 'invalid'],
  [{ DATABASE_URL: 'convener.db' }, 'DATABASE_URL', 'invalid'],
  [{ PUBLIC_URL: 'convener.example.org' }, 'PUBLIC_URL', 'invalid'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL', 'invalid'],
  [{ DEFAULT_LOCALE: 'english please' }, 'DEFAULT_LOCALE', 'invalid'],
  [{ DEFAULT_TIMEZONE: 'Atlantis/Capital' }, 'DEFAULT_TIMEZONE', 'invalid'],
  [{ SLACK_BOT_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN', 'invalid'],
  [{ ...slack, SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN', 'invalid'],
  [{ ...slack, SLACK_API_URL: 'https://slack.example.org' }, 'SLACK_API_URL', 'invalid'],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN', 'missing'],
  [{ SLACK_SIGNING_SECRET: '0123456789' }, 'SLACK_BOT_TOKEN', 'missing'],
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN', 'missing'],
  [{ DISCORD_APPLICATION_ID: '12345678901234567' }, 'DISCORD_TOKEN', 'missing'],
  [{ DISCORD_TOKEN: 'token-of-the-bot', DISCORD_APPLICATION_ID: 'convener' }, 'DISCORD_APPLICATION_ID', 'invalid'],
  [{ DISCORD_TOKEN: 'token-of-the-bot', DISCORD_API_URL: 'discord' }, 'DISCORD_API_URL', 'invalid'],
];

describe('the configuration', () => {
  for (const [env, variable, problem] of wrong) {
    it(`names ${variable}, which is ${problem} in ${JSON.stringify(env)}, and never shows its value`, () => {
      assert.throws(
        () => readConfig(env),
        (error) => {
          assert.ok(error instanceof ConfigError);
          assert.deepEqual([error.variable, error.problem], [variable, problem]);
          assert.equal(error.message, `${variable} is ${problem}`);
          return true;
        },
      );
    });
  }

  it('turns both platforms off where nothing is set, and takes blank for not set', () => {
    const { slack, discord, port, databaseUrl, locale } = readConfig({
      SLACK_BOT_TOKEN: '',
      PORT: ' ',
      DISCORD_TOKEN: '',
    });
    assert.deepEqual(
      { slack, discord, port, databaseUrl, locale },
      { slack: null, discord: null, port: undefined, databaseUrl: undefined, locale: 'en' },
    );
  });

  it('prefers Socket Mode where Slack’s both ways are set', () => {
    const both = { ...slack, SLACK_SIGNING_SECRET: '0123456789', SLACK_API_URL: 'http://127.0.0.1:1/api/' };
    assert.deepEqual(readConfig(both).slack, {
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
      apiUrl: 'http://127.0.0.1:1/api/',
    });
    const { SLACK_APP_TOKEN: _, ...http } = both;
    assert.deepEqual(readConfig(http).slack, {
      botToken: 'xoxb-1',
      signingSecret: '0123456789',
      apiUrl: 'http://127.0.0.1:1/api/',
    });
  });

  it('reads a database on a server or in a file', () => {
    for (const url of ['postgresql://convener:secret@localhost:5432/convener', 'postgres://h/c', 'file:./data/a.db']) {
      assert.equal(readConfig({ DATABASE_URL: url }).databaseUrl, url);
    }
  });
});
