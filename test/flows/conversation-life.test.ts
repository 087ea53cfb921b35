import assert from 'node:assert/strict';
import { it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

it('a conversation lives from the first idea to what came of it, in Slack and in Discord at once', async (t) => {
  const convener = await startTestConvener(t);
  const { moveClock, store } = convener;
  const move = (moment: string) => moveClock(new Date(moment));
  await move('2030-03-04T12:00:00Z');
  const { maria, luz, sam, kai } = await conveneOnBoth(convener);
  await maria.ask('/profile set timezone:UTC locale:en');
  await luz.ask('/profile set locale:en');

  // Called in Slack, it stands in both chats.
  const called = await maria.ask(
    '/convene new A kinder city when:2030-03-08 18:00 where:Library duration:90 capacity:2 purpose:What would change?',
  );
  assert.match(called, /Called: C-1 · A kinder city/);
  for (const actor of [sam, kai])
    await actor.see(/C-1 · A kinder city.*Library.*Coming: Nobody.*2 of 2 free.*What would change\?/i);

  // Answered in both; a seat is given up, offered to who waits, and taken.
  await sam.press('Yes');
  await kai.see(/C-1 · A kinder city.*Coming: Sam/);
  await kai.press('Yes');
  await sam.see(/C-1 · A kinder city.*Coming: Sam Rivera and Kai Nakamura.*full/i);
  assert.match(await luz.ask('/convene rsvp conversation:C-1 answer:yes'), /waiting|line/i);
  await sam.press('No');
  await luz.see(/seat/i);
  await luz.press('Take it');
  await sam.see(/C-1 · A kinder city.*Coming: Kai Nakamura and Luz/);

  // Prepared.
  assert.match(await kai.ask('/convene agenda conversation:C-1 item:Benches in the park'), /Benches in the park/);
  await sam.see(/C-1 · A kinder city.*Benches in the park/);

  // Told of in time: the day before, that day, and shortly before.
  await move('2030-03-08T17:50:00Z');
  const heard = kai.posts().filter((post) => /A kinder city/.test(post) && !/Coming:/.test(post));
  assert.equal(heard.length, 3 + 1, heard.join('\n'));
  assert.deepEqual(
    sam.posts().filter((post) => /Sam.*A kinder city/.test(post) && !/Coming:/.test(post)),
    [],
  );

  // Held, and closed by whoever leads it.
  await move('2030-03-08T19:31:00Z');
  await maria.see(/C-1.*over|what came of/i);
  await maria.type('/convene close C-1');
  const form = await maria.form();
  assert.match(form.values.present ?? '', /Kai Nakamura\nLuz Herrera/);
  const closed = await maria.submit({
    notes: 'A good evening.',
    decisions: 'We ask for six benches',
    present: 'Kai Nakamura\nA neighbour',
    tasks: 'Write to the council; @Kai; 2030-03-15',
  });
  assert.match(closed, /T-1/);
  await kai.see(/T-1 · Write to the council.*Kai/);
  await sam.see(/C-1 · A kinder city.*We ask for six benches/);

  // Asked after it, summed up, found again.
  await move('2030-03-08T20:45:00Z');
  await kai.see(/worth/i);
  await move('2030-03-10T12:00:00Z');
  await sam.see(/A kinder city.*We ask for six benches.*Write to the council/);
  assert.match(await sam.ask('/convene decisions benches'), /We ask for six benches.*C-1|C-1.*We ask for six benches/);
  const attendance = await store.db.attendance.findMany({ include: { member: { include: { person: true } } } });
  assert.deepEqual(
    attendance.map(({ member, came }) => `${member.person.name} ${came ? 'came' : 'did not'}`).toSorted(),
    ['Kai Nakamura came', 'Luz Herrera did not'],
  );
});
