import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { leaveCoalition } from '../../src/domain/coalitions/leave-coalition.ts';
import type { Prisma } from '../../src/store/generated/sqlite/client.ts';
import { actor } from '../support/acting.ts';
import { fateOf, remind, startSending } from '../support/sending.ts';

const at = (hour: string, day = '2027-03-01') => new Date(`${day}T${hour}:00Z`);

/** Two coalitions that Sam is in, at the beginning of Sam's quiet hours: one thing of each waits for their end. */
async function startNight(t: TestContext, choices: Prisma.PersonUpdateInput) {
  const sending = await startSending(t);
  const { store, slack, clock, sam, drain } = sending;
  const hillside = await sending.foundAnother('Hillside', 'random');
  const data = { quietFrom: '21:00', quietTo: '08:00', ...choices };
  await store.db.person.update({ where: { id: sam.person.id }, data });
  clock.moveTo(at('22:00'));
  const here = await remind(sending, { text: 'call the library', to: sam });
  const there = await remind({ ...sending, maria: hillside.maria }, { text: 'water the garden', to: hillside.sam });
  await drain();
  return {
    ...sending,
    hillside,
    fates: async () => [await fateOf(sending, here), await fateOf(sending, there)] as const,
    posts: (channel: string) => actor(slack, 'Sam', channel).posts(),
    morning: async () => {
      clock.moveTo(at('08:00', '2027-03-02'));
      await drain();
    },
  };
}

describe('what waited for one person in several coalitions', () => {
  it('is one digest where they are told directly, which counts once', async (t) => {
    const { morning, posts, fates, slack } = await startNight(t, { reminders: 'dm' });
    await morning();
    assert.deepEqual([posts('general'), posts('random')], [[], []]);
    const [digest = '', ...others] = posts('direct');
    assert.deepEqual(others, []);
    assert.match(digest, /^This waited for you:/);
    assert.match(digest, /Riverside[^:]*: call the library/);
    assert.match(digest, /Hillside[^:]*: water the garden/);
    const [here, there] = await fates();
    assert.deepEqual([here.status, there.status, there.sentTo], ['sent', 'sent', 'direct']);
    assert.equal(here.messageId, there.messageId);
    // Whichever was held back first.
    assert.ok(here.digestId === there.id || there.digestId === here.id);
    const controls = JSON.stringify(actor(slack, 'Sam', 'direct').messages().at(-1)?.payload);
    for (const { coalitionId } of [here, there]) assert.ok(controls.includes(coalitionId));
  });

  it('is said in the space of each where they are told there', async (t) => {
    const { morning, posts } = await startNight(t, { reminders: 'here' });
    await morning();
    assert.match(posts('general').join(), /call the library/);
    assert.match(posts('random').join(), /water the garden/);
    assert.doesNotMatch(posts('general').join(), /garden|Hillside/);
    assert.doesNotMatch(posts('random').join(), /library|Riverside/);
  });

  it('parts again where their direct conversation turns out to be closed', async (t) => {
    const { morning, posts, fates, slack, sam } = await startNight(t, { reminders: 'dm' });
    const [here, there] = await fates();
    assert.ok(here.digestId ?? there.digestId);
    slack.setDirectMessages(sam.account.accountId, false);
    await morning();
    assert.equal(posts('general').length, 1);
    assert.equal(posts('random').length, 1);
    assert.doesNotMatch(posts('general').join(), /garden|Hillside/);
    assert.doesNotMatch(posts('random').join(), /library|Riverside/);
    assert.deepEqual(
      new Set((await fates()).map(({ status, sentTo }) => `${status} ${sentTo}`)),
      new Set(['sent space']),
    );
  });

  it('parts again where they have chosen otherwise meanwhile', async (t) => {
    const { morning, posts, store, sam } = await startNight(t, { reminders: 'dm' });
    await store.db.person.update({ where: { id: sam.person.id }, data: { reminders: 'here' } });
    await morning();
    assert.doesNotMatch(posts('general').join(), /garden|Hillside/);
    assert.match(posts('random').join(), /water the garden/);
  });

  it('is said without those of a coalition that they have left, whichever was the first', async (t) => {
    const { morning, posts, fates, hillside } = await startNight(t, { reminders: 'dm' });
    await leaveCoalition(hillside.sam);
    await morning();
    assert.match(posts('direct').join(), /call the library/);
    assert.doesNotMatch(posts('direct').join(), /garden|Hillside/);
    assert.deepEqual((await fates())[1].reason, 'recipient-left');

    const other = await startNight(t, { reminders: 'dm' });
    await leaveCoalition(other.sam);
    await other.morning();
    assert.match(other.posts('direct').join(), /water the garden/);
    assert.doesNotMatch(other.posts('direct').join(), /library/);
    const [here, there] = await other.fates();
    assert.deepEqual([here.reason, there.status], ['recipient-left', 'sent']);
  });

  it('stays together where the first of it makes no sense any more', async (t) => {
    const night = await startNight(t, { reminders: 'dm' });
    const { store, hillside, sam } = night;
    const [here, there] = await night.fates();
    const first = here.digestId === null ? here : there;
    await store.db.reminder.update({ where: { id: first.subjectId }, data: { state: 'done' } });
    night.clock.moveTo(at('23:00'));
    await remind(night, { text: 'print the flyers', to: sam });
    await remind({ ...night, maria: hillside.maria }, { text: 'paint the door', to: hillside.sam });
    await night.drain();
    await night.morning();
    const [digest = '', ...others] = night.posts('direct');
    assert.deepEqual(others, []);
    assert.match(digest, /print the flyers/);
    assert.match(digest, /paint the door/);
    assert.doesNotMatch(digest, first === here ? /library/ : /garden/);
  });
});
