import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Chat, openChat } from '../support/chat.ts';
import { elsewhere, inSlack } from '../support/members.ts';

async function start(chat: Chat) {
  const maria = chat.as('Maria', inSlack);
  const juan = chat.as('Juan', inSlack);
  await maria.say('coalition.create', { name: 'Neighbours' });
  await juan.say('coalition.join');
  return { maria, juan };
}

describe('/task', () => {
  it('adds a task and answers with what it understood', async (t) => {
    const { maria } = await start(await openChat(t));
    const input = { title: 'Call the food bank', owner: '@juan', due: 'friday', notes: 'before noon' };
    const { words, visibility } = await maria.say('task.add', input);
    assert.match(words, /T-1/);
    assert.match(words, /Juan/);
    assert.match(words, /March 5/);
    assert.equal(visibility, 'private');
  });

  it('says that whoever is to take care of it is away', async (t) => {
    const { maria, juan } = await start(await openChat(t));
    await juan.say('profile.set', { away: 'friday' });
    const added = await maria.say('task.add', { title: 'Call the food bank', owner: 'juan' });
    assert.match(added.words, /Juan is away until Friday, March 5, 2027/);
    await maria.say('task.add', { title: 'Print the posters' });
    const given = await maria.say('task.assign', { task: 'T-2', owner: 'juan' });
    assert.match(given.words, /Juan is away until Friday, March 5, 2027/);
    assert.doesNotMatch((await juan.say('task.assign', { task: 'T-2', owner: 'me' })).words, /away/);
    assert.doesNotMatch((await juan.say('task.assign', { task: 'T-2', owner: 'maria' })).words, /away/);
  });

  it('comes again once a day at most', async (t) => {
    const { maria } = await start(await openChat(t));
    for (const repeat of ['FREQ=MINUTELY', 'FREQ=HOURLY', 'every hour', 'FREQ=DAILY;BYHOUR=9,17']) {
      const refused = await maria.say('task.add', { title: 'Water the beans', repeat });
      assert.match(refused.words, /A task comes again once a day at most/);
    }
    await maria.say('profile.set', { locale: 'es' });
    const input = { title: 'Regar', repeat: 'cada hora' };
    assert.match((await maria.say('task.add', input)).words, /se repite como mucho una vez al día/);
    assert.match((await maria.say('task.add', { ...input, repeat: 'cada día' })).words, /T-1/);
  });

  it('goes from open to done and back by its buttons', async (t) => {
    const { maria, juan } = await start(await openChat(t));
    const added = await maria.say('task.add', { title: 'Call the food bank' });
    const taken = await juan.press(added, 'task.button.take');
    assert.match(taken.words, /Juan/);
    const done = await juan.press(taken, 'task.button.done');
    const again = await maria.press(added, 'task.button.done');
    assert.match(again.words, /done already/);
    await maria.press(done, 'task.button.reopen');
    assert.match((await maria.say('task.list')).words, /T-1/);
  });

  it('asks before a button drops it', async (t) => {
    const { maria, juan } = await start(await openChat(t));
    const added = await maria.say('task.add', { title: 'Call the food bank' });
    assert.match((await juan.press(added, 'task.button.drop')).words, /Only whoever added this/);
    const asked = await maria.press(added, 'task.button.drop');
    await maria.press(asked, 'task.drop.no');
    assert.match((await maria.say('task.list')).words, /T-1/);
    await maria.press(asked, 'task.drop.yes');
    assert.doesNotMatch((await maria.say('task.list')).words, /T-1/);
  });

  it('asks before the next date of what was just done is finished, too, and does that once', async (t) => {
    const chat = await openChat(t);
    const { maria, juan } = await start(chat);
    await maria.say('task.add', { title: 'Open the pantry', due: '2027-03-05', repeat: 'every friday' });
    assert.match((await maria.say('task.done', { task: 'T-1' })).words, /due: Friday, March 12/);
    const asked = await juan.say('task.done', { task: 'T-1' });
    assert.match(asked.words, /Maria finished T-1 · Open the pantry already: .*its next date: Friday, March 12/);
    assert.match((await juan.press(asked, 'task.done.ahead.no')).words, /stays as it is/);
    assert.match((await maria.say('task.show', { task: 'T-1' })).words, /March 12/);
    assert.match((await juan.press(asked, 'task.done.ahead.yes')).words, /due: Friday, March 19/);
    assert.match((await juan.press(asked, 'task.done.ahead.yes')).words, /done already/);
    assert.match((await maria.say('task.show', { task: 'T-1' })).words, /March 19/);
  });

  it('finishes a date once for two who say it at the same time', async (t) => {
    const chat = await openChat(t);
    const { maria, juan } = await start(chat);
    await maria.say('task.add', { title: 'Open the pantry', due: '2027-03-05', repeat: 'every friday' });
    await Promise.all([maria, juan].map((each) => each.say('task.done', { task: 'T-1' })));
    assert.match((await maria.say('task.show', { task: 'T-1' })).words, /March 12/);
  });

  it('lists with filters, which its pages carry on', async (t) => {
    const { maria, juan } = await start(await openChat(t));
    for (let index = 0; index < 11; index += 1) await maria.say('task.add', { title: 'For Juan', owner: 'juan' });
    await maria.say('task.add', { title: 'For nobody' });
    const first = await maria.say('task.list', { owner: '<@JUAN>', status: 'all' });
    const second = await maria.press(first, 'common.next');
    assert.match(second.words, /T-11/);
    assert.doesNotMatch(second.words, /T-12/);
    assert.match((await juan.say('task.mine')).words, /11 tasks/);
    assert.match((await maria.say('task.show', { task: 't12' })).words, /For nobody/);
  });

  it('shows what became of its reminders to whose it is', async (t) => {
    const { maria, juan } = await start(await openChat(t));
    await maria.say('task.add', { title: 'Call the food bank', due: 'friday', owner: 'me' });
    const shown = await juan.say('task.show', { task: 'T-1' });
    assert.match((await juan.press(shown, 'task.button.told')).words, /Only whoever added this/);
    const told = await maria.press(await maria.say('task.show', { task: 'T-1' }), 'task.button.told');
    assert.match(told.words, /T-1 · Call the food bank.*has not come yet/s);
  });

  it('changes owner and due date', async (t) => {
    const { maria } = await start(await openChat(t));
    await maria.say('task.add', { title: 'Call the food bank' });
    assert.match((await maria.say('task.assign', { task: '1', owner: 'juan' })).words, /Juan/);
    assert.match((await maria.say('task.due', { task: 'T 1', due: 'tomorrow 6pm' })).words, /March 2/);
    assert.match((await maria.say('task.due', { task: 'T-1', due: 'yesterday' })).words, /yesterday/);
  });

  it('refuses the buttons of another coalition', async (t) => {
    const chat = await openChat(t);
    const { maria } = await start(chat);
    const added = await maria.say('task.add', { title: 'Call the food bank' });
    const olga = chat.as('Olga', elsewhere);
    await olga.say('coalition.create', { name: 'Others' });
    await olga.say('task.add', { title: 'Ask the mayor' });
    assert.match((await olga.press(added, 'task.button.done')).words, /button belongs to a coalition/);
    assert.equal(await chat.store.db.task.count({ where: { status: 'done' } }), 0);
  });

  it('finishes by a button in a direct conversation the task of the coalition that the button is of', async (t) => {
    const chat = await openChat(t);
    const { maria } = await start(chat);
    const added = await maria.say('task.add', { title: 'Call the food bank' });
    const others = chat.as('Maria', { ...inSlack, channelId: 'C2' });
    await others.say('coalition.create', { name: 'Others' });
    await others.say('task.add', { title: 'Ask the mayor' });
    const alone = chat.as('Maria', { ...inSlack, channelId: 'D1' }, { direct: true });
    assert.match((await alone.say('task.list')).words, /more than one coalition/);
    assert.match((await alone.press(added, 'task.button.done')).words, /Call the food bank is done/);
    assert.equal((await chat.store.db.task.findFirstOrThrow({ where: { title: 'Ask the mayor' } })).status, 'open');
  });

  it('suggests the tasks that a subcommand is for, to newcomers in its channel too and to nobody elsewhere', async (t) => {
    const chat = await openChat(t);
    const { maria } = await start(chat);
    await maria.say('task.add', { title: 'Call the food bank' });
    await maria.say('task.add', { title: 'Print the posters' });
    await maria.say('task.done', { task: 'T-2' });
    const values = async (operation: `task.${string}`) =>
      (await maria.suggest(operation, 'task', '')).map(({ value }) => value);
    assert.deepEqual(await values('task.done'), ['T-1']);
    assert.deepEqual(await values('task.reopen'), ['T-2']);
    assert.deepEqual(await values('task.show'), ['T-2', 'T-1']);
    const members = await chat.store.db.member.count();
    const offered = await chat.as('Newcomer', inSlack).suggest('task.done', 'task', '');
    assert.deepEqual(
      offered.map(({ value }) => value),
      ['T-1'],
    );
    assert.equal(await chat.store.db.member.count(), members);
    for (const manner of [{}, { direct: true }]) {
      assert.deepEqual(await chat.as('Stranger', elsewhere, manner).suggest('task.done', 'task', ''), []);
    }
  });

  it('shows anything harmless as it was written', async (t) => {
    const { maria } = await start(await openChat(t));
    for (const title of ['@everyone <!channel>', '\'; DROP TABLE "Task"; --', 'שלום עולם', '👩‍👩‍👧 <b>x</b> {ref}']) {
      assert.ok((await maria.say('task.add', { title })).words.includes(title), title);
    }
  });
});
