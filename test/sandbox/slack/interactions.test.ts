import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockAction, types, ViewSubmitAction } from '@slack/bolt';
import { until } from '../../../src/sandbox/contract.ts';
import { city, maria, outcomeOf, sam, startBolt, startSlack, textsSeen } from './support.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

const form: types.ModalView = {
  type: 'modal',
  callback_id: 'form',
  title: plain('New task'),
  submit: plain('Add'),
  private_metadata: 'kept',
  blocks: [
    {
      type: 'input',
      block_id: 'title',
      label: plain('Title'),
      element: { type: 'plain_text_input', action_id: 'value', min_length: 3, max_length: 10 },
    },
    {
      type: 'input',
      block_id: 'owner',
      optional: true,
      label: plain('Owner'),
      element: { type: 'users_select', action_id: 'value', initial_user: sam },
    },
    {
      type: 'input',
      block_id: 'status',
      optional: true,
      label: plain('Status'),
      element: {
        type: 'static_select',
        action_id: 'value',
        options: [
          { text: plain('Open'), value: 'open' },
          { text: plain('Done'), value: 'done' },
        ],
      },
    },
  ],
};

test('a modal opens, is filled, and its values come back by block and action', async (t) => {
  const slack = await startSlack(t);
  const seen: ViewSubmitAction['view'][] = [];
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, client, command }) => {
      await client.views.open({ trigger_id: command.trigger_id, view: form });
      await ack();
    });
    app.view('form', async ({ ack, view }) => {
      seen.push(view);
      await ack();
    });
  });
  await slack.type(maria, city, '/task add');
  assert.equal(slack.modal(maria)?.payload.callback_id, 'form');
  assert.equal(slack.modal(sam), null);
  await slack.submit(maria, { title: 'Call', status: 'done' });
  assert.equal(slack.modal(maria), null);
  const values = seen[0]?.state.values;
  assert.deepEqual(values?.title?.value, { type: 'plain_text_input', value: 'Call' });
  assert.deepEqual(values?.owner?.value, { type: 'users_select', selected_user: sam });
  assert.equal(values?.status?.value?.selected_option?.value, 'done');
  assert.equal(seen[0]?.private_metadata, 'kept');
});

test('what Slack itself would not let pass never reaches the bot', async (t) => {
  const slack = await startSlack(t);
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, client, command }) => {
      await client.views.open({ trigger_id: command.trigger_id, view: form });
      await ack();
    });
    app.view('form', () => assert.fail('the bot was told'));
  });
  await slack.type(maria, city, '/task add');
  const errorsAfter = async (values: Record<string, string>) => {
    await slack.submit(maria, values);
    return slack.modal(maria)?.errors;
  };
  assert.deepEqual(await errorsAfter({}), { title: 'required' });
  assert.deepEqual(await errorsAfter({ title: 'ab' }), { title: 'too_short' });
  assert.deepEqual(await errorsAfter({ title: 'a'.repeat(11) }), { title: 'too_long' });
  assert.deepEqual(await errorsAfter({ title: 'abc', status: 'lost' }), { status: 'unknown_option' });
  await assert.rejects(slack.submit(maria, { nothing: 'x' }), /no input nothing/);
});

