import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type Chat, openChat } from '../support/chat.ts';
import { inDiscord, inSlack } from '../support/members.ts';
import { tickAt } from '../support/ticking.ts';

async function start(t: TestContext): Promise<Chat & Record<'maria' | 'juan', ReturnType<Chat['as']>>> {
  const chat = await openChat(t);
  const maria = chat.as('Maria', inSlack);
  const juan = chat.as('Juan', inDiscord, { locale: 'es' });
  await maria.say('coalition.create', { name: 'Neighbours' });
  const [code = ''] = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec((await maria.say('coalition.invite')).words) ?? [];
  await juan.say('coalition.link', { code });
  return { ...chat, maria, juan };
}

describe('/reminder', () => {
  it('says what it understood, with the next three occurrences, in the reader’s language', async (t) => {
    const { maria, juan } = await start(t);
    const added = await maria.say('reminder.add', { text: 'Bring the keys', when: 'every tuesday 18:00' });
    assert.match(added.words, /M-1 · Bring the keys/);
    assert.match(added.words, /every Tuesday at 18:00/);
    for (const day of ['March 2', 'March 9', 'March 16']) assert.match(added.words, new RegExp(day));
    const oyente = await juan.say('reminder.add', { text: 'Llamar', when: 'mañana a las 9' });
    assert.match(oyente.words, /martes, 2 de marzo de 2027/);
    assert.equal(added.visibility, 'private');
  });

  it('is for a person by name or mention, or for everybody here, in either language', async (t) => {
    const { maria, juan } = await start(t);
    const to = async (name: string) =>
      (await maria.say('reminder.add', { text: 'Bring the keys', when: 'in 2 hours', to: name })).words;
    assert.match(await to('juan'), /remind Juan/);
    assert.match(await to('@juan'), /remind Juan/);
    // Another channel of that name is in Discord.
    assert.match(await to('here'), /everybody in #general \(Slack\)/);
    assert.match((await maria.say('reminder.list')).words, /everybody in #general \(Slack\)/);
    assert.match(await to('me'), /remind you/);
    assert.match(await to('nobody'), /nobody/);
    for (const all of ['everyone', 'todos', 'all', '@here', '@channel', '@everyone', '<!channel>']) {
      assert.match(await to(all), /For everybody in this channel write here/, all);
    }
    assert.match(await to('<@U0RUTH0001>'), /U0RUTH0001 is not a member of this coalition.*\/coalition join/);
    const aquí = await juan.say('reminder.add', { text: 'Llaves', when: 'mañana', to: 'aquí' });
    assert.match(aquí.words, /todo el canal #general \(Discord\)/);
  });

  it('says where it is going to be said, and how to have it directly', async (t) => {
    const { as, maria, juan } = await start(t);
    const add = async (who: typeof maria, to: string) =>
      (await who.say('reminder.add', { text: 'Bring the keys', when: 'in 2 hours', to })).words;
    assert.match(await add(maria, 'me'), /I say it in #general \(Slack\), where everybody there can read it\.\n/);
    assert.match(await add(maria, 'juan'), /in #general \(Discord\), where everybody/);
    assert.doesNotMatch(await add(maria, 'here'), /can read it/);
    const alone = as('Maria', inSlack, { direct: true });
    assert.match(await add(alone, 'me'), /can read it\. To have yours directly instead: \/profile set reminders:dm\./);
    assert.doesNotMatch(await add(alone, 'juan'), /profile set/);
    await juan.say('profile.set', { reminders: 'dm' });
    assert.match(await add(maria, 'juan'), /I say it to Juan directly or, where that cannot be, in #general/);
    assert.match(await add(juan, 'me'), /Te lo digo por mensaje directo o, si no se puede, en #general/);
    assert.match((await juan.say('reminder.show', { reminder: 'M-6' })).words, /Te lo digo por mensaje directo/);
    await juan.say('profile.set', { reminders: 'off' });
    assert.match(await add(maria, 'juan'), /Juan takes no reminders from others, so it is not said/);
    assert.match(await add(juan, 'me'), /Lo digo en #general/);
  });

  it('says that whom it is for is away, and in the receipts that they were', async (t) => {
    const { store, maria, juan } = await start(t);
    await juan.say('profile.set', { away: '2027-03-05' });
    const added = await maria.say('reminder.add', { text: 'Bring the keys', when: 'in 2 hours', to: 'juan' });
    assert.match(added.words, /Juan is away until Friday, March 5, 2027 and is not reminded before that/);
    await tickAt(store, '2027-03-01T14:00Z');
    const skipped = { status: 'skipped', reason: 'recipient-away', settledAt: new Date('2027-03-01T14:00Z') } as const;
    await store.db.delivery.updateMany({ where: { letter: 'reminder.due' }, data: skipped });
    assert.match((await maria.say('reminder.show', { reminder: 'M-1' })).words, /Juan: .*they were away/);
    assert.match((await juan.say('reminder.show', { reminder: 'M-1' })).words, /estaba fuera/);
    const own = await juan.say('reminder.add', { text: 'Llaves', when: 'mañana' });
    assert.doesNotMatch(own.words, /fuera/);
  });

  it('shows, puts off and calls off what it was given', async (t) => {
    const { maria } = await start(t);
    const added = await maria.say('reminder.add', { text: 'Bring the keys', when: 'tomorrow' });
    assert.match((await maria.say('reminder.list')).words, /M-1 · Bring the keys · Maria · Tuesday, March 2/);
    assert.match((await maria.say('reminder.show', { reminder: 'm1' })).words, /has not come yet/);
    const until = 'in 10 minutes';
    assert.match((await maria.say('reminder.snooze', { reminder: 'M-1', until })).words, /6:10/);
    assert.match((await maria.press(added, 'reminder.button.cancel')).words, /called off/);
    assert.match((await maria.say('reminder.list')).words, /Nothing is to come/);
    assert.match((await maria.say('reminder.cancel', { reminder: 'M-1' })).words, /M-1 is over/);
  });

  it('for everybody is put off by the coalition’s clock, and heard again by somebody alone by their own', async (t) => {
    const { store, maria, juan } = await start(t);
    await maria.say('profile.set', { timezone: 'Asia/Tokyo' });
    await juan.say('profile.set', { timezone: 'Europe/Madrid' });
    await maria.say('reminder.add', { text: 'Bring the keys', when: 'in 2 hours', to: 'here' });
    const until = 'tomorrow 9:00';
    const own = await juan.say('reminder.snooze', { reminder: 'M-1', until });
    assert.match(
      own.words,
      /M-1 sigue igual para todo el canal.*M-2 · Bring the keys.*martes, 2 de marzo.*9:00.*Lo digo en #general/s,
    );
    assert.match((await juan.press(own, 'Cancelarlo')).words, /M-2.*cancelado/);
    const all = await maria.say('reminder.snooze', { reminder: 'M-1', until });
    assert.match(all.words, /to everybody in #general \(Slack\) again: .*March 3.*12:00.*America\/Chicago/s);
    const schedules = await store.db.schedule.findMany({ where: { letter: 'reminder.snoozed' } });
    assert.deepEqual(
      schedules.map(({ nextAt }) => nextAt?.toISOString()),
      ['2027-03-02T15:00:00.000Z'],
    );
  });

  it('that waits to be said stands in the list of whom it is for', async (t) => {
    const { store, maria, juan } = await start(t);
    await maria.say('reminder.add', { text: 'Bring the keys', when: 'in 2 hours', to: 'juan' });
    await maria.say('reminder.add', { text: 'Open the pantry', when: 'in 2 hours', to: 'juan' });
    await tickAt(store, '2027-03-01T14:00Z');
    const dueAt = new Date('2027-03-02T14:00Z');
    await store.db.delivery.updateMany({ where: { letter: 'reminder.due' }, data: { heldFor: 'quietHours', dueAt } });
    await maria.say('reminder.cancel', { reminder: 'M-2' });
    const { words } = await juan.say('reminder.list');
    assert.match(words, /M-1 · Bring the keys · espera hasta .*: horas de silencio\n.*No viene nada más/s);
    assert.doesNotMatch(words, /M-2/);
    await store.db.delivery.updateMany({ data: { heldFor: 'budget' } });
    const later = await maria.say('reminder.add', { text: 'Close the pantry', when: 'in 3 hours', to: 'juan' });
    assert.match((await juan.say('reminder.list')).words, /M-1 .*ya bastaba por ese día.*M-3 · Close the pantry/s);
    assert.match(later.words, /M-3/);
    assert.doesNotMatch((await maria.say('reminder.list')).words, /M-1/);
    await juan.say('reminder.snooze', { reminder: 'M-1', until: 'mañana' });
    assert.doesNotMatch((await juan.say('reminder.list')).words, /ya bastaba/);
  });

  it('that has come is not called active, and needs no calling off', async (t) => {
    const { store, maria } = await start(t);
    await maria.say('reminder.add', { text: 'Bring the keys', when: 'in 2 hours' });
    await tickAt(store, '2027-03-01T14:00Z');
    const waiting = await maria.say('reminder.show', { reminder: 'M-1' });
    assert.match(waiting.words, /Its time has come.*waits until.*Cancel it/s);
    await store.db.delivery.updateMany({ data: { status: 'sent', settledAt: new Date('2027-03-01T14:00Z') } });
    const { words } = await maria.say('reminder.show', { reminder: 'M-1' });
    assert.match(words, /Status: Its time has come/);
    assert.doesNotMatch(words, /Active|Cancel it/);
    const all = await maria.press(await maria.say('reminder.list'), 'reminder.button.all');
    assert.match(all.words, /M-1 · Bring the keys · Maria · Its time has come/);
  });

  it('is found when it is over, with what became of it', async (t) => {
    const { maria } = await start(t);
    const added = await maria.say('reminder.add', { text: 'Bring the keys', when: 'tomorrow' });
    await maria.press(added, 'reminder.button.cancel');
    const all = await maria.press(await maria.say('reminder.list'), 'reminder.button.all');
    assert.match(all.words, /All reminders.*M-1 · Bring the keys · Maria · Called off/s);
    const back = await maria.press(all, 'reminder.button.coming');
    assert.match(back.words, /Nothing is to come/);
  });

  it('refuses what it cannot read, with an example', async (t) => {
    const { maria } = await start(t);
    const when = async (words: string) => (await maria.say('reminder.add', { text: 'x', when: words })).words;
    assert.match(await when('whenever'), /whenever.*every tuesday 18:00/s);
    assert.match(await when('yesterday'), /yesterday/);
    assert.match((await maria.say('reminder.show', { reminder: 'T-1' })).words, /M-7/);
  });
});

describe('a task that comes again', () => {
  it('says so when it is added, and its next date when it is done', async (t) => {
    const { maria } = await start(t);
    const added = await maria.say('task.add', { title: 'Open the pantry', repeat: 'monday' });
    assert.match(added.words, /every Monday$/m);
    const done = await maria.press(added, 'task.button.done');
    assert.match(done.words, /done for this time.*March 8/);
    assert.match((await maria.press(added, 'task.button.done')).words, /done already/);
    assert.match((await maria.say('task.add', { title: 'x', repeat: 'sometimes' })).words, /sometimes/);
  });
});

describe('/coalition settings', () => {
  it('say when tasks are told, change it and switch it off', async (t) => {
    const { maria } = await start(t);
    assert.match((await maria.say('coalition.settings')).words, /every Monday at 9:00/);
    const digest = async (words: string) => (await maria.say('coalition.settings', { digest: words })).words;
    assert.match(await digest('fridays 8:30'), /every Friday at 8:30/);
    assert.match(await digest('off'), /Task digest: off/);
    assert.match(await digest('whenever'), /whenever/);
  });
});

describe('/profile', () => {
  it('sets how much a day reaches somebody one by one', async (t) => {
    const { maria } = await start(t);
    assert.match((await maria.say('profile.show')).words, /10 a day/);
    assert.match((await maria.say('profile.set', { budget: '3' })).words, /3 a day/);
    for (const budget of ['0', '101', 'many']) {
      assert.match((await maria.say('profile.set', { budget })).words, /from 1 to 100/);
    }
  });
});
