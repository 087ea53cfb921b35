import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownIn } from '../support/calendars.ts';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';
import { createListeningLog } from '../support/listening-log.ts';

const inAWeek = 'when:in 168 hours';

/** The addresses in somebody's answer. */
const addressesIn = (words: string) =>
  [...words.matchAll(/http:\/\/localhost:\d+\/calendar\/[\w-]{43}\.ics/g)].map(String);

async function read(words: string) {
  const [address = ''] = addressesIn(words);
  const response = await fetch(address);
  return { status: response.status, shown: response.status === 200 ? shownIn(await response.text()) : [] };
}

describe('/convene calendar', () => {
  it('gives an address by the card’s button, and the calendar there follows what is done on either platform', async (t) => {
    const log = createListeningLog();
    const { sam, kai, maria } = await conveneOnBoth(await startTestConvener(t, { log }));
    await maria.ask(`/convene new Listening circle ${inAWeek} where:Library`);
    await kai.see(/Listening circle/);
    const words = await kai.pressing('Add to my calendar');
    assert.match(words, /Add C-1 · Listening circle to your calendar/);
    assert.deepEqual((await read(words)).shown, []);
    await kai.pressing('Yes');
    const [shown, ...others] = (await read(words)).shown;
    assert.deepEqual(
      [shown?.title, shown?.place, shown?.status, others],
      ['Listening circle', 'Library', 'CONFIRMED', []],
    );
    await sam.see(/Listening circle/);
    assert.match(await sam.pressing('Add to my calendar'), /PUBLIC_URL/);
    await maria.ask('/convene cancel C-1');
    assert.equal((await read(words)).shown[0]?.status, 'CANCELLED');
    const [token = ''] = /[\w-]{43}(?=\.ics)/.exec(words) ?? [];
    assert.ok(!JSON.stringify(log).includes(token));
  });

  it('makes a new address in place of the one before, and says so in its place', async (t) => {
    const { sam, maria } = await conveneOnBoth(await startTestConvener(t));
    await maria.ask('/profile set locale:en');
    const before = await maria.ask('/convene calendar of:coalition');
    assert.equal((await read(before)).status, 200);
    const count = maria.answers().length;
    const after = await maria.pressing('New address');
    assert.match(after, /This is the new address/);
    assert.equal(maria.answers().length, count);
    assert.deepEqual([(await read(before)).status, (await read(after)).status], [410, 200]);
    const shared = await sam.ask('/convene calendar of:coalition');
    assert.deepEqual(addressesIn(shared), addressesIn(after));
    assert.match(shared, /Organizers can make a new address/);
  });

  it('is in Spanish for whoever speaks it, and so is their calendar', async (t) => {
    const { kai, maria } = await conveneOnBoth(await startTestConvener(t));
    await maria.ask(`/convene new Listening circle ${inAWeek}`);
    await kai.ask('/profile set locale:es');
    await kai.ask('/convene rsvp conversation:C-1 answer:yes');
    const words = await kai.ask('/convene calendar conversation:C-1');
    assert.match(words, /Para poner C-1 · Listening circle en tu calendario/);
    assert.match((await read(words)).shown[0]?.description ?? '', /Di si vas: \/convene rsvp C-1/);
    assert.match(await kai.ask('/convene calendar conversation:C-9'), /C-9/);
  });
});
