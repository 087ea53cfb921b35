import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Destination, deliver } from '../../../src/platforms/slack/answers.ts';
import { toBoltLogger } from '../../../src/platforms/slack/bolt-logger.ts';
import { createClients } from '../../../src/platforms/slack/clients.ts';
import { createSlackSandbox, type SlackSandbox } from '../../../src/sandbox/slack/index.ts';
import { createListeningLog, privately, publicly } from './bench.ts';

const [maria, sam] = ['U0MARIA001', 'U0SAM00001'];

describe('an answer whose address is too old', () => {
  let slack: SlackSandbox;
  before(async () => {
    slack = await createSlackSandbox({ now: () => new Date() });
  });
  after(() => slack.close());

  const destination = (channelId: string): Destination => ({
    place: { platform: 'slack', workspaceId: slack.workspace.id, channelId },
    placeName: 'general',
    direct: channelId.startsWith('D'),
    accountId: maria,
    responseUrl: new URL('/commands/gone', slack.apiUrl).href,
  });
  const send = (channelId: string, answer: ReturnType<typeof privately>) => {
    const log = createListeningLog();
    const { sending } = createClients(slack.botToken, { apiUrl: slack.apiUrl, logger: toBoltLogger(log) });
    return deliver(sending, log, destination(channelId), answer).then(() => log.complaints);
  };
  const seen = (person: string, channel: string, words: string) =>
    slack.messages(person, channel).find(({ payload }) => payload.text === words);

  it('is still shown to that person alone', async () => {
    assert.deepEqual(await send('C0GENERAL1', privately('for Maria')), []);
    assert.equal(seen(maria, 'C0GENERAL1', 'for Maria')?.privateTo, maria);
    assert.equal(seen(sam, 'C0GENERAL1', 'for Maria'), undefined);
  });

  it('is still shown to everybody where it is for all', async () => {
    await send('C0GENERAL1', publicly('for all'));
    assert.ok(seen(sam, 'C0GENERAL1', 'for all'));
  });

  it('is still shown in a direct conversation', async () => {
    await send('D0MARIA001', privately('between us'));
    assert.ok(seen(maria, 'D0MARIA001', 'between us'));
  });

  it('goes to the person where the bot is no member', async () => {
    assert.deepEqual(await send('C0NOWHERE1', privately('between us all the same')), []);
    assert.ok(seen(maria, 'D0MARIA001', 'between us all the same'));
    assert.deepEqual(await send('D0OTHERS01', privately('and there')), []);
    assert.ok(seen(maria, 'D0MARIA001', 'and there'));
  });

  it('is logged where nothing helps, and fails nobody', async () => {
    slack.faults.refuse('chat.postEphemeral', { status: 200, error: 'fatal_error' });
    const complaints = await send('C0GENERAL1', privately('for nobody'));
    assert.equal(complaints.length, 1);
    assert.doesNotMatch(complaints.join(), /for nobody/);
  });
});
