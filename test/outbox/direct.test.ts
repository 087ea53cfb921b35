import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markSpaceLost } from '../../src/domain/audiences/closed-spaces.ts';
import { reopenDirect } from '../../src/domain/people/direct.ts';
import { changeProfile } from '../../src/domain/people/profile.ts';
import { actor } from '../support/acting.ts';
import { alsoInDiscord, spaceOf } from '../support/members.ts';
import { fateOf, remind, type Sending, startSending } from '../support/sending.ts';

const prefer = ({ store }: Sending, personId: string, reminders: 'here' | 'dm' | 'off') =>
  store.db.person.update({ where: { id: personId }, data: { reminders } });

describe('a reminder', () => {
  it('is said in the space by name to who wants it there', async (t) => {
    const sending = await startSending(t);
    const delivery = await remind(sending, { text: 'bring the keys', to: sending.sam });
    await sending.drain();
    const { id, posts } = actor(sending.slack, 'Sam');
    const asker = actor(sending.slack, 'Maria').id;
    assert.match(posts().join(), new RegExp(`^${id}: ${asker} asked me to remind you: bring the keys`));
    assert.deepEqual(actor(sending.slack, 'Sam', 'direct').posts(), []);
    const { status, sentTo, messageId } = await fateOf(sending, delivery);
    assert.deepEqual({ status, sentTo }, { status: 'sent', sentTo: 'space' });
    assert.ok(messageId);
  });

  it('is said directly to who asked for that, on either platform, and nowhere else', async (t) => {
    const sending = await startSending(t);
    const { slack, discord, sam, kai } = sending;
    for (const [platform, acting, name] of [
      [slack, sam, 'Sam'],
      [discord, kai, 'Kai'],
    ] as const) {
      await prefer(sending, acting.person.id, 'dm');
      const delivery = await remind(sending, { text: 'bring the keys', to: acting });
      await sending.drain();
      assert.match(actor(platform, name, 'direct').posts().join(), /asked me to remind you: bring the keys/);
      assert.deepEqual(actor(platform, name).posts(), []);
      assert.equal((await fateOf(sending, delivery)).sentTo, 'direct');
    }
  });

  it('speaks the language of whom it is said to directly', async (t) => {
    const sending = await startSending(t);
    const { sam, store } = sending;
    await store.db.person.update({ where: { id: sam.person.id }, data: { reminders: 'dm', locale: 'es' } });
    await remind(sending, { text: 'trae las llaves', to: sam });
    await sending.drain();
    assert.match(actor(sending.slack, 'Sam', 'direct').posts().join(), /me pidió que te recordara: trae las llaves/);
  });

  it('speaks the language of another account of theirs where this one says none', async (t) => {
    const sending = await startSending(t);
    const { sam, kai, store } = sending;
    const personId = sam.person.id;
    await store.db.person.update({ where: { id: personId }, data: { reminders: 'dm', locale: null } });
    await store.db.account.update({ where: { id: sam.account.id }, data: { locale: null } });
    await store.db.account.update({ where: { id: kai.account.id }, data: { personId, locale: 'es-419' } });
    await remind(sending, { text: 'trae las llaves', to: sam });
    await sending.drain();
    assert.match(actor(sending.slack, 'Sam', 'direct').posts().join(), /me pidió que te recordara: trae las llaves/);
  });

  it('goes to the space, says why, and remembers it where the direct conversation is closed', async (t) => {
    const sending = await startSending(t);
    const { slack, discord, sam, kai, store } = sending;
    for (const [platform, acting, name] of [
      [slack, sam, 'Sam'],
      [discord, kai, 'Kai'],
    ] as const) {
      const person = actor(platform, name);
      await prefer(sending, acting.person.id, 'dm');
      platform.setDirectMessages(person.id, false);
      const delivery = await remind(sending, { text: 'bring the keys', to: acting });
      await sending.drain();
      assert.match(person.posts().join(), new RegExp(`bring the keys.*I cannot write to ${name} directly`));
      const remedy = platform === slack ? 'under “Apps” in Slack' : 'in the privacy settings of this server';
      assert.match(
        person.posts().join(),
        new RegExp(`${name} can change that: .*${remedy}.*/profile set reminders:dm`),
      );
      const account = await store.db.account.findUniqueOrThrow({ where: { id: acting.account.id } });
      assert.ok(account.directClosedAt);
      assert.equal((await fateOf(sending, delivery)).sentTo, 'space');
    }
  });

  it('is not tried directly again for a week, and then it is', async (t) => {
    const sending = await startSending(t);
    const { slack, sam, clock } = sending;
    const direct = actor(slack, 'Sam', 'direct');
    await prefer(sending, sam.person.id, 'dm');
    slack.setDirectMessages(direct.id, false);
    await remind(sending, { text: 'one', to: sam });
    await sending.drain();
    slack.setDirectMessages(direct.id, true);
    await remind(sending, { text: 'two', to: sam });
    await sending.drain();
    assert.deepEqual(direct.posts(), []);
    const [one = '', two = ''] = actor(slack, 'Sam').posts();
    assert.match(one, /one.*cannot write to Sam directly.*can change that/s);
    assert.match(two, /two.*cannot write to Sam directly/s);
    // What to do about it has been said.
    assert.doesNotMatch(two, /can change that/);
    clock.moveTo(new Date('2027-03-08T12:01:00Z'));
    await remind(sending, { text: 'three', to: sam });
    await sending.drain();
    assert.match(direct.posts().join(), /three/);
  });

  it('is said directly again once they acted in the direct conversation', async (t) => {
    const sending = await startSending(t);
    const { slack, sam, store } = sending;
    const direct = actor(slack, 'Sam', 'direct');
    await prefer(sending, sam.person.id, 'dm');
    slack.setDirectMessages(direct.id, false);
    await remind(sending, { text: 'one', to: sam });
    await sending.drain();
    slack.setDirectMessages(direct.id, true);
    await reopenDirect(store.db, await store.db.account.findUniqueOrThrow({ where: { id: sam.account.id } }));
    await remind(sending, { text: 'two', to: sam });
    await sending.drain();
    assert.match(direct.posts().join(), /two/);
  });

  it('is said directly again once they asked for that anew', async (t) => {
    const sending = await startSending(t);
    const { slack, sam } = sending;
    const direct = actor(slack, 'Sam', 'direct');
    await prefer(sending, sam.person.id, 'dm');
    slack.setDirectMessages(direct.id, false);
    await remind(sending, { text: 'one', to: sam });
    await sending.drain();
    slack.setDirectMessages(direct.id, true);
    await changeProfile(sam, { reminders: 'dm' });
    await remind(sending, { text: 'two', to: sam });
    await sending.drain();
    assert.match(direct.posts().join(), /two/);
  });

  it('is said directly where the space is gone, while what was for others goes to another space or is not said', async (t) => {
    const sending = await startSending(t);
    const { slack, discord, sam, maria, kai, store, clock } = sending;
    await prefer(sending, sam.person.id, 'dm');
    await alsoInDiscord(store, maria);
    const toMaria = await remind(sending, { text: 'for Maria', to: maria });
    const toAll = await remind(sending, { text: 'for all', to: null });
    const toSam = await remind(sending, { text: 'for Sam', to: sam });
    await markSpaceLost(store.db, spaceOf(sam), clock.now());
    await sending.drain();
    assert.match(actor(slack, 'Sam', 'direct').posts().join(), /for Sam/);
    assert.equal((await fateOf(sending, toSam)).sentTo, 'direct');
    assert.match(actor(discord, 'Kai').posts().join(), /for Maria/);
    assert.equal((await fateOf(sending, toMaria)).spaceId, kai.space?.id);
    assert.equal((await fateOf(sending, toAll)).reason, 'space-lost');
    assert.deepEqual(actor(slack, 'Sam').posts(), []);
  });

  it('is found in the direct conversation where the answer to an earlier try was lost', async (t) => {
    const sending = await startSending(t);
    const { slack, sam, clock } = sending;
    const direct = actor(slack, 'Sam', 'direct');
    await prefer(sending, sam.person.id, 'dm');
    slack.faults.loseAnswer('chat.postMessage');
    const delivery = await remind(sending, { text: 'only once', to: sam });
    await sending.drain();
    assert.equal((await fateOf(sending, delivery)).status, 'leased');
    // By then they want it elsewhere: it was said all the same.
    await prefer(sending, sam.person.id, 'here');
    clock.moveTo(new Date(clock.now().getTime() + 10_000));
    await sending.drain();
    assert.equal(direct.posts().length, 1);
    assert.deepEqual(actor(slack, 'Sam').posts(), []);
    const { status, sentTo } = await fateOf(sending, delivery);
    assert.deepEqual({ status, sentTo }, { status: 'sent', sentTo: 'direct' });
  });
});
