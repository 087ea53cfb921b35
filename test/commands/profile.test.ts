import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openChat } from '../support/chat.ts';
import { inDiscord, inSlack } from '../support/members.ts';

const findCode = (words: string) => /[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(words)?.[0] ?? '';
const yes = 'profile.link.yes';
const no = 'profile.link.no';

describe('/profile', () => {
  it('needs no coalition', async (t) => {
    const maria = (await openChat(t)).as('Maria', inSlack);
    assert.match((await maria.say('profile.show')).words, /Maria/);
  });

  it('keeps what is set, and shows everything where nothing is', async (t) => {
    const maria = (await openChat(t)).as('Maria', inSlack);
    await maria.say('profile.set', { timezone: 'madrid', reminders: 'dm', quiet: '21:00-08:00' });
    const { words } = await maria.say('profile.set');
    assert.match(words, /Europe\/Madrid/);
    assert.match(words, /21:00/);
    assert.doesNotMatch((await maria.say('profile.set', { quiet: 'off' })).words, /21:00/);
  });

  it('speaks the language that was chosen, from then on', async (t) => {
    const maria = (await openChat(t)).as('Maria', inSlack);
    await maria.say('profile.set', { locale: 'es' });
    assert.match((await maria.say('profile.show')).words, /Tu perfil/);
  });

  it('makes two accounts one person when both sides have said yes', async (t) => {
    const chat = await openChat(t);
    const maria = chat.as('Maria', inSlack);
    const mari = chat.as('mari', inDiscord);
    const code = findCode((await maria.say('profile.link')).words);
    const asked = await mari.say('profile.link', { code });
    assert.match(asked.words, /Maria on Slack/);
    assert.match((await mari.press(asked, yes)).words, /confirm with your other account/);
    const question = await maria.say('profile.show');
    assert.match(question.words, /mari on Discord/);
    assert.match((await maria.press(question, yes)).words, /one person now/);
    assert.match((await mari.say('profile.show')).words, /Maria on Slack/);

    assert.match((await mari.say('profile.unlink')).words, /person of its own/);
    assert.doesNotMatch((await mari.say('profile.show')).words, /Slack/);
    assert.match((await mari.say('profile.unlink')).words, /nothing to unlink/);
  });

  it('ends a claim that was not theirs with a no', async (t) => {
    const chat = await openChat(t);
    const maria = chat.as('Maria', inSlack);
    const thief = chat.as('thief', inDiscord);
    const code = findCode((await maria.say('profile.link')).words);
    await thief.press(await thief.say('profile.link', { code }), yes);
    const question = await maria.say('profile.link');
    await maria.press(question, no);
    assert.match((await maria.press(question, yes)).words, /no longer valid/);
    assert.equal(await chat.store.db.person.count(), 2);
  });
});
