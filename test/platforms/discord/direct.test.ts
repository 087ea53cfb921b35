import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PlatformError } from '../../../src/core/errors.ts';
import { wordsOf } from '../../support/seen.ts';
import { say, startDiscord } from './support.ts';

const toAccount = (accountId: string) => ({ platform: 'discord', workspaceId: '', accountId }) as const;
const closed = (error: unknown) => error instanceof PlatformError && error.failure === 'closed';

describe('a direct post', () => {
  test('is seen by its person alone, and found again by its delivery', async (t) => {
    const { sandbox, platform, kai } = await startDiscord(t);
    const account = toAccount(kai.id);
    const posted = await platform.postDirect(account, say('for you'), 'delivery-1');
    const own = sandbox.channels().find(({ directWith }) => directWith === kai.id);
    assert.deepEqual(
      sandbox.messages(kai.id, own?.id ?? '').map((message) => wordsOf(message).trim()),
      ['for you'],
    );
    assert.equal(posted.channelId, own?.id);
    assert.deepEqual(await platform.findPostedDirect(account, 'delivery-1'), posted);
    assert.equal(await platform.findPostedDirect(account, 'delivery-2'), null);
  });

  test('is refused as closed where the person takes none, or nobody is there', async (t) => {
    const { sandbox, platform, kai } = await startDiscord(t);
    sandbox.setDirectMessages(kai.id, false);
    await assert.rejects(platform.postDirect(toAccount(kai.id), say('x'), 'delivery-1'), closed);
    await assert.rejects(platform.postDirect(toAccount('100000000000000001'), say('x'), 'delivery-2'), closed);
  });

  test('is to be tried again where Discord does not answer', async (t) => {
    const { sandbox, platform, kai } = await startDiscord(t);
    sandbox.faults.refuse('POST /channels', { status: 503 }, 4);
    const later = (error: unknown) => error instanceof PlatformError && error.failure === 'later';
    await assert.rejects(platform.postDirect(toAccount(kai.id), say('x'), 'delivery-1'), later);
  });
});
