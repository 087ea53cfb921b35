import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SlashCommand } from '@slack/bolt';
import { city, maria, sam, startBolt, startSlack, textsSeen } from './support.ts';

test('an ack with a text is a private answer to whoever typed the command', async (t) => {
  const slack = await startSlack(t);
  await startBolt(slack, (app) => {
    app.command('/task', ({ ack, command }) => ack(`understood: ${command.text}`));
  });
  await slack.type(maria, city, '/task add  Call the food bank');
  assert.deepEqual(textsSeen(slack, maria), ['understood: add  Call the food bank']);
  assert.deepEqual(textsSeen(slack, sam), []);
});

test('an ack of type in_channel is seen by everybody', async (t) => {
  const slack = await startSlack(t);
  await startBolt(slack, (app) => {
    app.command('/task', ({ ack }) => ack({ response_type: 'in_channel', text: 'all' }));
  });
  await slack.type(maria, city, '/task');
  assert.deepEqual(textsSeen(slack, sam), ['all']);
});

test('a command carries who, where and how to answer', async (t) => {
  const slack = await startSlack(t);
  const seen: SlashCommand[] = [];
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, command }) => {
      seen.push(command);
      await ack();
    });
  });
  await slack.type(sam, city, '/task add x');
  const [command] = seen;
  assert.equal(command?.user_id, sam);
  assert.equal(command?.channel_id, city);
  assert.equal(command?.team_id, slack.workspace.id);
  assert.match(command?.response_url ?? '', /^http:\/\/127\.0\.0\.1:\d+\/commands\//);
});

test('mentions, channels and addresses arrive escaped where the manifest asks for it', async (t) => {
  const slack = await startSlack(t);
  const texts: string[] = [];
  await startBolt(slack, (app) => {
    app.command(/.*/, async ({ ack, command }) => {
      texts.push(command.text);
      await ack();
    });
  });
  await slack.type(maria, city, '/task add A & B <c> owner:@Sam Rivera in #general');
  await slack.type(maria, city, '/task add @sam see https://example.org/x?a=1&b=2, or @nobody');
  await slack.type(maria, city, '/task add ask @aisha. (www.example.org/a, ann@sam.org)');
  await slack.type(maria, city, '/raw @sam #general');
  assert.deepEqual(texts, [
    'add A &amp; B &lt;c&gt; owner:<@U0SAM00001|sam> in <#C0GENERAL1|general>',
    'add <@U0SAM00001|sam> see <https://example.org/x?a=1&amp;b=2>, or @nobody',
    'add ask <@U0AISHA001|aisha>. (<http://www.example.org/a|www.example.org/a>, <mailto:ann@sam.org|ann@sam.org>)',
    '@sam #general',
  ]);
});

test('a command that is not installed never reaches the bot', async (t) => {
  const slack = await startSlack(t);
  await startBolt(slack, (app) => {
    app.command(/.*/, () => assert.fail('the bot was told'));
  });
  await slack.type(maria, city, '/nothing at all');
  assert.deepEqual(textsSeen(slack, maria), ['unknown_command']);
});

test('a command without an ack ends with a private notice', async (t) => {
  const slack = await startSlack(t, { patience: 20 });
  await startBolt(slack);
  await slack.type(maria, city, '/task list');
  assert.deepEqual(textsSeen(slack, maria), ['operation_timeout']);
  assert.deepEqual(textsSeen(slack, sam), []);
});

test('a command while nobody is connected ends with a private notice', async (t) => {
  const slack = await startSlack(t);
  await slack.type(maria, city, '/task list');
  assert.deepEqual(textsSeen(slack, maria), ['dispatch_failed']);
});

test('an ack that Slack would refuse ends with a private notice', async (t) => {
  const slack = await startSlack(t);
  await startBolt(slack, (app) => {
    app.command('/task', ({ ack }) => ack({ text: 'x', blocks: [{ type: 'section' }] }));
  });
  await slack.type(maria, city, '/task list');
  assert.deepEqual(textsSeen(slack, maria), ['invalid_command_response']);
});

test('a response URL answers five times and then no more', async (t) => {
  const slack = await startSlack(t);
  const outcomes: string[] = [];
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, respond }) => {
      for (const number of [1, 2, 3, 4, 5, 6]) {
        await respond({ text: `${number}`, response_type: number === 2 ? 'in_channel' : 'ephemeral' }).then(
          () => outcomes.push('taken'),
          () => outcomes.push('refused'),
        );
      }
      await ack();
    });
  });
  await slack.type(maria, city, '/task list');
  assert.deepEqual(outcomes, ['taken', 'taken', 'taken', 'taken', 'taken', 'refused']);
  assert.deepEqual(textsSeen(slack, maria), ['1', '2', '3', '4', '5']);
  assert.deepEqual(textsSeen(slack, sam), ['2']);
});

test('a response URL is refused after half an hour', async (t) => {
  let clock = 0;
  const slack = await startSlack(t, { clock: () => clock });
  let refused: unknown;
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, respond }) => {
      clock += 30 * 60_000 + 1;
      refused = await respond('late').catch((error: unknown) => error);
      await ack();
    });
  });
  await slack.type(maria, city, '/task list');
  assert.match(String(refused), /404/);
  assert.equal(slack.calls.at(-1)?.method, 'response_url');
});

test('a repeated command is told twice with the same words', async (t) => {
  const slack = await startSlack(t);
  const triggers: string[] = [];
  await startBolt(slack, (app) => {
    app.command('/task', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    });
  });
  slack.faults.repeatInvocations(1);
  await slack.type(maria, city, '/task add x');
  await slack.type(maria, city, '/task add y');
  assert.equal(triggers.length, 3);
  assert.equal(triggers[0], triggers[1]);
  assert.notEqual(triggers[1], triggers[2]);
});

test('completion offers installed commands, people and channels', async (t) => {
  const slack = await startSlack(t);
  assert.deepEqual(await slack.suggest(maria, city, '/ta'), [
    { label: '/task add <title>', description: 'Tasks', text: '/task ' },
  ]);
  assert.deepEqual(
    (await slack.suggest(maria, city, '/task add x owner:@ai')).map(({ text }) => text),
    ['/task add x owner:@aisha '],
  );
  assert.deepEqual(
    (await slack.suggest(maria, city, 'in #com')).map(({ text }) => text),
    ['in #compassionate-city '],
  );
});

test('a manifest that Slack would refuse is refused with its reasons', async (t) => {
  const slack = await startSlack(t);
  const install = (command: object) => () => slack.installManifest({ features: { slash_commands: [command] } });
  assert.throws(install({ command: 'task', description: 'x' }), /slash_commands\/0\/command/);
  assert.throws(install({ command: '/task' }), /missing required field: description/);
  assert.throws(install({ command: '/remind', description: 'x' }), /own commands/);
});
