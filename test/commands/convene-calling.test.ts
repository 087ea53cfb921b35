import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

const inAWeek = 'when:in 168 hours';

describe('/convene new', () => {
  it('says what it understood of a series, with its next dates and how far it is planned', async (t) => {
    const { sam, kai } = await conveneOnBoth(await startTestConvener(t));
    const words =
      '/convene new Listening circle when:1st and 3rd tuesday 19:00 where:Library duration:1h30 capacity:12';
    const said = await sam.ask(words);
    assert.match(said, /Called: C-1 · Listening circle\. Its card stands in every channel/);
    assert.match(said, /first and third Tuesday of every month at 19:00.*90 minutes.*Library.*12 of 12 free/);
    assert.match(said, /1[23] dates are planned, until .*\. Before that I will ask/);
    await kai.see(/C-1\.1 · Listening circle/);
    const typed = 'title:Youth circle when:every tuesday 18:00 for 3 weeks capacity:5';
    assert.match(await kai.ask(`/convene new ${typed}`), /C-2 · Youth circle.*3 dates are planned, and those are all/);
    await sam.see(/C-2\.1 · Youth circle/);
  });

  it('counts what repeats from when it is, whatever day is today', async (t) => {
    const { sam } = await conveneOnBoth(await startTestConvener(t));
    const said = await sam.ask('/convene new Planning when:2040-03-06 19:00 repeat:every 3 weeks for 7 weeks');
    assert.match(said, /March 6, 2040.*March 27, 2040.*April 17, 2040.*3 dates are planned/);
    const untimed = await sam.ask('/convene new Planning when:2040-03-06 repeat:1st tuesday 18:00 until june');
    assert.match(untimed, /March 6, 2040.*April 3, 2040.*May 1, 2040/);
    const today = await sam.ask('/convene new Planning when:in 1 minute repeat:every week');
    assert.match(today, /2[67] dates are planned/);
    assert.match(await sam.ask(`/convene new Planning when:every tuesday 18:00 repeat:every week`), /one of the two/);
    assert.match(await sam.ask(`/convene new Planning ${inAWeek} repeat:sometimes`), /sometimes/);
  });

  it('begins with the questions of its format, in the language of the coalition', async (t) => {
    const { maria, sam, kai } = await conveneOnBoth(await startTestConvener(t));
    await maria.ask('/coalition settings locale:es');
    assert.match(await sam.ask(`/convene new Circle ${inAWeek} format:listening circle`), /3 items/);
    await kai.see(/C-1 · Circle.*¿Qué te trajo hoy aquí\?/);
  });

  it('refuses what it cannot plan, kindly and with an example', async (t) => {
    const { sam } = await conveneOnBoth(await startTestConvener(t));
    assert.match(await sam.ask('/convene new Circle when:next friday'), /needs an hour, too.*friday 18:00/);
    assert.match(await sam.ask('/convene new Circle when:every tuesday'), /needs an hour, too/);
    assert.match(await sam.ask(`/convene new Circle ${inAWeek} duration:long`), /long as a duration.*title: Circle/);
    assert.match(await sam.ask('/convene new Circle when:FREQ=DAILY;BYHOUR=8,12,16'), /more than 200/);
    const two = `/convene new Circle ${inAWeek} with:@Kai format:training session`;
    assert.match(await sam.ask(two), /Only a one-to-one/);
  });

  it('opens its form where the title is missing, with what was given, on both platforms', async (t) => {
    const { sam, kai } = await conveneOnBoth(await startTestConvener(t));
    await sam.type('/convene new when:friday 18:00 capacity:12');
    assert.deepEqual((await sam.form()).values.capacity, '12');
    const called = await sam.submit({ title: 'Listening circle' });
    assert.match(called, /C-1 · Listening circle/);
    assert.doesNotMatch(called, /Takes/);
    await kai.see(/C-1 · Listening circle/);
    await kai.type('/convene new when:friday 18:00 capacity:7');
    assert.deepEqual(Object.keys((await kai.form()).values), ['title', 'when', 'where', 'purpose', 'format']);
    const submitted = await kai.submit({ title: 'Council', purpose: 'To ask for a bus' });
    assert.match(submitted, /C-2 · Council.*7 of 7 free/);
  });

  it('asks the one it is with, and shows its card where it was called alone', async (t) => {
    const { maria, sam, luz } = await conveneOnBoth(await startTestConvener(t));
    assert.match(await sam.ask(`/convene new Talk ${inAWeek} with:@Maria`), /C-1 · Talk\. I ask .* whether they come/);
    await maria.see(/Sam Rivera .*C-1 · Talk/);
    assert.match(await maria.pressing('Yes'), /Vas a C-1/);
    await sam.see(/C-1 · Talk.*(?:Maria López and Sam Rivera|Sam Rivera and Maria López)/);
    assert.equal(
      luz.posts().some((post) => post.includes('Talk')),
      false,
    );
  });
});