test('an ack shows errors, updates, pushes and clears', async (t) => {
  const slack = await startSlack(t);
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, client, command }) => {
      await client.views.open({ trigger_id: command.trigger_id, view: form });
      await ack();
    });
    app.view('form', async ({ ack, view }) => {
      const title = view.state.values.title?.value?.value;
      if (title === 'errors') await ack({ response_action: 'errors', errors: { title: 'not so' } });
      else if (title === 'nowhere') await ack({ response_action: 'errors', errors: { elsewhere: 'not so' } });
      else if (title === 'update') await ack({ response_action: 'update', view: { ...form, title: plain('Again') } });
      else if (title === 'push') await ack({ response_action: 'push', view: { ...form, title: plain('On top') } });
      else await ack({ response_action: 'clear' });
    });
  });
  await slack.type(maria, city, '/task add');
  const title = () => (slack.modal(maria)?.payload.title as { text?: string } | undefined)?.text;
  await slack.submit(maria, { title: 'errors' });
  assert.deepEqual(slack.modal(maria)?.errors, { title: 'not so' });
  await slack.submit(maria, { title: 'nowhere' });
  assert.deepEqual(slack.modal(maria)?.errors, { '': 'invalid_response' });
  await slack.submit(maria, { title: 'update' });
  assert.equal(title(), 'Again');
  await slack.submit(maria, { title: 'push' });
  assert.equal(title(), 'On top');
  await slack.dismiss(maria);
  assert.equal(title(), 'Again');
  await slack.submit(maria, { title: 'push' });
  await slack.submit(maria, { title: 'clear' });
  assert.equal(slack.modal(maria), null);
});

test('a closed modal is told where it asks for that', async (t) => {
  const slack = await startSlack(t);
  const closed: string[] = [];
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, client, command }) => {
      await client.views.open({ trigger_id: command.trigger_id, view: { ...form, notify_on_close: true } });
      await ack();
    });
    app.view({ type: 'view_closed', callback_id: 'form' }, async ({ ack, view }) => {
      closed.push(view.callback_id);
      await ack();
    });
  });
  await slack.type(maria, city, '/task add');
  await slack.dismiss(maria);
  assert.deepEqual(closed, ['form']);
});

test('a trigger opens one modal, and none after three seconds', async (t) => {
  let clock = 0;
  const slack = await startSlack(t, { clock: () => clock });
  const outcomes: string[] = [];
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, client, command }) => {
      const open = async (trigger: string) => {
        outcomes.push(await outcomeOf(client.views.open({ trigger_id: trigger, view: form })));
      };
      if (command.text === 'late') clock += 3_001;
      await open(command.trigger_id);
      await open(command.trigger_id);
      await open('1.2.never');
      await ack();
    });
  });
  await slack.type(maria, city, '/task');
  assert.deepEqual(outcomes.splice(0), ['taken', 'exchanged_trigger_id', 'invalid_trigger_id']);
  await slack.type(maria, city, '/task late');
  assert.deepEqual(outcomes, ['expired_trigger_id', 'expired_trigger_id', 'invalid_trigger_id']);
});

test('a repeated command cannot open its modal twice', async (t) => {
  const slack = await startSlack(t);
  const outcomes: string[] = [];
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, client, command }) => {
      outcomes.push(await outcomeOf(client.views.open({ trigger_id: command.trigger_id, view: form })));
      await ack();
    });
  });
  slack.faults.repeatInvocations(1);
  await slack.type(maria, city, '/task');
  assert.deepEqual(outcomes.toSorted(), ['exchanged_trigger_id', 'taken']);
  assert.equal(slack.modal(maria)?.payload.callback_id, 'form');
});

test('a button of a post tells message, value and container, and its answer can replace the post', async (t) => {
  const slack = await startSlack(t);
  const seen: BlockAction[] = [];
  const app = await startBolt(slack, (app) => {
    app.action('done', async ({ ack, body, respond }) => {
      seen.push(body as BlockAction);
      await respond({ replace_original: true, text: 'finished', blocks: [] });
      await ack();
    });
  });
  const button = { type: 'button' as const, action_id: 'done', text: plain('Done'), value: 'T-1' };
  const { ts = '' } = await app.client.chat.postMessage({
    channel: city,
    text: 'A task',
    blocks: [{ type: 'actions', block_id: 'row', elements: [button] }],
  });
  await slack.press(sam, ts, 'done');
  const [body] = seen;
  assert.equal(body?.user.id, sam);
  assert.equal(body?.container.message_ts, ts);
  assert.equal(body?.message?.text, 'A task');
  const [action] = body?.actions ?? [];
  assert.equal(action?.type === 'button' && action.value, 'T-1');
  assert.equal(action?.block_id, 'row');
  assert.deepEqual(textsSeen(slack, maria), ['finished']);
  assert.equal(slack.messages(maria, city)[0]?.id, ts);
  await assert.rejects(slack.press(sam, ts, 'done'), /no control/);
});

