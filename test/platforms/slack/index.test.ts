import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { commands } from '../../../commands/index.ts';
import { PlatformError, PlatformStartError } from '../../../src/core/errors.ts';
import type { Answer } from '../../../src/core/ports.ts';
import { text } from '../../../src/core/rich-text.ts';
import { view } from '../../../src/core/view.ts';
import { createCatalogue } from '../../../src/i18n/catalogue.ts';
import { createSlackPlatform, type SlackPlatform } from '../../../src/platforms/slack/index.ts';
import { toManifest } from '../../../src/platforms/slack/manifest.ts';
import { type SandboxMessage, until } from '../../../src/sandbox/contract.ts';
import { createSlackSandbox, type SlackSandbox } from '../../../src/sandbox/slack/index.ts';
import { forms, views } from '../gallery.ts';
import {
  button,
  createListeningLog,
  createScriptedInbound,
  failing,
  later,
  privately,
  publicly,
  type ScriptedInbound,
  socketOptions,
} from './bench.ts';

const [maria, sam] = ['U0MARIA001', 'U0SAM00001'];
const general = 'C0GENERAL1';

describe('Slack, by Socket Mode', () => {
  let slack: SlackSandbox;
  let platform: SlackPlatform;
  let inbound: ScriptedInbound;
  let log: ReturnType<typeof createListeningLog>;

  before(async () => {
    slack = await createSlackSandbox({ now: () => new Date() });
    slack.installManifest(toManifest(commands, createCatalogue()));
  });
  after(() => slack.close());

  beforeEach(async () => {
    inbound = createScriptedInbound();
    log = createListeningLog();
    platform = createSlackPlatform(socketOptions(slack, log));
    await platform.start(inbound);
  });
  afterEach(() => platform.stop());

  const place = () => ({ platform: 'slack', workspaceId: slack.workspace.id, channelId: general }) as const;
  const seen = (person: string, words: string, channel = general) =>
    slack.messages(person, channel).findLast(({ payload }) => String(payload.text).includes(words));
  const untilSeen = (person: string, words: string, channel = general): Promise<SandboxMessage> =>
    until([slack], () => seen(person, words, channel));
  const callsSince = (start: number) => slack.calls.slice(start).map(({ method }) => method);
  const simple = (words: string) => view({ type: 'text', text: text(words) });

  it('tells the app who said what where', async () => {
    await slack.type(maria, general, '/task add Call the food bank due:friday');
    const [invocation] = inbound.invocations;
    assert.ok(invocation?.id);
    assert.deepEqual(invocation, {
      id: invocation.id,
      place: place(),
      placeName: 'general',
      direct: false,
      actor: { accountId: maria, name: 'maria' },
      operation: 'task.add',
      input: { title: 'Call the food bank', due: 'friday' },
      via: 'command',
      names: {},
    });
  });

  it('answers along with the acknowledgement, to that person alone', async () => {
    inbound.answer = async () => privately('quietly done');
    const calls = slack.calls.length;
    await slack.type(maria, general, '/task mine');
    const message = await untilSeen(maria, 'quietly done');
    assert.equal(message.privateTo, maria);
    assert.equal(seen(sam, 'quietly done'), undefined);
    assert.deepEqual(callsSince(calls), []);
  });

  it('answers to everybody where the operation says so', async () => {
    inbound.answer = async () => publicly('done for all to see');
    await slack.type(maria, general, '/task done T-1');
    const message = await untilSeen(sam, 'done for all to see');
    assert.equal(message.privateTo, undefined);
  });

  it('acknowledges in time and answers when it can', async () => {
    const answer = later<Answer>();
    inbound.answer = () => answer.promise;
    await slack.type(maria, general, '/task mine');
    answer.resolve(privately('slowly done'));
    const message = await untilSeen(maria, 'slowly done');
    assert.equal(message.privateTo, maria);
  });

  it('says nothing to a repetition', async () => {
    const messages = slack.messages(maria, general).length;
    inbound.answer = async () => null;
    await slack.type(maria, general, '/task mine');
    assert.equal(inbound.invocations.length, 1);
    assert.equal(slack.messages(maria, general).length, messages);
    assert.deepEqual(log.complaints, []);
  });

  it('gives what Slack delivers twice the same id', async () => {
    slack.faults.repeatInvocations(1);
    await slack.type(maria, general, '/task mine');
    await inbound.asked(2);
    const [first, second] = inbound.invocations;
    assert.equal(first?.id, second?.id);
  });

  it('opens the form of a command and answers it where it was opened', async () => {
    inbound.plan = ({ via }) => (via === 'form' ? run : { type: 'form' });
    await slack.type(maria, general, '/task add');
    await until([slack], () => slack.modal(maria));
    await slack.submit(maria, { title: 'Call the food bank', owner: sam });
    await untilSeen(maria, 'did task.add');
    const [invocation] = inbound.invocations;
    assert.equal(invocation?.via, 'form');
    assert.deepEqual(invocation?.place, place());
    assert.deepEqual(invocation?.input, { title: 'Call the food bank', owner: `<@${sam}>`, in: 'c1' });
    assert.equal(slack.modal(maria), null);
  });

  it('opens one form for what Slack delivers twice', async () => {
    let asked = 0;
    inbound.plan = () => {
      asked += 1;
      return { type: 'form' };
    };
    slack.faults.repeatInvocations(1);
    const calls = slack.calls.length;
    await slack.type(maria, general, '/task add');
    await until([slack], () => callsSince(calls).filter((method) => method === 'views.open').length === 2);
    await slack.dismiss(maria);
    assert.equal(asked, 2);
    assert.equal(slack.modal(maria), null);
    assert.equal(inbound.invocations.length, 0);
  });

  it('lets the app say what is missing where no form can be opened', async () => {
    inbound.plan = () => ({ type: 'form' });
    inbound.answer = async () => privately('a title is missing');
    slack.faults.refuse('views.open', { status: 200, error: 'expired_trigger_id' });
    await slack.type(maria, general, '/task add');
    await untilSeen(maria, 'a title is missing');
  });

  it('keeps a form open where an input could not be read', async () => {
    inbound.plan = ({ via }) => (via === 'form' ? run : { type: 'form' });
    inbound.answer = async () => failing('no such day', 'due');
    await slack.type(maria, general, '/task add');
    await until([slack], () => slack.modal(maria));
    await slack.submit(maria, { title: 'Call', due: 'someday' });
    const modal = await until([slack], () => slack.modal(maria));
    assert.deepEqual(modal.errors, { due: 'no such day' });
    inbound.answer = async () => privately('read at last');
    await slack.submit(maria, { title: 'Call', due: 'friday' });
    await untilSeen(maria, 'read at last');
    assert.equal(slack.modal(maria), null);
  });

  it('keeps a form open with what was typed where it failed for another reason', async () => {
    inbound.plan = ({ via }) => (via === 'form' ? run : { type: 'form' });
    inbound.answer = async () => failing('you are not an organizer', 'hidden');
    await slack.type(maria, general, '/task add');
    await until([slack], () => slack.modal(maria));
    await slack.submit(maria, { title: 'Call', owner: sam });
    const said = () => JSON.stringify(slack.modal(maria)?.payload.blocks);
    await until([slack], () => said()?.includes('you are not an organizer'));
    inbound.answer = async () => failing('something broke');
    await slack.submit(maria, {});
    await until([slack], () => said().includes('something broke'));
    assert.equal(said().includes('you are not an organizer'), false);
    inbound.answer = async () => privately('done at last');
    await slack.submit(maria, { due: 'friday' });
    await untilSeen(maria, 'done at last');
    const input = { title: 'Call', owner: `<@${sam}>`, in: 'c1' };
    assert.deepEqual(
      inbound.invocations.map((invocation) => invocation.input),
      [input, input, { ...input, due: 'friday' }],
    );
    assert.equal(slack.modal(maria), null);
  });

  it('gives back what was typed where a form failed after it closed', async () => {
    const answer = later<Answer>();
    inbound.plan = ({ via }) => (via === 'form' ? run : { type: 'form' });
    inbound.answer = () => answer.promise;
    await slack.type(maria, general, '/task add');
    await until([slack], () => slack.modal(maria));
    await slack.submit(maria, { title: 'Call the food bank' });
    await until([slack], () => slack.modal(maria) === null);
    answer.resolve(failing('something broke'));
    const { payload } = await untilSeen(maria, 'something broke');
    assert.match(String(payload.text), /title: Call the food bank/);
  });

  it('answers a pressed button anew', async () => {
    const { messageId } = await platform.post(
      place(),
      view({ type: 'text', text: text('card') }, button('task.done', { task: 'T-1' })),
      'd1',
    );
    await slack.press(sam, messageId, 'task.done?task=T-1');
    const message = await untilSeen(sam, 'did task.done');
    assert.equal(message.privateTo, sam);
    assert.deepEqual(inbound.invocations[0]?.input, { task: 'T-1' });
    assert.equal(inbound.invocations[0]?.via, 'control');
    assert.ok(seen(maria, 'card'));
  });

  it('hands over what is too long for the id of a button', async () => {
    const input = { sector: 'neighbours & friends '.repeat(15).trim(), page: '2' };
    const { messageId } = await platform.post(place(), view(button('coalition.members', input)), 'd3');
    const posted = slack.messages(sam, general).find(({ id }) => id === messageId);
    const [, id = ''] = /"action_id":"([^"]+)"/.exec(JSON.stringify(posted?.payload.blocks)) ?? [];
    await slack.press(sam, messageId, id);
    await inbound.asked(1);
    assert.deepEqual(inbound.invocations[0]?.input, input);
  });

  it('fills in what is chosen in a select', async () => {
    const select = {
      type: 'select',
      label: text('Owner'),
      press: { operation: 'task.assign', input: { task: 'T-1' } },
      fills: 'owner',
      options: [{ label: text('Me'), value: 'me' }],
    } as const;
    const { messageId } = await platform.post(place(), view({ type: 'actions', actions: [select] }), 'd2');
    await slack.press(sam, messageId, 'task.assign?task=T-1&owner=', ['me']);
    await inbound.asked(1);
    assert.deepEqual(inbound.invocations[0]?.input, { task: 'T-1', owner: 'me' });
  });

  it('changes a private answer in place where the operation says so', async () => {
    inbound.answer = async () => privately('first page', button('task.list', { page: '2' }));
    await slack.type(maria, general, '/task list');
    const page = await untilSeen(maria, 'first page');
    inbound.plan = () => ({ ...run, inPlace: true });
    inbound.answer = async () => privately('second page');
    await slack.press(maria, page.id, 'task.list?page=2');
    await untilSeen(maria, 'second page');
    assert.equal(seen(maria, 'first page'), undefined);
  });

  it('leaves a private answer standing where what was pressed on it failed', async () => {
    inbound.answer = async () => privately('the only page', button('task.list', { page: '2' }));
    await slack.type(maria, general, '/task list');
    const page = await untilSeen(maria, 'the only page');
    inbound.plan = () => ({ ...run, inPlace: true });
    inbound.answer = async () => failing('something broke');
    await slack.press(maria, page.id, 'task.list?page=2');
    await untilSeen(maria, 'something broke');
    assert.ok(seen(maria, 'the only page'));
  });

  it('shows the home of whoever opens it, and answers what is pressed there', async () => {
    await slack.openHome(maria);
    await until([slack], () => JSON.stringify(slack.home(maria)).includes(`home of ${maria}`));
    inbound.answer = async () => privately('answered from home');
    await slack.press(maria, 'home', 'task.mine');
    await untilSeen(maria, 'answered from home', 'D0MARIA001');
    assert.equal(inbound.invocations[0]?.direct, true);
    assert.equal(inbound.invocations[0]?.place.channelId, 'D0MARIA001');
  });

  for (const [name, shown] of Object.entries(views)) {
    it(`posts "${name}" so that Slack takes it`, async () => {
      assert.ok((await platform.post(place(), shown, `gallery ${name}`)).messageId);
    });
  }

  for (const [name, form] of Object.entries(forms)) {
    it(`opens the form with "${name}" so that Slack takes it`, async () => {
      inbound.plan = () => ({ type: 'form' });
      inbound.form = async () => form;
      await slack.type(sam, general, '/task add');
      const { payload } = await until([slack], () => slack.modal(sam));
      assert.equal(payload.callback_id, form.press.operation);
      await slack.dismiss(sam);
    });
  }

  it('posts, edits and finds its posts again', async () => {
    const posted = await platform.post(place(), simple('a reminder'), 'delivery-7');
    assert.deepEqual(posted, { ...place(), messageId: posted.messageId });
    await platform.edit(posted, simple('a better reminder'));
    const message = seen(sam, 'a better reminder');
    assert.equal(message?.id, posted.messageId);
    assert.equal(message?.edited, true);
    assert.deepEqual(await platform.findPosted(place(), 'delivery-7'), posted);
    assert.equal(await platform.findPosted(place(), 'delivery-8'), null);
  });

  it('never posts twice by itself where the answer is lost', async () => {
    slack.faults.loseAnswer('chat.postMessage');
    await assert.rejects(platform.post(place(), simple('only once'), 'delivery-9'), { failure: 'later' });
    const copies = slack.messages(sam, general).filter(({ payload }) => payload.text === 'only once');
    assert.equal(copies.length, 1);
    const found = await platform.findPosted(place(), 'delivery-9');
    assert.equal(found?.messageId, copies[0]?.id);
  });

  const refusals = [
    ['later', { status: 429, retryAfter: 7 }, 7_000],
    ['later', { status: 503 }, undefined],
    ['later', { status: 200, error: 'internal_error' }, undefined],
    ['unreachable', { status: 200, error: 'channel_not_found' }, undefined],
    ['unreachable', { status: 200, error: 'is_archived' }, undefined],
    ['refused', { status: 200, error: 'invalid_blocks' }, undefined],
  ] as const;
  for (const [failure, answer, retryAfter] of refusals) {
    it(`takes ${JSON.stringify(answer)} for "${failure}"`, async () => {
      slack.faults.refuse('chat.postMessage', answer);
      await assert.rejects(platform.post(place(), simple('x'), 'd'), (error) => {
        assert.ok(error instanceof PlatformError);
        assert.equal(error.failure, failure);
        assert.equal(error.retryAfter, retryAfter);
        return true;
      });
    });
  }

  it('cannot post where the bot was taken out and may not come back', async () => {
    const random = { ...place(), channelId: 'C0RANDOM01' };
    slack.removeBot('C0RANDOM01');
    slack.faults.refuse('conversations.join', { status: 200, error: 'method_not_supported_for_channel_type' });
    await assert.rejects(platform.post(random, simple('x'), 'd'), {
      failure: 'unreachable',
      message: 'not_in_channel',
    });
  });

  it('says that a deleted post is gone', async () => {
    const posted = await platform.post(place(), simple('soon deleted'), 'd');
    slack.deleteMessage(posted.messageId);
    await assert.rejects(platform.edit(posted, simple('too late')), { failure: 'gone' });
  });

  it('describes accounts, and asks Slack only once in a while', async () => {
    const calls = slack.calls.length;
    const facts = await platform.describeAccount(slack.workspace.id, maria);
    assert.deepEqual(facts, { name: 'Maria López', zone: 'Europe/Madrid', locale: 'es-ES', authority: true });
    await platform.describeAccount(slack.workspace.id, maria);
    assert.deepEqual(callsSince(calls), ['users.info']);
    await assert.rejects(platform.describeAccount(slack.workspace.id, 'U0NOBODY'), { failure: 'unreachable' });
  });

  it('notices a lost connection and comes back', async () => {
    assert.equal(platform.connected(), true);
    slack.dropConnection();
    await until([slack], () => slack.connections() === 0);
    await until([slack], () => slack.connections() === 1);
    await slack.type(maria, general, '/task mine');
    await inbound.asked(1);
    assert.equal(platform.connected(), true);
  });

  it('finishes what it holds before it disconnects', async () => {
    const answer = later<Answer>();
    inbound.answer = () => answer.promise;
    const typed = slack.type(maria, general, '/task mine');
    await inbound.asked(1);
    const stopped = platform.stop();
    answer.resolve(privately('finished before the end'));
    await Promise.all([typed, stopped]);
    assert.ok(seen(maria, 'finished before the end'));
    assert.equal(platform.connected(), false);
  });

  it('complains about nothing in all of this', async () => {
    await slack.type(maria, general, '/task mine');
    assert.deepEqual(log.complaints, []);
  });
});

