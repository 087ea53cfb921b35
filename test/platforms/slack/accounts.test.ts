import assert from 'node:assert/strict';
import { it } from 'node:test';
import { webApi } from '@slack/bolt';
import { createAccounts } from '../../../src/platforms/slack/accounts.ts';
import { createSlackSandbox } from '../../../src/sandbox/slack/index.ts';

it('gives admins authority in their own workspace, and none in one whose channel is shared with theirs', async (t) => {
  const slack = await createSlackSandbox({ now: () => new Date() });
  t.after(slack.close);
  const admin = slack.people.find((person) => person.admin);
  assert.ok(admin);
  const describe = () => createAccounts(new webApi.WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }));
  assert.equal((await describe()(slack.workspace.id, admin.id)).authority, true);
  assert.equal((await describe()('T0ELSEWHERE', admin.id)).authority, false);
});
