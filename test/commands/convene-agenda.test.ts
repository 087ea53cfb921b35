import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';
import { findControl } from '../support/seen.ts';

async function callOn(t: Parameters<typeof startTestConvener>[0], more = '') {
  const convener = await startTestConvener(t);
  const actors = await conveneOnBoth(convener);
  await actors.maria.ask('/profile set locale:en');
  await actors.maria.ask(`/convene new Planning when:in 168 hours ${more}`);
  await actors.kai.see(/Planning/);
  await actors.sam.see(/Planning/);
  return { convener, ...actors };
}

describe('/convene agenda', () => {
  it('is added to from both platforms, and both cards show it', async (t) => {
    const { sam, kai, luz } = await callOn(t);
    assert.match(await sam.ask('/convene agenda C-1'), /Nothing is on the agenda of C-1 · Planning/);
    assert.match(
      await sam.ask('/convene agenda C-1 Who brings chairs? And *why*?'),
      /Who brings chairs\? And \*why\*\?/,
    );
    await kai.press('Add to the agenda');
    assert.deepEqual(Object.keys((await kai.form()).values), ['item']);
    assert.match(await kai.submit({ item: 'What do we <eat>?' }), /On the agenda of C-1.*What do we <eat>\?/);
    for (const somebody of [sam, luz])
      await somebody.see(/Who brings chairs\?[\s\S]*What do we <eat>\?[\s\S]*Called by/);
    assert.match(
      await luz.ask('/convene agenda conversation:C-1'),
      /1\. Who brings chairs.*Sam Rivera[\s\S]*2\. What do we/,
    );
  });

  it('is put in order by whoever leads, in place, on both platforms', async (t) => {
    const { convener, sam, kai, maria, luz } = await callOn(t);
    for (const item of ['One', 'Two', 'Three']) await sam.ask(`/convene agenda C-1 ${item}`);
    const items = await convener.store.db.agendaItem.findMany({ orderBy: { position: 'asc' } });
    const idOf = (text: string) => items.find((item) => item.text === text)?.id ?? '';
    await maria.ask('/convene agenda C-1');
    const answers = maria.answers().length;
    assert.match(await maria.pressing('Move up…', idOf('Three')), /1\. One[\s\S]*2\. Three[\s\S]*3\. Two/);
    assert.match(await maria.pressing('Move down…', idOf('One')), /1\. Three[\s\S]*2\. One[\s\S]*3\. Two/);
    assert.equal(maria.answers().length, answers);
    await kai.see(/Three[\s\S]*One[\s\S]*Two/);
    // A member takes off their own alone; an organizer on the other platform takes off what they like.
    await kai.ask('/convene agenda conversation:C-1');
    assert.equal(findControl(kai.messages().at(-1)?.payload, 'Take off…'), undefined);
    assert.match(await sam.ask('/convene agenda C-1'), /3 items/);
    assert.match(await sam.pressing('Take off…', idOf('One')), /1\. Three[\s\S]*2\. Two/);
    await maria.ask('/coalition role @Luz role:facilitator');
    await luz.ask('/convene agenda conversation:C-1');
    assert.match(await luz.pressing('Quitar…', idOf('Two')), /1\. Three/);
    assert.match(await sam.pressing('Take off…', idOf('Two')), /no longer on the agenda/);
  });

  it('begins with the questions of the format, and comes in pages', async (t) => {
    const { sam, maria } = await callOn(t, 'format:circle');
    const heard = await sam.ask('/convene agenda C-1');
    assert.match(heard, /3 items/);
    for (let item = 4; item <= 12; item += 1) await sam.ask(`/convene agenda C-1 Item ${item}`);
    assert.match(await maria.ask('/convene agenda C-1'), /10\. Item 10[\s\S]*Page 1 of 2/);
    assert.match(await maria.pressing('Next page'), /11\. Item 11[\s\S]*12\. Item 12[\s\S]*Page 2 of 2/);
    assert.match(await sam.ask(`/convene agenda C-1 ${'x'.repeat(301)}`), /300/);
  });
});
