import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { answerWith, call, chatCommand, type Stage, start } from '../support.ts';

/** Kai types a command, the bot acts on it to the end. */
async function act(stage: Stage, answer: (command: ChatInputCommandInteraction) => Promise<unknown>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await answerWith(stage, async (interaction) => {
    await answer(chatCommand(interaction));
    resolve();
  });
  await stage.sandbox.type(stage.kai, stage.general, '/task add title:One');
  await promise;
}

test('an answer can be read, changed and taken back by its interaction', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  await act(stage, async (command) => {
    const { resource } = await command.reply({ content: 'one', flags: MessageFlags.Ephemeral, withResponse: true });
    assert.equal(resource?.message?.content, 'one');
    assert.equal((await command.fetchReply()).content, 'one');
    await command.editReply('two');
    assert.equal(sandbox.messages(kai, general)[0]?.payload.content, 'two');
    await command.deleteReply();
  });
  assert.deepEqual(sandbox.messages(kai, general), []);
});

test('a follow-up right after a deferral takes its place and its privacy', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  await act(stage, async (command) => {
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await command.followUp('here');
  });
  const [message, ...more] = sandbox.messages(kai, general);
  assert.deepEqual([message?.payload.content, message?.privateTo, more], ['here', kai, []]);
});

test('a private answer cannot be reached as a message of the channel', async (t) => {
  const stage = await start(t);
  const { sandbox, kai, general } = stage;
  await act(stage, (command) => command.reply({ content: 'one', flags: MessageFlags.Ephemeral }));
  const id = sandbox.messages(kai, general)[0]?.id;
  const answer = await call(sandbox, `PATCH /channels/${general}/messages/${id}`, { content: 'two' });
  assert.equal(answer.body.code, 10008);
});

test('after 15 minutes, and before any answer, the token opens nothing', async (t) => {
  let now = new Date('2026-11-21T10:00:00Z');
  const stage = await start(t, { now: () => now });
  const codes: unknown[] = [];
  const note = (error: { code: unknown }) => codes.push(error.code);
  await act(stage, async (command) => {
    await command.webhook.send('too early').catch(note);
    await command.reply('one');
    now = new Date('2026-11-21T10:15:01Z');
    await command.followUp('too late').catch(note);
  });
  assert.deepEqual(codes, [10015, 10015]);
});
