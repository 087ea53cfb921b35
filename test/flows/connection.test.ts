import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PlatformStartError } from '../../src/core/errors.ts';
import { until } from '../../src/sandbox/contract.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { createGrounds, startBot, startTestConvener } from '../support/convener.ts';

/** Asks until the answer has that status, and returns what it says. */
async function untilStatus(address: string, status: number): Promise<unknown> {
  const response = await fetch(address);
  const says = await response.json();
  return response.status === status ? says : untilStatus(address, status);
}

describe('a lost connection', () => {
  it('comes back on both platforms, and readiness tells of it meanwhile', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    const { slack, discord } = convener;
    const ready = `http://127.0.0.1:${convener.port}/ready`;
    assert.deepEqual(await untilStatus(ready, 200), {
      status: 'ready',
      parts: { store: true, slack: true, discord: true },
    });

    slack.dropConnection();
    discord.dropConnection();
    const waiting = (await untilStatus(ready, 503)) as { status: string; parts: { store: boolean } };
    assert.deepEqual([waiting.status, waiting.parts.store], ['waiting', true]);
    assert.equal((await fetch(`http://127.0.0.1:${convener.port}/health`)).status, 200);

    await until([slack, discord], () => slack.connections() === 1 && discord.connections() === 1, 20_000);
    await untilStatus(ready, 200);
    assert.match(await sam.ask('/task add Call the food bank'), /Added T-1/);
    await kai.see(/T-1 · Call the food bank.*Status/);
    await kai.press('Done');
    await sam.see(/T-1 · Call the food bank.*Done by/);
  });
});

describe('a token that the platform refuses', () => {
  const wrong = [
    ['SLACK_BOT_TOKEN', { botToken: 'xoxb-wrong' }, {}],
    ['SLACK_APP_TOKEN', { appToken: 'xapp-wrong' }, {}],
    ['DISCORD_TOKEN', {}, { token: 'wrong-token-of-discord' }],
  ] as const;

  for (const [variable, ofSlack, ofDiscord] of wrong) {
    it(`stops the start and names ${variable}`, async (t) => {
      const grounds = await createGrounds(t);
      const { slack, discord } = grounds;
      const config = {
        slack: { botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl, ...ofSlack },
        discord: { token: discord.token, apiUrl: discord.apiUrl, ...ofDiscord },
      };
      await assert.rejects(startBot(grounds, { config }), (error) => {
        assert.ok(error instanceof PlatformStartError, String(error));
        assert.deepEqual([error.variable, error.reason], [variable, 'refused']);
        return true;
      });
      // What had been started is closed again.
      await until([slack, discord], () => slack.connections() + discord.connections() === 0);
    });
  }

  it('is another matter than a platform that cannot be reached', async (t) => {
    const grounds = await createGrounds(t);
    const { slack } = grounds;
    await slack.close();
    await assert.rejects(startBot(grounds), { name: 'PlatformStartError', reason: 'unreachable' });
  });
});
