import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actor } from '../support/acting.ts';
import { codeIn, conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

const inAWeek = 'when:in 168 hours';

describe('/convene rsvp', () => {
  it('answers by buttons on both platforms, and both cards show it', async (t) => {
    const { sam, kai, maria, luz } = await conveneOnBoth(await startTestConvener(t));
    await maria.ask(`/convene new Listening circle ${inAWeek} capacity:2`);
    await luz.see(/Listening circle/);
    assert.match(await kai.pressing('Yes'), /You are coming to C-1/);
    await sam.see(/2 free|1 of 2 free/);
    assert.match(await sam.pressing('Yes'), /You are coming to C-1/);
    for (const somebody of [maria, luz]) await somebody.see(/Kai Nakamura and Sam Rivera[\s\S]*full/);
  });

  it('waits in line, is offered the seat that gets free, and takes it', async (t) => {
    const { sam, kai, maria, luz } = await conveneOnBoth(await startTestConvener(t));
    await maria.ask(`/convene new Listening circle ${inAWeek} capacity:2`);
    await luz.see(/Listening circle/);
    await maria.pressing('Yes');
    await kai.pressing('Yes');
    assert.match(await sam.pressing('Yes'), /full by now.*your place in the line is 1/);
    assert.match(await luz.pressing('Maybe'), /Has dicho que quizá a C-1/);
    assert.match(await kai.pressing('I cannot come after all'), /You are not coming/);
    await sam.see(/A seat is free for you/);
    assert.match(await sam.pressing('Take it'), /You are coming to C-1/);
    await luz.see(/Maria López and Sam Rivera/);
  });

  it('answers what is typed, in Slack and in Discord, and refuses what is no answer', async (t) => {
    const { sam, kai, maria } = await conveneOnBoth(await startTestConvener(t));
    await maria.ask(`/convene new Listening circle ${inAWeek}`);
    assert.match(await sam.ask('/convene rsvp c1 answer:maybe'), /You said maybe to C-1/);
    assert.match(await kai.ask('/convene rsvp conversation:C-1 answer:no'), /You are not coming to C-1/);
    assert.match(await sam.ask('/convene rsvp C-1 answer:perhaps'), /perhaps/);
    assert.match(await sam.ask('/convene rsvp C-9 answer:yes'), /no conversation C-9/);
  });

  it('answers all dates of a series by a button, in place of the answer to one', async (t) => {
    const { sam, maria } = await conveneOnBoth(await startTestConvener(t));
    await maria.ask('/convene new Youth circle when:every tuesday 18:00');
    await sam.see(/Youth circle/);
    await sam.pressing('Yes');
    const before = sam.answers().length;
    assert.match(
      await sam.pressing('The same for all dates'),
      /every date of C-1 · Youth circle: the \d+ planned so far/,
    );
    assert.equal(sam.answers().length, before);
    assert.match(await sam.ask('/convene rsvp C-1.3 answer:no'), /not coming to C-1\.3/);
  });

  it('is in Spanish for whoever speaks it', async (t) => {
    const { sam, maria } = await conveneOnBoth(await startTestConvener(t));
    await maria.ask(`/convene new Listening circle ${inAWeek}`);
    await sam.ask('/profile set locale:es');
    assert.match(await sam.ask('/convene rsvp C-1 answer:sí'), /Vas a C-1 · Listening circle/);
    assert.match(await sam.pressing('Al final no puedo ir'), /No vas a C-1/);
  });

  it('counts one person once who answers with two accounts', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai, maria } = await conveneOnBoth(convener);
    const code = codeIn(await sam.ask('/profile link'));
    await kai.ask(`/profile link code:${code}`);
    await kai.pressing('Yes, it is mine');
    await sam.ask('/profile link');
    await sam.pressing('Yes, it is mine');
    await maria.ask(`/convene new Listening circle ${inAWeek} capacity:2`);
    const again = actor(convener.discord, 'Kai');
    await again.see(/Listening circle/);
    await sam.see(/Listening circle/);
    await Promise.all([sam.press('Yes'), again.press('Yes')]);
    await sam.see(/You are coming to C-1/);
    await again.see(/You are coming to C-1/);
    assert.equal(await convener.store.db.rsvp.count(), 1);
  });
});
