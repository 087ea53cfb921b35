import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { until } from '../../src/sandbox/contract.ts';
import { actor } from '../support/acting.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';
import { createListeningLog } from '../support/listening-log.ts';
import { untilAllSaid } from '../support/outbox.ts';

const noon = new Date('2030-03-04T12:00:00Z');
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);

describe('a reminder for somebody', () => {
  it('comes directly to who asked for that, and in the channel to who did not', async (t) => {
    const convener = await startTestConvener(t);
    const { slack, discord, moveClock } = convener;
    await moveClock(noon);
    const { maria, sam, kai, luz } = await conveneOnBoth(convener);
    await kai.ask('/profile set reminders:dm');
    await sam.ask('/task mine');
    await kai.ask('/task mine');
    await luz.ask(`/reminder add text:bring the keys when:in 1 hour to:<@${kai.id}>`);
    await maria.ask(`/reminder add bring the cake when:in 1 hour to:<@${sam.id}>`);
    await moveClock(hours(1.001));

    const own = actor(discord, 'Kai', 'direct');
    await own.see(/asked me to remind you: bring the keys/);
    await sam.see(/asked me to remind you: bring the cake/);
    assert.doesNotMatch(kai.posts().join(), /asked me to remind you: bring the keys/);
    assert.deepEqual(actor(slack, 'Sam', 'direct').posts(), []);
  });

  it('comes in the channel where the direct conversation is closed, until they use it again', async (t) => {
    const convener = await startTestConvener(t);
    const { slack, moveClock } = convener;
    await moveClock(noon);
    const { maria, sam } = await conveneOnBoth(convener);
    const own = actor(slack, 'Sam', 'direct');
    await sam.ask('/task mine');
    await sam.ask('/profile set reminders:dm');
    slack.setDirectMessages(sam.id, false);
    await maria.ask(`/reminder add bring the keys when:in 1 hour to:<@${sam.id}>`);
    await maria.ask(`/reminder add bring the cake when:in 3 hours to:<@${sam.id}>`);
    await moveClock(hours(1.001));
    await sam.see(/bring the keys.*I cannot write to Sam.* directly/);

    slack.setDirectMessages(sam.id, true);
    await own.ask('/task mine');
    await moveClock(hours(3.001));
    await own.see(/asked me to remind you: bring the cake/);
  });

  it('waits for the end of their quiet hours and comes with the others, and its receipt says so', async (t) => {
    const log = createListeningLog();
    const convener = await startTestConvener(t, { log });
    const { moveClock } = convener;
    await moveClock(noon);
    const { maria, sam } = await conveneOnBoth(convener);
    await sam.ask('/task mine');
    await sam.ask('/profile set timezone:UTC quiet:12:30-15:00');
    await maria.ask(`/reminder add bring the keys when:in 1 hour to:<@${sam.id}>`);
    await maria.ask(`/reminder add bring the cake when:in 2 hours to:<@${sam.id}>`);
    await moveClock(hours(2.001));
    await until([log], () => log.said('delivery settled').filter(({ outcome }) => outcome === 'held').length === 2);
    assert.match(await sam.ask('/reminder show M-2'), /waits until .*quiet hours/);

    await moveClock(hours(3));
    const digest = await sam.see(/this waited for you/);
    assert.match(digest, /M-1 · .*bring the keys.*M-2 · .*bring the cake/);
    await untilAllSaid(convener, log);
    assert.match(await sam.ask('/reminder show M-1'), /sent/);
    assert.match(await sam.ask('/reminder show M-2'), /sent/);
    assert.equal(sam.posts().filter((post) => /bring the (keys|cake)/.test(post)).length, 1);
    assert.match(await sam.pressing('My reminders'), /M-2 · bring the cake.*M-1 · bring the keys/);
  });
});
