import assert from 'node:assert/strict';
import { describe, type TestContext, test } from 'node:test';
import { commands } from '../../../commands/index.ts';
import { PlatformError } from '../../../src/core/errors.ts';
import { text } from '../../../src/core/rich-text.ts';
import { view } from '../../../src/core/view.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { createSlackPlatform } from '../../../src/platforms/slack/index.ts';
import { toManifest } from '../../../src/platforms/slack/manifest.ts';
import { createSlackSandbox } from '../../../src/sandbox/slack/index.ts';
import { createListeningLog, createScriptedInbound, socketOptions } from './bench.ts';

const [maria, sam] = ['U0MARIA001', 'U0SAM00001'];
const own = 'D0MARIA001';
const say = (words: string) => view({ type: 'text', text: text(words) });
const fails = (failure: string) => (error: unknown) => error instanceof PlatformError && error.failure === failure;

async function start(t: TestContext) {
  const slack = await createSlackSandbox({ now: () => new Date() });
  t.after(slack.close);
  slack.installManifest(toManifest(commands, createCatalogue()));
  const platform = createSlackPlatform(socketOptions(slack, createListeningLog()));
  await platform.start(createScriptedInbound());
  t.after(platform.stop);
  const toAccount = (accountId: string) => ({ platform: 'slack', workspaceId: slack.workspace.id, accountId }) as const;
  return { slack, platform, toAccount };
}

describe('a direct post', () => {
  test('is seen by its person alone, and found again by its delivery', async (t) => {
    const { slack, platform, toAccount } = await start(t);
    const posted = await platform.postDirect(toAccount(maria), say('for you'), 'delivery-1');
    assert.deepEqual(
      slack.messages(maria, own).map(({ payload }) => payload.text),
      ['for you'],
    );
    assert.deepEqual(slack.messages(sam, own), []);
    assert.equal(posted.channelId, own);
    assert.deepEqual(await platform.findPostedDirect(toAccount(maria), 'delivery-1'), posted);
    assert.equal(await platform.findPostedDirect(toAccount(maria), 'delivery-2'), null);
  });

  test('is refused as closed where the bot may not write to the person, or nobody is there', async (t) => {
    const { slack, platform, toAccount } = await start(t);
    slack.setDirectMessages(maria, false);
    await assert.rejects(platform.postDirect(toAccount(maria), say('x'), 'delivery-1'), fails('closed'));
    await assert.rejects(platform.postDirect(toAccount('U0NOBODY01'), say('x'), 'delivery-2'), fails('closed'));
    await assert.rejects(platform.findPostedDirect(toAccount('U0NOBODY01'), 'delivery-2'), fails('closed'));
  });

  test('is to be tried again where Slack is overloaded', async (t) => {
    const { slack, platform, toAccount } = await start(t);
    slack.faults.refuse('chat.postMessage', { status: 429, retryAfter: 3 });
    await assert.rejects(
      platform.postDirect(toAccount(maria), say('x'), 'delivery-1'),
      (error) => fails('later')(error) && (error as PlatformError).retryAfter === 3_000,
    );
  });
});