const run = { type: 'run', visibility: 'private', inPlace: false } as const;

describe('Slack, where it does not take the bot', () => {
  let slack: SlackSandbox;
  before(async () => {
    slack = await createSlackSandbox({ now: () => new Date() });
  });
  after(() => slack.close());

  const start = (changed: object) =>
    createSlackPlatform({ ...socketOptions(slack, createListeningLog()), ...changed }).start(createScriptedInbound());
  const failsWith = (variable: string, reason: string) => (error: unknown) => {
    assert.ok(error instanceof PlatformStartError);
    assert.equal(error.variable, variable);
    assert.equal(error.reason, reason);
    return true;
  };

  it('names the bot token where that is refused', async () => {
    await assert.rejects(start({ botToken: 'xoxb-wrong' }), failsWith('SLACK_BOT_TOKEN', 'refused'));
  });

  it('names the app token where that is refused', async () => {
    await assert.rejects(start({ appToken: 'xapp-wrong' }), failsWith('SLACK_APP_TOKEN', 'refused'));
  });

  it('says that Slack cannot be reached', async () => {
    const closed = await createSlackSandbox({ now: () => new Date() });
    await closed.close();
    await assert.rejects(start({ apiUrl: closed.apiUrl }), failsWith('SLACK_BOT_TOKEN', 'unreachable'));
  });

  it('logs that a token was revoked while the bot ran, and lives on', async () => {
    const log = createListeningLog();
    const platform = createSlackPlatform(socketOptions(slack, log));
    await platform.start(createScriptedInbound());
    slack.faults.refuse('apps.connections.open', { status: 200, error: 'invalid_auth' });
    const complaint = log.untilComplaint('slack does not take the bot back');
    slack.dropConnection();
    await complaint;
    assert.equal(platform.connected(), false);
    await platform.stop();
  });
});
