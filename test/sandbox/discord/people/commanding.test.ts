import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApplicationCommandType, ChannelType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { answerWith, chatCommand, directChannelOf, start, taskCommand } from '../support.ts';

test('a typed command arrives with its options, and the answer stands in the channel', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, noor, general } = stage;
  await answerWith(stage, (interaction) => {
    const command = chatCommand(interaction);
    const { options } = command;
    const owner = options.getUser('owner')?.displayName;
    return command.reply(
      `${command.commandName} ${options.getSubcommand()}: ${options.getString('title')}, ${owner}, ${options.getString('due')}`,
    );
  });
  await sandbox.type(kai, general, '/task add title:Call the food bank: today due:next friday owner:@Noor');
  const [answer] = sandbox.messages(noor, general);
  assert.equal(answer?.payload.content, 'task add: Call the food bank: today, Noor Haddad, next friday');
  assert.equal(answer?.author.bot, true);
});

test('an interaction says who acts, with which authority, where and in which language', async (t) => {
  const stage = await start(t);
  const { sandbox, luz, kai, general } = stage;
  const seen: unknown[] = [];
  await answerWith(stage, (interaction) => {
    const command = chatCommand(interaction);
    const authority = command.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? null;
    seen.push([command.user.id, authority, command.locale, command.guildLocale, command.channel?.type]);
    return command.reply('seen');
  });
  await sandbox.type(luz, general, '/tarea añadir título:Uno');
  await sandbox.type(kai, general, '/task add title:One');
  await sandbox.type(kai, directChannelOf(sandbox, kai), '/task add title:One');
  assert.deepEqual(seen, [
    [luz, true, 'es-ES', 'en-US', ChannelType.GuildText],
    [kai, false, 'en-US', 'en-US', ChannelType.GuildText],
    [kai, null, 'en-US', null, undefined],
  ]);
});

test('a private answer is seen by one person alone, and not in the history', async (t) => {
  const stage = await start(t);
  const { sandbox, client, kai, noor, general } = stage;
  await answerWith(stage, (interaction) =>
    chatCommand(interaction).reply({ content: 'for you', flags: MessageFlags.Ephemeral }),
  );
  await sandbox.type(kai, general, '/task add title:One');
  assert.equal(sandbox.messages(kai, general)[0]?.privateTo, kai);
  assert.deepEqual(sandbox.messages(noor, general), []);
  const channel = await client.channels.fetch(general);
  assert.ok(channel?.isTextBased());
  assert.equal((await channel.messages.fetch()).size, 0);
});

test('a deferred answer shows that the bot thinks, then the answer, unedited', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  const thinking: unknown[] = [];
  const { promise: edited, resolve: done } = Promise.withResolvers<void>();
  await answerWith(stage, async (interaction) => {
    const command = chatCommand(interaction);
    await command.deferReply();
    thinking.push(sandbox.messages(kai, general)[0]?.payload.flags);
    await command.editReply('thought');
    await command.followUp({ content: 'and more', flags: MessageFlags.Ephemeral });
    done();
  });
  await sandbox.type(kai, general, '/task add title:One');
  await edited;
  assert.deepEqual(thinking, [MessageFlags.Loading]);
  const [answer, more] = sandbox.messages(kai, general);
  assert.deepEqual([answer?.payload.content, answer?.payload.flags, answer?.edited], ['thought', 0, false]);
  assert.deepEqual([more?.payload.content, more?.privateTo], ['and more', kai]);
});

test('a bot that does not answer in time leaves a private notice, and is told that it is too late', async (t) => {
  const stage = await start(t, { patience: 20 });
  const { sandbox, kai, general } = stage;
  const refusals: unknown[] = [];
  const { promise: refused, resolve: finish } = Promise.withResolvers<void>();
  const { promise: awake, resolve: wake } = Promise.withResolvers<void>();
  await answerWith(stage, async (interaction) => {
    await awake;
    await chatCommand(interaction)
      .reply('late')
      .catch((error) => refusals.push(error.code));
    finish();
  });
  await sandbox.type(kai, general, '/task add title:One');
  assert.deepEqual(sandbox.messages(kai, general)[0]?.payload, { failed: true });
  wake();
  await refused;
  assert.deepEqual(refusals, [10062]);
});

