import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { createGrounds, type Grounds, startBot } from '../support/convener.ts';

/** A bot whom Slack calls by HTTP. */
async function startCalled(grounds: Grounds) {
  const { slack } = grounds;
  const { botToken, signingSecret, apiUrl } = slack;
  const bot = await startBot(grounds, { config: { slack: { botToken, signingSecret, apiUrl } } });
  const address = `http://127.0.0.1:${bot.port}/slack/events`;
  slack.sendTo(address);
  return { bot, address };
}

describe('Slack by HTTP', () => {
  it('does the same as over a connection', async (t) => {
    const grounds = await createGrounds(t);
    await startCalled(grounds);
    const { sam, kai } = await conveneOnBoth(grounds);
    assert.equal(grounds.slack.connections(), 0);
    await sam.type('/task add notes:Ask for Saturdays');
    assert.equal((await sam.form()).values.notes, 'Ask for Saturdays');
    assert.match(await sam.submit({ title: 'Call the food bank' }), /Added T-1/);
    await kai.see(/T-1 · Call the food bank.*Status/);
    await sam.see(/T-1 · Call the food bank.*Status/);
    assert.match(await sam.pressing('Done'), /T-1 · Call the food bank is done/);
    await kai.see(/T-1 · Call the food bank.*Done by/);
  });

  it('takes nothing that Slack did not sign', async (t) => {
    const grounds = await createGrounds(t);
    const { bot, address } = await startCalled(grounds);
    const body = new URLSearchParams({ command: '/task', text: 'add Call', user_id: 'U0SAM00001' }).toString();
    const at = String(Math.floor(Date.now() / 1000));
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-slack-request-timestamp': at };
    for (const signature of [{}, { 'x-slack-signature': `v0=${'0'.repeat(64)}` }]) {
      const response = await fetch(address, { method: 'POST', body, headers: { ...headers, ...signature } });
      assert.equal(response.status, 401);
    }
    assert.equal(await bot.store.db.person.count(), 0);
  });
});
