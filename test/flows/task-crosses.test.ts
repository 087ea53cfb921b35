import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conveneOnBoth } from '../support/coalition.ts';
import { startTestConvener } from '../support/convener.ts';

describe('a task', () => {
  it('is added in Slack, finished in Discord, and its card in Slack says so', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);

    const answer = await sam.ask('/task add Call the food bank notes:Ask for Saturdays due:2030-03-15');
    assert.match(answer, /T-1/);
    await sam.see(/T-1 · Call the food bank.*Open/s);
    const card = await kai.see(/T-1 · Call the food bank.*Status/);
    assert.match(card, /Ask for Saturdays/);
    assert.match(card, /March 15, 2030/);

    await kai.press('Done');
    await sam.see(/T-1 · Call the food bank.*Done by/s);
    await sam.see(/Kai Nakamura finished T-1/s);
    await kai.see(/finished .*T-1/s);
    await sam.seeNoMore(/T-1 · Call the food bank.*Status: Open/s);

    const rows = await convener.store.db.task.findMany({ include: { finisher: { include: { person: true } } } });
    assert.deepEqual(
      rows.map(({ status, version, finisher }) => ({ status, version, finisher: finisher?.person.name })),
      [{ status: 'done', version: 2, finisher: 'Kai Nakamura' }],
    );
  });

  it('is added in Discord, taken in Slack by a button, and everybody is told', async (t) => {
    const convener = await startTestConvener(t);
    const { sam, kai } = await conveneOnBoth(convener);

    await kai.ask('/task add title:Draw the flyer due:2030-03-15 18:00');
    await sam.see(/T-1 · Draw the flyer.*Status/);
    await sam.press('Take it');
    await kai.see(/Sam Rivera.*takes care of.*T-1/s);
    await kai.see(/T-1 · Draw the flyer.*Taken by.*Sam Rivera/s);
  });
});