test('an interaction that is delivered twice is answered once', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  const codes: unknown[] = [];
  const { promise: refused, resolve: finish } = Promise.withResolvers<void>();
  await answerWith(stage, async (interaction) => {
    await chatCommand(interaction)
      .reply('once')
      .catch((error) => {
        codes.push(error.code);
        finish();
      });
  });
  sandbox.faults.repeatInvocations(1);
  await sandbox.type(kai, general, '/task add title:One');
  await refused;
  assert.deepEqual(codes, [40060]);
  assert.equal(sandbox.messages(kai, general).length, 1);
});

test('what a client would not send never reaches the bot', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  await answerWith(stage, async () => assert.fail('nothing is to arrive'));
  await sandbox.type(kai, general, '/task done');
  await sandbox.type(kai, general, '/task add owner:@Nobody');
  await sandbox.type(kai, general, '/task list status:perhaps');
  await sandbox.type(kai, general, '/dance');
  assert.deepEqual(
    sandbox.messages(kai, general).map((message) => message.payload),
    [{ missing: ['task'] }, { unreadable: ['owner'] }, { unreadable: ['status'] }, { unknown: '/dance' }],
  );
});

test('what a client would not send is named as the person sees it', async (t) => {
  const stage = await start(t);
  const { sandbox, luz, general } = stage;
  await answerWith(stage, async () => assert.fail('nothing is to arrive'));
  await sandbox.type(luz, general, '/tarea done');
  await sandbox.type(luz, general, '/tarea añadir responsable:@Nadie');
  await sandbox.type(luz, general, '/task add owner:@Nobody');
  assert.deepEqual(
    sandbox.messages(luz, general).map((message) => message.payload),
    [{ missing: ['tarea'] }, { unreadable: ['responsable'] }, { unreadable: ['responsable'] }],
  );
});

test('a choice goes by its value, its name or its translated name', async (t) => {
  const stage = await start(t);
  const { sandbox, luz, general } = stage;
  await answerWith(stage, (interaction) => {
    const command = chatCommand(interaction);
    return command.reply(String(command.options.getString('status')));
  });
  for (const words of ['open', 'Still open', 'pendientes'])
    await sandbox.type(luz, general, `/task list status:${words}`);
  await sandbox.invoke(luz, general, 'task list', { status: 'done' });
  assert.deepEqual(
    sandbox.messages(luz, general).map((message) => message.payload.content),
    ['open', 'open', 'open', 'done'],
  );
});

test('a message command carries the message, words and all', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, noor, general } = stage;
  const commands = [taskCommand, { name: 'Make a task', type: ApplicationCommandType.Message } as const];
  const answer = async (interaction: Parameters<Parameters<typeof answerWith>[1]>[0]) => {
    assert.ok(interaction.isMessageContextMenuCommand());
    await interaction.reply(`made of: ${interaction.targetMessage.content}`);
  };
  await answerWith(stage, answer, commands);
  await sandbox.type(noor, general, 'Somebody should call the food bank');
  await sandbox.invokeOn(kai, sandbox.messages(kai, general)[0]?.id ?? '', 'Make a task');
  assert.equal(sandbox.messages(kai, general)[1]?.payload.content, 'made of: Somebody should call the food bank');
});

test('whoever waits for an answer waits no more when the sandbox closes', async (t) => {
  const stage = await start(t, { patience: 60_000 });
  const { sandbox, kai, general } = stage;
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  await answerWith(stage, async () => arrive());
  const typed = sandbox.type(kai, general, '/task add title:One');
  await arrived;
  await sandbox.close();
  await typed;
  assert.deepEqual(sandbox.messages(kai, general)[0]?.payload, { failed: true });
});