test('a private answer is pressed by its person alone, without its message, and can be replaced or deleted', async (t) => {
  const slack = await startSlack(t);
  const seen: BlockAction[] = [];
  const more = {
    type: 'actions' as const,
    elements: [
      {
        type: 'static_select' as const,
        action_id: 'pick',
        options: ['1', '2'].map((value) => ({ text: plain(`page ${value}`), value })),
      },
      { type: 'button' as const, action_id: 'close', text: plain('Close') },
    ],
  };
  await startBolt(slack, (app) => {
    app.command('/task', ({ ack }) => ack({ text: 'list', blocks: [more] }));
    app.action('pick', async ({ ack, body, respond }) => {
      seen.push(body as BlockAction);
      await ack();
      await respond({ replace_original: true, text: 'page 2', blocks: [more] });
    });
    app.action('close', async ({ ack, respond }) => {
      await respond({ delete_original: true });
      await ack();
    });
  });
  await slack.type(maria, city, '/task list');
  const id = slack.messages(maria, city)[0]?.id ?? '';
  await assert.rejects(slack.press(sam, id, 'pick', ['2']), /sees no message/);
  await slack.press(maria, id, 'pick', ['2']);
  await until([slack], () => textsSeen(slack, maria).includes('page 2'));
  const [action] = seen[0]?.actions ?? [];
  assert.equal(action?.type === 'static_select' && action.selected_option?.value, '2');
  assert.equal(seen[0]?.message, undefined);
  assert.equal(seen[0]?.container.is_ephemeral, true);
  await slack.press(maria, id, 'close');
  assert.deepEqual(textsSeen(slack, maria), []);
});

test('opening the App Home tells the bot, whose page can be pressed', async (t) => {
  const slack = await startSlack(t);
  const pressed: string[] = [];
  await startBolt(slack, (app) => {
    app.event('app_home_opened', async ({ client, event }) => {
      const button = { type: 'button' as const, action_id: 'mine', text: plain('Mine') };
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'actions', elements: [button] }] },
      });
    });
    app.action('mine', async ({ ack, body }) => {
      pressed.push((body as BlockAction).container.type ?? '');
      await ack();
    });
  });
  await slack.openHome(maria);
  await until([slack], () => slack.home(maria));
  assert.equal(slack.home(sam), null);
  await slack.press(maria, 'home', 'mine');
  assert.deepEqual(pressed, ['view']);
});

test('words reach the bot only where it is mentioned', async (t) => {
  const slack = await startSlack(t);
  const heard: string[] = [];
  await startBolt(slack, (app) => {
    app.event('app_mention', async ({ event }) => void heard.push(event.text));
  });
  await slack.type(maria, city, 'Good morning @sam');
  await slack.type(maria, city, 'hello @Convener');
  assert.deepEqual(heard, ['hello <@U0CONVENER1>']);
  assert.deepEqual(textsSeen(slack, sam), ['Good morning <@U0SAM00001>', 'hello <@U0CONVENER1>']);
});

test('an external select offers what the bot answers', async (t) => {
  const slack = await startSlack(t);
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, client, command }) => {
      const view: types.ModalView = {
        ...form,
        blocks: [
          {
            type: 'input',
            block_id: 'goal',
            label: plain('Goal'),
            element: { type: 'external_select', action_id: 'goal' },
          },
        ],
      };
      await client.views.open({ trigger_id: command.trigger_id, view });
      await ack();
    });
    app.options('goal', ({ ack, payload }) =>
      ack({ options: [{ text: plain(`about ${payload.value}`), value: 'G-1' }] }),
    );
  });
  await slack.type(maria, city, '/task add');
  assert.deepEqual(await slack.options(maria, 'goal', 'food'), [{ text: plain('about food'), value: 'G-1' }]);
});
