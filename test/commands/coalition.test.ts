import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Chat, openChat } from '../support/chat.ts';
import { elsewhere, inDiscord, inSlack } from '../support/members.ts';

/** Maria starts a coalition in Slack, Juan links a Discord channel by its code. */
async function meet(chat: Chat) {
  const maria = chat.as('Maria', inSlack);
  const juan = chat.as('Juan', inDiscord);
  await maria.say('coalition.create', { name: 'Neighbours' });
  const invited = await maria.say('coalition.invite');
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(invited.words)?.[0] ?? '';
  const linked = await juan.say('coalition.link', { code: code.toLowerCase() });
  return { maria, juan, invited, code, linked };
}

describe('/coalition', () => {
  it('creates a coalition with the zone and language of whoever creates it', async (t) => {
    const chat = await openChat(t);
    await chat.as('Luz', inDiscord, { locale: 'es-ES' }).say('coalition.create', { name: 'Vecinas' });
    const { name, zone, locale } = await chat.store.db.coalition.findFirstOrThrow();
    assert.deepEqual({ name, zone, locale }, { name: 'Vecinas', zone: 'America/Chicago', locale: 'es' });
  });

  it('links a channel of the other platform by a code, in any case', async (t) => {
    const { maria, linked } = await meet(await openChat(t));
    assert.match(linked.words, /Neighbours/);
    const shown = await maria.say('coalition.show');
    assert.match(shown.words, /Slack/);
    assert.match(shown.words, /Discord/);
    assert.equal(shown.visibility, 'space');
  });

  it('takes a code back by its button', async (t) => {
    const chat = await openChat(t);
    const { maria, invited, code } = await meet(chat);
    assert.match((await maria.press(invited, 'coalition.button.revoke')).words, new RegExp(code));
    const refused = await chat.as('Olga', elsewhere).say('coalition.link', { code });
    assert.match(refused.words, /do not know this code/);
    assert.equal(await chat.store.db.space.count(), 2);
  });

  it('needs authority on the platform to create and to link', async (t) => {
    const chat = await openChat(t);
    const { code } = await meet(chat);
    const guest = chat.as('Guest', elsewhere, { authority: false });
    assert.match((await guest.say('coalition.create', { name: 'Mine' })).words, /needs more authority/);
    assert.match((await guest.say('coalition.link', { code })).words, /needs more authority/);
    assert.equal(await chat.store.db.space.count(), 2);
  });

  for (const [operation, input] of [
    ['coalition.invite', {}],
    ['coalition.revoke', { code: 'AAAA-AAAA' }],
    ['coalition.unlink', {}],
    ['coalition.unlink-last', {}],
    ['coalition.role', { member: 'me', role: 'organizer' }],
    ['coalition.settings', { name: 'Mine' }],
  ] as const) {
    it(`keeps ${operation} for organizers`, async (t) => {
      const { juan } = await meet(await openChat(t));
      assert.match((await juan.say(operation, input)).words, /Only organizers/);
    });
  }

  it('gives roles, and keeps its last organizer', async (t) => {
    const { maria } = await meet(await openChat(t));
    assert.match((await maria.say('coalition.leave')).words, /at least one organizer/);
    assert.match((await maria.say('coalition.role', { member: 'Juan', role: 'organizer' })).words, /Juan/);
    assert.match((await maria.say('coalition.leave')).words, /Neighbours/);
  });

  it('shows its settings where none is given, and changes those that are', async (t) => {
    const { maria } = await meet(await openChat(t));
    assert.match((await maria.say('coalition.settings')).words, /America\/Chicago/);
    const changed = await maria.say('coalition.settings', { timezone: 'Madrid', locale: 'Spanish' });
    assert.match(changed.words, /Europe\/Madrid/);
  });

  it('tells its tasks once a day at most, in rules and in words', async (t) => {
    const { maria } = await meet(await openChat(t));
    for (const digest of ['FREQ=MINUTELY', 'FREQ=SECONDLY', 'FREQ=HOURLY', 'every hour', 'FREQ=DAILY;BYHOUR=9,17']) {
      assert.match((await maria.say('coalition.settings', { digest })).words, /the digest of tasks once a day at most/);
    }
    assert.match((await maria.say('coalition.settings')).words, /monday/i);
    await maria.say('profile.set', { locale: 'es' });
    const refused = await maria.say('coalition.settings', { digest: 'cada hora' });
    assert.match(refused.words, /resumen de tareas como mucho una vez al día/);
    assert.match((await maria.say('coalition.settings', { digest: 'cada día a las 8:30' })).words, /8:30/);
  });

  it('tells its tasks no more where somebody says so, in whatever words', async (t) => {
    const { maria } = await meet(await openChat(t));
    for (const digest of ['off', 'no', 'none', 'never', 'Nunca', 'ninguno', 'apagado', 'desactivado']) {
      await maria.say('coalition.settings', { digest: 'every day 9:00' });
      assert.match((await maria.say('coalition.settings', { digest })).words, /Task digest: off/);
    }
  });

  it('notes sector and area, and lists members by them', async (t) => {
    const { maria, juan } = await meet(await openChat(t));
    assert.match((await juan.say('coalition.join', { sector: 'Faith', area: 'North' })).words, /Faith/);
    const faithful = await maria.say('coalition.members', { sector: 'faith' });
    assert.match(faithful.words, /Juan/);
    assert.doesNotMatch(faithful.words, /Maria/);
  });

  it('turns the pages of its members', async (t) => {
    const chat = await openChat(t);
    const { maria } = await meet(chat);
    for (let index = 10; index < 30; index += 1) await chat.as(`Person ${index}`, inSlack).say('coalition.join');
    const first = await maria.say('coalition.members', { role: 'member' });
    const second = await maria.press(first, 'common.next');
    assert.match(first.words, /Person 28/);
    assert.match(second.words, /Person 29/);
    assert.doesNotMatch(second.words, /Person 28/);
  });

  it('unlinks a channel at once, where nothing is a member’s any more', async (t) => {
    const { maria } = await meet(await openChat(t));
    assert.doesNotMatch((await maria.say('coalition.unlink')).words, /[2-9A-Z]{4}-[2-9A-Z]{4}/);
    assert.match((await maria.say('coalition.show')).words, /No coalition meets here/);
  });

  it('asks before the last channel is unlinked, and keeps it', async (t) => {
    const chat = await openChat(t);
    const maria = chat.as('Maria', inSlack);
    await maria.say('coalition.create', { name: 'Neighbours' });
    const asked = await maria.say('coalition.unlink');
    assert.match(asked.words, /last channel of Neighbours/);
    assert.match((await maria.press(asked, 'coalition.unlink.no')).words, /Neighbours/);
    assert.match((await maria.say('coalition.show')).words, /Neighbours/);
  });

  it('gives the way back with the last channel', async (t) => {
    const chat = await openChat(t);
    const maria = chat.as('Maria', inSlack);
    await maria.say('coalition.create', { name: 'Neighbours' });
    await maria.say('task.add', { title: 'Call the food bank' });
    const unlinked = await maria.press(await maria.say('coalition.unlink'), 'coalition.unlink.yes');
    assert.match((await maria.say('task.list')).words, /No coalition meets here/);
    const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(unlinked.words)?.[0] ?? '';
    const alone = chat.as('Maria', { ...inSlack, channelId: 'D1' }, { direct: true });
    assert.match((await alone.say('coalition.invite')).words, /[2-9A-Z]{4}-[2-9A-Z]{4}/);
    assert.match((await maria.say('coalition.link', { code })).words, /Neighbours/);
    assert.match((await maria.say('task.list')).words, /Call the food bank/);
    assert.match((await maria.say('coalition.settings', { locale: 'English' })).words, /Neighbours/);
  });
});
