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

  it('says where direct messages do not arrive, since when, and what to do', async (t) => {
    const chat = await openChat(t);
    const maria = chat.as('Maria', inSlack);
    await maria.say('profile.set', { reminders: 'dm' });
    const close = (at: string) => chat.store.db.account.updateMany({ data: { directClosedAt: new Date(at) } });
    await close('2027-02-28T12:00:00Z');
    const { words } = await maria.say('profile.show');
    assert.match(words, /cannot write to you directly on Slack: .*February 28, 2027.*\/profile set reminders:dm/s);
    // A week later it is tried again, whatever was.
    await close('2027-02-21T12:00:00Z');
    assert.doesNotMatch((await maria.say('profile.show')).words, /cannot write/);
    await close('2027-02-28T12:00:00Z');
    assert.doesNotMatch((await maria.say('profile.set', { reminders: 'dm' })).words, /cannot write/);
  });

  it('speaks the language that was chosen, from then on', async (t) => {
    const maria = (await openChat(t)).as('Maria', inSlack);
    await maria.say('profile.set', { locale: 'es' });
    assert.match((await maria.say('profile.show')).words, /Tu perfil/);
  });

  it('notes until when somebody is away, says it back, and ends it by a button', async (t) => {
    const chat = await openChat(t);
    const maria = chat.as('Maria', inSlack);
    const set = await maria.say('profile.set', { away: 'until friday' });
    assert.match(set.words, /You are away, and back on Friday, March 5, 2027\..*others’ reminders do not reach you/s);
    assert.equal((await chat.store.db.person.findFirst())?.awayUntil, '2027-03-05');
    const shown = await maria.say('profile.show');
    assert.match(shown.words, /back on Friday, March 5/);
    const over = await maria.press(shown, 'profile.away.end');
    assert.match(over.words, /You are not away any more/);
    assert.doesNotMatch(over.words, /You are away, /);
    assert.doesNotMatch((await maria.say('profile.show')).words, /away/);
  });

  it('reads until when in words of either language, to a moment where one is named', async (t) => {
    const maria = (await openChat(t)).as('Maria', inSlack);
    assert.match((await maria.say('profile.set', { away: 'june 3 6pm' })).words, /away until .*June 3, 2027.*6:00.PM/);
    await maria.say('profile.set', { locale: 'es' });
    const words = async (away: string) => (await maria.say('profile.set', { away })).words;
    assert.match(await words('hasta el viernes'), /Estás fuera y vuelves el viernes, 5 de marzo de 2027/);
    assert.match(await words('3 de junio a las 18'), /Estás fuera hasta el .*3 de junio de 2027.*18:00/);
    assert.match(await words('off'), /Ya no estás fuera/);
  });

  it('refuses an absence that is over, or that nobody can read, and changes nothing then', async (t) => {
    const chat = await openChat(t);
    const maria = chat.as('Maria', inSlack);
    const past = await maria.say('profile.set', { away: '2027-02-28', quiet: '21:00-08:00' });
    assert.match(past.words, /February 28, 2027, and that is over\. Name a time to come, for example/);
    assert.equal(past.visibility, 'private');
    assert.match((await maria.say('profile.set', { away: 'today' })).words, /that is over/);
    assert.match((await maria.say('profile.set', { away: 'whenever' })).words, /cannot read .*whenever/);
    const { awayUntil, quietFrom } = await chat.store.db.person.findFirstOrThrow();
    assert.deepEqual([awayUntil, quietFrom], [null, null]);
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
