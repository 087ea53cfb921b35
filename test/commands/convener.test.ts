import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commands } from '../../commands/index.ts';
import { openChat } from '../support/chat.ts';
import { inSlack } from '../support/members.ts';

describe('/convener', () => {
  it('helps with everything, and by a button with each command', async (t) => {
    const maria = (await openChat(t)).as('Maria', inSlack);
    const overview = await maria.say('convener.help');
    for (const { name, subcommands } of commands) {
      const { words } = await maria.press(overview, `/${name}`);
      for (const subcommand of Object.keys(subcommands)) assert.ok(words.includes(`/${name} ${subcommand}`), words);
    }
  });

  it('offers what is wanted most of a command by buttons, which lead on from its help', async (t) => {
    const maria = (await openChat(t)).as('Maria', inSlack);
    await maria.say('coalition.create', { name: 'Neighbours' });
    await maria.say('task.add', { title: 'Call the food bank' });
    const help = await maria.say('convener.help', { topic: 'task' });
    assert.match((await maria.press(help, 'Tasks')).words, /Call the food bank/);
  });

  it('says what it is', async (t) => {
    const maria = (await openChat(t)).as('Maria', inSlack, { locale: 'es' });
    assert.match((await maria.say('convener.about')).words, /Convener/);
  });

  it('shows a member their own open tasks at home', async (t) => {
    const maria = (await openChat(t)).as('Maria', inSlack);
    await maria.say('coalition.create', { name: 'Neighbours' });
    await maria.say('task.add', { title: 'Call the food bank', owner: 'me' });
    await maria.say('task.add', { title: 'Print the posters' });
    const { words } = await maria.say('convener.next');
    assert.match(words, /Call the food bank/);
    assert.doesNotMatch(words, /Print the posters/);
  });
});
