import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { examineSlack } from '../../../src/platforms/slack/examine.ts';
import { createSlackSandbox, type SlackSandbox } from '../../../src/sandbox/slack/index.ts';

describe('a look at Slack', () => {
  let slack: SlackSandbox;
  before(async () => {
    slack = await createSlackSandbox({ now: () => new Date() });
  });
  after(() => slack.close());

  it('finds the bot, its workspace and a clock that agrees', async () => {
    const { botToken, appToken, apiUrl } = slack;
    const { workspace, skew } = await examineSlack({ botToken, appToken, apiUrl });
    assert.equal(workspace, slack.workspace.name);
    assert.equal(skew, 0);
  });

  it('names the token that is refused', async () => {
    const { botToken, appToken, apiUrl } = slack;
    const refused = { reason: 'refused' };
    await assert.rejects(examineSlack({ botToken: 'x', appToken, apiUrl }), {
      ...refused,
      variable: 'SLACK_BOT_TOKEN',
    });
    await assert.rejects(examineSlack({ botToken, appToken: 'x', apiUrl }), {
      ...refused,
      variable: 'SLACK_APP_TOKEN',
    });
  });
});