describe('what becomes of a conversation', () => {
  it('is moved, and both cards show it; who said yes is told', async (t) => {
    const { sam, kai } = await conveneOnBoth(await startTestConvener(t));
    await sam.ask('/convene new Circle when:2040-03-06 18:00');
    await kai.see(/C-1 · Circle/);
    await kai.pressing('Yes');
    assert.match(await kai.ask('/convene reschedule conversation:C-1 when:2040-03-07'), /Only whoever/);
    assert.match(await sam.ask('/convene reschedule C-1 when:2040-03-07'), /C-1 · Circle now begins .*March 7, 2040/);
    await kai.see(/Sam Rivera moved C-1 · Circle\. .*This is for <@/);
    // As words it stands in the zone of the coalition; Slack shows it to Sam in his own.
    await sam.see(/moved from Wednesday, March 7, 2040 at 2:00\sAM UTC/u);
    assert.match(await sam.ask('/convene reschedule C-1 when:yesterday 18:00'), /yesterday 18:00/);
  });

  it('asks of a series which dates are called off, and keeps the reason', async (t) => {
    const { sam, kai } = await conveneOnBoth(await startTestConvener(t));
    await sam.ask('/convene new Circle when:every tuesday 18:00');
    await kai.see(/C-1\.1 · Circle/);
    await kai.pressing('Yes');
    assert.match(await sam.ask('/convene cancel C-1 reason:The hall is closed'), /is a series.*C-1\.1/);
    assert.match(await sam.pressing('Call off C-1.1 alone'), /C-1\.1 · Circle is called off/);
    await kai.see(/C-1\.1 · Circle Cancelled\. Why: The hall is closed/);
    await kai.see(/Sam Rivera cancelled C-1\.1 · Circle\. .*This is for <@/);
    await sam.ask('/convene cancel C-1');
    assert.match(await sam.pressing('Keep it'), /stays as it is/);
    await sam.ask('/convene cancel C-1');
    assert.match(await sam.pressing('Call off all dates'), /C-1 · Circle is called off: all \d+ dates/);
    assert.match(await sam.ask('/convene cancel C-1'), /is cancelled/);
    assert.match(await sam.ask('/convene list'), /Nothing is coming/);
  });

  it('is edited by a form that says how it is, on both platforms', async (t) => {
    const { maria, sam, kai } = await conveneOnBoth(await startTestConvener(t));
    await sam.ask(`/convene new Circle ${inAWeek} where:Library capacity:5`);
    await kai.see(/C-1 · Circle/);
    await sam.type('/convene edit C-1');
    const { title, where, duration, capacity } = (await sam.form()).values;
    assert.deepEqual([title, where, duration, capacity], ['Circle', 'Library', '60', '5']);
    assert.match(await sam.submit({ title: 'Open circle', where: '' }), /C-1 · Open circle is now/);
    await kai.see(/C-1 · Open circle/);
    assert.match(await kai.ask('/convene edit conversation:C-1'), /Only whoever/);
    await kai.ask('/coalition join');
    await maria.ask('/coalition role Kai role:facilitator');
    await kai.type('/convene edit conversation:C-1');
    assert.deepEqual((await kai.form()).values, {
      ...{ title: 'Open circle', where: '', purpose: '', duration: '60', capacity: '5' },
    });
    assert.match(await kai.submit({ capacity: '8' }), /8 of 8 free/);
    await sam.see(/C-1 · Open circle.*8 of 8 free/);
  });

  it('is listed: what is coming, mine, what is over, and all dates of one', async (t) => {
    const { sam, kai } = await conveneOnBoth(await startTestConvener(t));
    assert.match(await kai.ask('/convene list'), /Nothing is coming/);
    await sam.ask('/convene new Circle when:every tuesday 18:00');
    await sam.ask(`/convene new Council ${inAWeek}`);
    assert.match(await kai.ask('/convene list'), /(?=.*C-1\.1 · Circle)(?=.*C-2 · Council).*2 conversations/);
    assert.match(await kai.pressing('Yours'), /You come to no conversation/);
    await kai.ask('/convene rsvp conversation:C-2 answer:maybe');
    assert.match(await kai.ask('/convene list what:mine'), /C-2 · Council.*you said maybe/);
    assert.match(await kai.ask('/convene list conversation:C-1'), /Dates of C-1.*C-1\.10.*Page 1 of 3/);
    assert.match(await kai.ask('/convene list what:past'), /No conversation is over/);
    assert.match(await sam.ask('/convene show C-2'), /C-2 · Council/);
  });

  it('asks whoever leads a series whether it goes on, and plans or ends it', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);
    await sam.ask('/convene new Circle when:every 3 weeks on tuesday 18:00');
    await kai.see(/C-1\.1 · Circle/);
    const renewal = await convener.store.db.schedule.findFirstOrThrow({ where: { letter: 'conversation.renewal' } });
    assert.ok(renewal.nextAt);
    await convener.moveClock(renewal.nextAt);
    await sam.see(/C-1 · Circle.*Six more months/);
    assert.match(await sam.pressing('Six more months'), /goes on: \d+ more dates are planned/);
    assert.match(await sam.pressing('Six more months'), /is planned until .* already/);
    assert.match(await sam.pressing('Let it end'), /ends with its last planned date/);
  });
});

describe('suggestions for a conversation', () => {
  it('name it with its date, on both platforms', async (t) => {
    const { slack, discord } = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth({ slack, discord });
    await sam.ask('/convene new Circle when:2040-03-06 18:00');
    const label = /^C-1 Circle, Tue, Mar 6, 6:00/;
    await sam.type('/convene show');
    assert.match((await sam.form()).options.conversation?.join() ?? '', /C-1/);
    const [offered] = await discord.suggest(kai.id, kai.channelId, '/convene rsvp conversation:c');
    assert.match(offered?.label ?? '', label);
  });
});
